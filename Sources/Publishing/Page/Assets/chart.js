// The chart of the period: bars of blockades by status, presumed ones paler, and above them who was killed.

const chartNode = byId("chart");
const chartSize = { width: 1, height: 150, left: 34, right: 8, top: 26, bottom: 20 };
const dayX = (day) =>
  chartSize.left + day * (chartSize.width - chartSize.left - chartSize.right) / data.dayCount;
const dayAt = (x) => Math.max(0, Math.min(data.dayCount - 1, Math.floor(
  (x - chartSize.left) / (chartSize.width - chartSize.left - chartSize.right) * data.dayCount)));
const cursor = shapeElement("rect", { class: "cursor", y: 0, height: chartSize.height - chartSize.bottom });

/** The series as last drawn, for the table of figures. */
let series = [];

function drawChart() {
  series = countSeries();
  const { width, height, left, right, top, bottom } = chartSize;
  const sums = new Int32Array(data.dayCount);
  for (const { counts } of series) counts.forEach((count, day) => { sums[day] += count; });
  const most = sums.reduce((most, sum) => Math.max(most, sum), 0);
  const [ceiling, step] = scaleFor(most);
  const y = (count) => top + (height - top - bottom) * (1 - count / ceiling);
  const nodes = [];
  for (let count = 0; count <= ceiling; count += step) {
    nodes.push(shapeElement("path", { class: "rule", d: `M${left},${y(count)}H${width - right}` }),
      shapeElement("text", { class: "tick", x: left - 5, y: y(count) + 4, "text-anchor": "end" }, formatNumber(count)));
  }
  for (const { day, text } of dateTicks(width)) {
    nodes.push(shapeElement("path", { class: "rule", d: `M${dayX(day)},${height - bottom}v4` }),
      shapeElement("text", { class: "tick", x: dayX(day) + 2, y: height - 5 }, text));
  }
  const floor = new Int32Array(data.dayCount);
  for (const { status, evidence, counts } of series) {
    let path = "";
    counts.forEach((count, day) => {
      if (count === 0) return;
      // Days that touch leave no gap; a hair's breadth apart they can be told where they are wide.
      const [x, end] = [dayX(day), dayX(day + 1)];
      const gap = end - x > 4 ? 1 : 0;
      path += `M${x.toFixed(2)},${y(floor[day]).toFixed(2)}V${y(floor[day] + count).toFixed(2)}`
        + `H${(end - gap).toFixed(2)}V${y(floor[day]).toFixed(2)}Z`;
      floor[day] += count;
    });
    nodes.push(shapeElement("path", { class: `bar ${status} ${evidence}`, d: path }));
  }
  for (const day of new Set(deaths.map((event) => event.first))) {
    const killed = deathsOn(day);
    const figures = [...killedByCategory(killed).values()];
    const middle = (dayX(day) + dayX(day + 1)) / 2;
    nodes.push(shapeElement("path", { class: "stem", d: `M${middle},${top - 8}V${height - bottom}` }),
      shapeElement("path", { class: "death", transform: at([middle, 12]), d: diamond(5) }),
      shapeElement("text", { class: "tick", x: middle + 8, y: 16 }, figures.map(formatNumber).join(" · ")));
  }
  chartNode.setAttribute("viewBox", `0 0 ${width} ${height}`);
  chartNode.replaceChildren(cursor, ...nodes);
  const deadliest = new Set(deaths.map((event) => event.first)).size;
  const peak = sums.indexOf(most);
  chartNode.setAttribute("aria-label", word("chartLabel", {
    from: formatDay(0), to: formatDay(data.dayCount - 1), day: formatDay(peak), count: formatNumber(most),
    deaths: formatNumber(deadliest),
  }));
  drawFigures(sums);
}

/** The top of the scale and its step: a round one, and never a part of a blockade. */
function scaleFor(most) {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough));
  return [Math.max(step, Math.ceil(most / step) * step), step];
}

/** Days to name on the axis: a first of the month, a first of the year, or in short periods some days. */
function dateTicks(width) {
  const room = Math.max(2, Math.floor(width / 90));
  const ticks = [];
  let lastMonth = -1;
  for (let day = 0; day < data.dayCount; day++) {
    const date = dateOf(day);
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
    if (month !== lastMonth && (date.getUTCDate() === 1 || lastMonth < 0)) ticks.push({ day, month });
    lastMonth = month;
  }
  if (data.dayCount <= 45) {
    const step = Math.ceil(data.dayCount / room);
    const days = Array.from({ length: Math.ceil(data.dayCount / step) }, (_, index) => index * step);
    return days.map((day) => ({ day, text: tickText(day, { day: "numeric", month: "short" }) }));
  }
  const every = [1, 2, 3, 6, 12, 24, 60, 120, 240].find((every) => data.dayCount / 30.4 / every <= room) ?? 600;
  return ticks.filter(({ day, month }) => month % every === 0 && data.dayCount - day > data.dayCount / room / 2)
    .map(({ day, month }) => ({
      day,
      text: tickText(day, every >= 12 || month % 12 === 0 ? { year: "numeric", ...(every < 12 && { month: "short" }) } : { month: "short" }),
    }));
}

const tickText = (day, style) =>
  new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(dateOf(day));

function moveCursor(day) {
  const [x, end] = [dayX(day), dayX(day + 1)];
  cursor.setAttribute("x", (Math.min(x, (x + end) / 2 - 1)).toFixed(2));
  cursor.setAttribute("width", Math.max(2, end - x).toFixed(2));
}

/** The figures behind the chart, for readers who do not see it; written when they are asked for. */
function drawFigures(sums) {
  const details = byId("figures");
  const write = () => {
    if (!details.open) return;
    const head = element("tr", {}, ...[word("date"), ...data.statuses.map((status) => word(status)), word("inForceColumn"),
      word("deaths")].map((text) => element("th", { scope: "col" }, text)));
    const rows = [];
    for (let day = 0; day < data.dayCount; day++) {
      const killed = deathsOn(day);
      if (sums[day] === 0 && killed.length === 0) continue;
      const numbers = data.statuses.map((status) => series.filter((one) => one.status === status)
        .reduce((sum, one) => sum + one.counts[day], 0));
      rows.push(element("tr", {}, element("th", { scope: "row" }, isoDay(day)),
        ...[...numbers, sums[day]].map((number) => element("td", {}, formatNumber(number))),
        element("td", { class: "text" }, formatKilled(killed))));
    }
    details.querySelector("div").replaceChildren(
      element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
  };
  details.ontoggle = write;
  write();
}

/** @param {{go: (day) => void, point: (day, event) => void}} actions What a press and a hover do. */
function listenToChart(actions) {
  const dayOf = (event) => dayAt(event.clientX - chartNode.getBoundingClientRect().left);
  chartNode.addEventListener("pointerdown", (event) => {
    chartNode.setPointerCapture(event.pointerId);
    actions.go(dayOf(event));
  });
  chartNode.addEventListener("pointermove", (event) => {
    if (event.buttons & 1) actions.go(dayOf(event));
    actions.point(dayOf(event), event);
  });
  chartNode.addEventListener("pointerleave", (event) => actions.point(undefined, event));
  new ResizeObserver(([entry]) => {
    if (entry.contentRect.width < 40) return;
    chartSize.width = entry.contentRect.width;
    drawChart();
    actions.resized();
  }).observe(chartNode);
}
