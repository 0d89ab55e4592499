// The map: the ground, which never changes, and the marks of a day on it.

const mapNode = byId("map");
const layers = Object.fromEntries(
  ["ground", "halos", "sections", "before", "marks", "killed", "choice", "names"].map((name) =>
    [name, shapeElement("g", { class: name, "aria-hidden": "true" })]));

/** What the frame shows: the units at its middle, and how many units a pixel is. */
const view = { x: 0, y: 0, units: 1 };
const frame = { width: 1, height: 1 };
let mapEvents = [];
let isLabelling = false;

const linePath = (points) => `M${points.map((point) => point.join()).join("L")}`;

function drawGround() {
  const arcs = data.map.arcs.map(decodeLine);
  const areas = data.map.areas.map(([code, name, x, y, rings]) => {
    const path = rings.map((ring) => `${linePath(ring.flatMap((arc) =>
      arc < 0 ? arcs[~arc].toReversed() : arcs[arc]))}Z`).join("");
    return { code, name, x, y, rings, node: shapeElement("path", { class: "area", d: path }) };
  });
  const border = shapeElement("path", { class: "border", d: arcs.map(linePath).join("") });
  const edge = shapeElement("path", { class: "edge", d: data.map.edge.map(decodeLine).map(linePath).join("") });
  const lines = data.map.roads.map(([code, name, text]) => ({ code, name, points: decodeLine(text) }));
  const roads = shapeElement("path", {
    class: "road", d: lines.filter((road) => road.points.length > 1).map((road) => linePath(road.points)).join(""),
  });
  layers.ground.append(...areas.map((area) => area.node), border, roads, edge);
  for (const area of areas) area.box = boxOf(area.rings.flat().flatMap((arc) => arcs[arc < 0 ? ~arc : arc]));
  return { areas, roads: lines };
}

function boxOf(points) {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return { x: west, y: north, width: east - west, height: south - north };
}

const ground = data.map ? drawGround() : { areas: [], roads: [] };
mapNode.append(...Object.values(layers));

// The view

const wholeUnits = () => Math.max(data.map.width / (frame.width - 24), data.map.height / (frame.height - 24));

function setView(x, y, units) {
  const whole = wholeUnits();
  view.units = Math.max(whole / 100, Math.min(whole * 1.2, units));
  view.x = Math.max(0, Math.min(data.map.width, x));
  view.y = Math.max(0, Math.min(data.map.height, y));
  const [width, height] = [frame.width * view.units, frame.height * view.units];
  mapNode.setAttribute("viewBox", `${view.x - width / 2} ${view.y - height / 2} ${width} ${height}`);
  mapNode.style.setProperty("--unit", view.units);
  // With the whole country in sight a finger scrolls the page; only then it is not needed to move the map.
  mapNode.classList.toggle("whole", view.units > whole * 0.95);
  drawScale();
  labelSoon();
}

const showAll = () => data.map && setView(data.map.width / 2, data.map.height / 2, wholeUnits());

/** Enlarges about a point of the frame, in pixels; about its middle without one. */
function zoom(factor, x = frame.width / 2, y = frame.height / 2) {
  if (!data.map) return;
  const units = Math.max(wholeUnits() / 100, Math.min(wholeUnits() * 1.2, view.units / factor));
  const change = view.units - units;
  setView(view.x + (x - frame.width / 2) * change, view.y + (y - frame.height / 2) * change, units);
}

const pan = (dx, dy) => data.map && setView(view.x + dx * view.units, view.y + dy * view.units, view.units);

function showArea(code) {
  const area = ground.areas.find((area) => area.code === code);
  if (!area) return;
  const { x, y, width, height } = area.box;
  setView(x + width / 2, y + height / 2, 1.15 * Math.max(width / frame.width, height / frame.height));
}

/** Moves the frame so that an event is in it. */
function reveal(event) {
  const [x, y] = event.shape?.points[0] ?? event.shape?.lines[0]?.[0] ?? [];
  if (x === undefined) return;
  const [dx, dy] = [Math.abs(x - view.x) / view.units, Math.abs(y - view.y) / view.units];
  if (dx > frame.width / 2 - 20 || dy > frame.height / 2 - 20) setView(x, y, view.units);
}

