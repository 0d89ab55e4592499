/// Finds room for labels: one that would lie on a mark, on another label or beyond the sheet is left out.
struct LabelPlaces {
  private let width: Double
  private let height: Double
  private var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Keeps a mark free of labels.
  mutating func reserve(x: Double, y: Double, radius: Double) {
    taken.append(((x - radius)...(x + radius), (y - radius)...(y + radius)))
  }

  /// Takes the best place beside a mark that is free.
  ///
  /// - Returns: The middle of the text's baseline.
  mutating func beside(x: Double, y: Double, gap: Double, _ text: String, size: Double) -> (
    x: Double, y: Double
  )? {
    let away = Self.length(of: text, size: size) / 2 + gap + 2
    let middles = [
      (x + away, y), (x - away, y), (x + away, y - size), (x + away, y + size), (x - away, y - size),
      (x - away, y + size), (x, y - gap - size * 0.6), (x, y + gap + size * 0.6),
    ]
    return place(text, size: size, at: middles)
  }

  /// Takes a place at a point, or near it where that is taken.
  ///
  /// - Returns: The middle of the text's baseline.
  mutating func around(x: Double, y: Double, _ text: String, size: Double) -> (x: Double, y: Double)? {
    var middles = [(x, y)]
    for step in [1.3, 2.6, 4].map({ $0 * size }) {
      middles += [(x, y - step), (x, y + step), (x - 2 * step, y), (x + 2 * step, y)]
    }
    return place(text, size: size, at: middles)
  }

  private mutating func place(_ text: String, size: Double, at middles: [(x: Double, y: Double)]) -> (
    x: Double, y: Double
  )? {
    let half = Self.length(of: text, size: size) / 2
    for (x, y) in middles {
      let box = (x: (x - half)...(x + half), y: (y - size * 0.6)...(y + size * 0.6))
      guard x - half >= 0, x + half <= width, box.y.lowerBound >= 0, box.y.upperBound <= height else {
        continue
      }
      guard !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }) else { continue }
      taken.append(box)
      return (x, y + size * 0.35)
    }
    return nil
  }

  /// About how long a text is in a sans-serif type.
  private static func length(of text: String, size: Double) -> Double { Double(text.count) * size * 0.56 }
}
