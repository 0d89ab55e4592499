// Finds room for labels: one that would lie on a mark, on another label or beyond the frame is left out.

class LabelPlaces {
  constructor(width, height) {
    Object.assign(this, { width, height, taken: [] });
  }

  /** Keeps a mark free of labels. */
  reserve(x, y, radius) {
    this.taken.push([x - radius, y - radius, x + radius, y + radius]);
  }

  /** Takes the first place that is free, of those that are offered as middles; undefined where none is. */
  place(text, size, middles) {
    const [halfWidth, halfHeight] = [text.length * size * 0.29 + 2, size * 0.6];
    for (const [x, y] of middles) {
      const box = [x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight];
      if (box[0] < 0 || box[1] < 0 || box[2] > this.width || box[3] > this.height) continue;
      if (this.taken.some((other) =>
        other[0] < box[2] && box[0] < other[2] && other[1] < box[3] && box[1] < other[3])) continue;
      this.taken.push(box);
      return [x, y];
    }
    return undefined;
  }

  /** Middles of places beside a mark, the best first. */
  static beside(text, size, x, y, gap) {
    const away = text.length * size * 0.29 + gap + 2;
    return [[x + away, y], [x - away, y], [x, y - gap - size * 0.6], [x, y + gap + size * 0.6]];
  }

  /** Middles around a point that a name may move away from. */
  static around(x, y, size) {
    const middles = [[x, y]];
    for (const step of [1.3, 2.6, 4]) {
      for (const [dx, dy] of [[0, -1], [0, 1], [-2, 0], [2, 0]]) {
        middles.push([x + dx * step * size, y + dy * step * size]);
      }
    }
    return middles;
  }
}