function drawScale() {
  const metre = unitsPerMetre(view.y) / view.units;
  const length = [1, 2, 5].flatMap((step) => [0, 1, 2, 3, 4, 5, 6].map((power) => step * 10 ** power))
    .sort((a, b) => b - a).find((length) => length * metre <= 110) ?? 1;
  const bar = byId("scale-bar");
  bar.firstElementChild.textContent = formatLength(length);
  bar.style.width = `${length * metre}px`;
}

// The marks

const toFrame = ([x, y]) =>
  [(x - view.x) / view.units + frame.width / 2, (y - view.y) / view.units + frame.height / 2];
const at = ([x, y]) => `translate(${x.toFixed(2)} ${y.toFixed(2)})`;

/** The nodes of an event, made once and kept: layers by name. */
const drawn = new WeakMap();
function nodesOf(event) {
  if (!drawn.has(event)) drawn.set(event, event.kind === "death" ? drawDeath(event) : drawBlockade(event));
  return drawn.get(event);
}

function drawBlockade(event) {
  const nodes = {};
  const shade = `${event.status} ${event.evidence}`;
  const [point] = event.shape?.points ?? [];
  if (point) {
    nodes.marks = shapeElement("g", { transform: at(point) },
      shapeElement("path", { class: `mark ${shade}`, d: symbols[event.status] }));
    const radius = (event.value("uncertainty_m") ?? 0) * unitsPerMetre(point[1]);
    if (radius > 0) {
      nodes.halos = shapeElement("circle", { class: `halo ${event.status}`, cx: point[0], cy: point[1], r: radius });
    }
  } else if (event.shape?.lines.length) {
    nodes.sections = shapeElement("path", { class: `section ${shade}`, d: event.shape.lines.map(linePath).join("") });
  }
  return nodes;
}

function drawDeath(event) {
  const [point] = event.shape?.points ?? [];
  if (!point) return {};
  const make = () => shapeElement("g", { transform: at(point) }, shapeElement("g", { class: "mark" },
    shapeElement("path", { class: "death", d: diamond(deathSize(event)) }),
    shapeElement("text", { class: "figure", y: 4 }, String(event.value("best")))));
  return { killed: make(), before: make() };
}

function drawDay(events, killed, killedBefore) {
  const order = [...data.statuses].reverse();
  const sorted = events.toSorted((one, other) => order.indexOf(one.status) - order.indexOf(other.status));
  const pick = (list, layer) => list.map((event) => nodesOf(event)[layer]).filter(Boolean);
  layers.halos.replaceChildren(...pick(sorted, "halos"));
  layers.sections.replaceChildren(...pick(sorted, "sections"));
  layers.marks.replaceChildren(...pick(sorted, "marks"));
  layers.before.replaceChildren(...pick(killedBefore, "before"));
  layers.killed.replaceChildren(...pick(killed, "killed"));
  mapEvents = [...killed, ...sorted.toReversed(), ...killedBefore].filter((event) => event.shape);
  labelSoon();
}

function drawChoice(event) {
  const [point] = event?.shape?.points ?? [];
  const lines = event?.shape?.lines ?? [];
  layers.choice.replaceChildren();
  if (point) {
    const radius = event.kind === "death" ? deathSize(event) + 4 : 10;
    layers.choice.append(shapeElement("g", { transform: at(point) }, shapeElement("circle", { class: "mark", r: radius })));
  } else if (lines.length) {
    layers.choice.append(shapeElement("path", { d: lines.map(linePath).join("") }));
  }
}

/** The events under a point of the frame, the nearest first. */
function eventsAt(x, y, reach) {
  const near = [];
  for (const event of mapEvents) {
    const distance = distanceTo(event, x, y) - (event.kind === "death" ? deathSize(event) : 5);
    if (distance <= reach) near.push({ event, distance: Math.max(0, distance) });
  }
  return near.sort((one, other) => one.distance - other.distance).map(({ event }) => event);
}

function distanceTo(event, x, y) {
  let least = Infinity;
  for (const point of event.shape.points) {
    const [px, py] = toFrame(point);
    least = Math.min(least, Math.hypot(px - x, py - y));
  }
  for (const line of event.shape.lines) {
    let last;
    for (const point of line) {
      const here = toFrame(point);
      if (last) least = Math.min(least, distanceToSegment([x, y], last, here));
      last = here;
    }
  }
  return least;
}

function distanceToSegment([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const along = length > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)) : 0;
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}

// Labels

