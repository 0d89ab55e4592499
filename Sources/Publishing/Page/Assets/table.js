// The counts of the day: a row for each region, and for what belongs to none, so that they add up to the total.

const countColumns = [...data.statuses, "inForce", "presumed"];
const order = { column: "inForce", isRising: false };

const groupName = (row) => row.name ?? word(row.code, { country: data.country });

/** Regions in the order asked for; what belongs to none stays at the end. */
function inOrder(rows) {
  const sign = order.isRising ? 1 : -1;
  const compare = order.column === "region"
    ? (one, other) => sign * one.name.localeCompare(other.name, language)
    : (one, other) => sign * (one.counts[order.column] - other.counts[order.column]);
  const regions = rows.filter((row) => row.name !== undefined);
  return [...regions.sort(compare), ...rows.filter((row) => row.name === undefined)];
}

/** @param {{sorted: () => void, region: (code) => void}} actions What the buttons do. */
function drawCounts(day, events, actions) {
  const heading = (column, text) => element("th", {
    scope: "col",
    "aria-sort": order.column === column ? (order.isRising ? "ascending" : "descending") : undefined,
  }, element("button", {
    type: "button", "data-key": `sort-${column}`, "aria-label": word("sort", { column: text }),
    onclick() {
      order.isRising = order.column === column ? !order.isRising : column === "region";
      order.column = column;
      actions.sorted();
    },
  }, text, element("span", { "aria-hidden": "true" },
    order.column === column ? (order.isRising ? " ▲" : " ▼") : "")));
  const title = (column) => word({ inForce: "inForceColumn", presumed: "presumedColumn" }[column] ?? column);
  const cells = (counts) =>
    countColumns.map((column) => element("td", { "data-column": column }, formatNumber(counts[column])));
  const rows = inOrder(countRows(events)).map((row) => element("tr", { "data-code": row.code },
    element("th", { scope: "row" }, ground.areas.some((area) => area.code === row.code)
      ? element("button", {
        type: "button", "data-key": `region-${row.code}`,
        title: word("zoomTo", { region: row.name }), onclick: () => actions.region(row.code),
      }, row.name)
      : groupName(row)),
    ...cells(row.counts)));
  const total = element("tr", { "data-code": "total" }, element("th", { scope: "row" }, word("total")),
    ...cells(count(events)));
  const focused = byId("counts").contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  byId("counts").replaceChildren(
    element("caption", {}, word("countsCaption", { day: formatDay(day) }),
      isFiltered() ? ` (${word("filtered")})` : ""),
    element("thead", {}, element("tr", {}, heading("region", word("region")),
      ...countColumns.map((column) => heading(column, title(column))))),
    element("tbody", {}, ...rows),
    element("tfoot", {}, total));
  if (focused) byId("counts").querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
}

/** The day's events as a list of buttons: what the marks of the map are, for keyboards and screen readers. */
function drawList(events, chosen, choose) {
  const details = byId("list");
  details.querySelector("summary").textContent = counted("list", events.length);
  const write = () => {
    if (!details.open) return;
    const list = details.querySelector("ol");
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    list.replaceChildren(...events.map((event) => element("li", {}, element("button", {
      type: "button", "data-key": event.id, "aria-pressed": String(event.id === chosen),
      onclick: () => choose(event),
    }, symbolOf(event), quoted(eventSummary(event))))));
    if (focused) list.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  };
  details.ontoggle = write;
  write();
}

/** An event's mark, as a picture in a line of text. */
function symbolOf({ kind, status, evidence }) {
  const path = kind === "death"
    ? shapeElement("path", { class: "death", d: diamond(6) })
    : shapeElement("path", { class: `mark ${status} ${evidence}`, d: symbols[status] });
  return shapeElement("svg", { class: "symbol", viewBox: "-8 -8 16 16", width: 16, height: 16, "aria-hidden": "true" }, path);
}