function labelSoon() {
  if (isLabelling) return;
  isLabelling = true;
  requestAnimationFrame(() => {
    isLabelling = false;
    if (data.map) drawLabels();
  });
}

function drawLabels() {
  const places = new LabelPlaces(frame.width, frame.height);
  const nodes = [];
  const write = (text, size, kind, middles) => {
    const place = places.place(text, size, middles);
    if (!place) return;
    const point = [view.x + (place[0] - frame.width / 2) * view.units, view.y + (place[1] - frame.height / 2) * view.units];
    nodes.push(shapeElement("g", { transform: at(point) },
      shapeElement("text", { class: `mark ${kind}`, y: size * 0.35, "font-size": size }, text)));
  };
  const inFrame = mapEvents.map((event) => ({ event, point: toFrame(event.shape.points[0] ?? event.shape.lines[0][0]) }))
    .filter(({ point: [x, y] }) => x > 0 && y > 0 && x < frame.width && y < frame.height);
  for (const { event, point } of inFrame) {
    if (event.shape.points.length) places.reserve(...point, event.kind === "death" ? deathSize(event) : 6);
  }
  // So many marks are better read in the list than on the map.
  if (inFrame.length <= 60) {
    for (const { event, point } of inFrame) {
      const text = eventLabel(event);
      if (text && event.shape.points.length) write(text, 11, "event", LabelPlaces.beside(text, 11, ...point, 8));
    }
  }
  const areas = ground.areas.toSorted((one, other) => other.box.width * other.box.height - one.box.width * one.box.height);
  for (const area of areas) {
    if (area.box.width / view.units < area.name.length * 5) continue;
    write(area.name, 12, "area-name", LabelPlaces.around(...toFrame([area.x, area.y]), 12));
  }
  if (view.units < wholeUnits() / 5) {
    for (const road of ground.roads) {
      const visible = road.points.map(toFrame)
        .filter(([x, y]) => x > 0 && y > 0 && x < frame.width && y < frame.height);
      if (visible.length > 4) write(road.code, 10, "road-name", [visible[visible.length >> 1]]);
    }
  }
  layers.names.replaceChildren(...nodes);
}

// Pointers: one drags, two pinch, a short press chooses

const pointers = new Map();
let travelled = 0;

function place(event) {
  const box = mapNode.getBoundingClientRect();
  return [event.clientX - box.left, event.clientY - box.top];
}

/** @param {{choose: (events) => void, point: (events, event) => void}} actions What a press and a hover do. */
function listenToMap(actions) {
  if (!data.map) return;
  mapNode.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), ...place(event));
  }, { passive: false });
  mapNode.addEventListener("pointerdown", (event) => {
    if (event.button > 0) return;
    mapNode.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(event));
    if (pointers.size === 1) travelled = 0;
  });
  mapNode.addEventListener("pointermove", (event) => {
    const here = place(event);
    const last = pointers.get(event.pointerId);
    if (!last) {
      const near = eventsAt(...here, 3);
      mapNode.classList.toggle("over", near.length > 0);
      actions.point(near, event);
      return;
    }
    const [other] = [...pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
    travelled += Math.hypot(here[0] - last[0], here[1] - last[1]);
    pointers.set(event.pointerId, here);
    if (other) {
      const spread = (point) => Math.max(20, Math.hypot(point[0] - other[0], point[1] - other[1]));
      zoom(spread(here) / spread(last), (here[0] + other[0]) / 2, (here[1] + other[1]) / 2);
    } else if (travelled > 4) {
      pan(last[0] - here[0], last[1] - here[1]);
    }
  });
  mapNode.addEventListener("pointerup", (event) => {
    if (pointers.delete(event.pointerId) && travelled <= 4 && pointers.size === 0) {
      actions.choose(eventsAt(...place(event), event.pointerType === "mouse" ? 3 : 12));
    }
  });
  mapNode.addEventListener("pointercancel", (event) => pointers.delete(event.pointerId));
  mapNode.addEventListener("pointerleave", (event) => actions.point([], event));
  mapNode.addEventListener("dblclick", (event) => zoom(2, ...place(event)));
  new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect;
    if (width < 40 || height < 40) return;
    const isFirst = frame.width === 1;
    const wasWhole = isFirst || mapNode.classList.contains("whole");
    Object.assign(frame, { width, height });
    if (wasWhole) showAll();
    else setView(view.x, view.y, view.units);
  }).observe(mapNode);
}
