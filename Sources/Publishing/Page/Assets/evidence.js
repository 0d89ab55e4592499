// Who says so: everything known about the event that was chosen, in the words of its sources.

/** An address that is safe to follow, else undefined. */
const webAddress = (text) => (/^https?:\/\/[^\s<>"]+$/.test(text ?? "") ? text : undefined);

const link = (address, text) =>
  element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);

function uncertaintyOf(event) {
  const metres = event.value("uncertainty_m");
  if (metres == null) return word("noPosition");
  return event.shape?.lines.length
    ? word("uncertaintyLine", { distance: formatLength(2 * metres) })
    : word("uncertaintyPoint", { distance: formatLength(metres) });
}

function positionOf(event) {
  const degrees = event.shape?.degrees;
  return degrees && `${degrees[1].toFixed(4)}, ${degrees[0].toFixed(4)}`;
}

function rangeOf(event) {
  const [low, high] = [event.value("low"), event.value("high")];
  if (low != null && high != null) return word("rangeText", { low: formatNumber(low), high: formatNumber(high) });
  if (low != null) return word("atLeast", { low: formatNumber(low) });
  return high == null ? undefined : word("atMost", { high: formatNumber(high) });
}

function whereOf(event) {
  const names = ["place", "district", "province", "department"].map((name) => event.value(name));
  const distinct = names.filter((name, index) => name && names.indexOf(name) === index);
  const code = event.value("ubigeo");
  return [distinct.join(", "), code && `(${code})`].filter(Boolean).join(" ");
}

function reportItems(event) {
  return event.reports.map(({ id, publisher, title, published, url }) => {
    const address = webAddress(url);
    const text = quoted(title || id);
    return element("li", {}, address ? link(address, text) : text,
      element("span", { class: "by" }, quoted(publisher), `, ${formatMoment(published)}`));
  });
}

/** The lines of the panel: a word, and what stands beside it. Lines without anything are left out. */
function evidenceLines(event) {
  const isDeath = event.kind === "death";
  const kilometres = isDeath ? [] : ["km", "km_to"].map((name) => event.value(name)).filter((km) => km != null);
  const codes = isDeath ? undefined : event.value("route");
  const times = isDeath
    ? [["eventDate", formatMoment(event.value("event_date"))],
      ["category", named("category", event.value("category"))],
      ["range", rangeOf(event)],
      ["revisions", event.value("revisions")],
      ["knownOn", formatMoment(event.value("as_of"))]]
    : [["status", `${word(event.status)}; ${word(event.evidence).replace(/ *\(.*/, "")}`],
      ["from", formatMoment(event.value("start"))],
      ["until", event.value("end") ? formatMoment(event.value("end")) : word("lasting")],
      ["cause", named("cause", event.cause)]];
  const source = isDeath ? [] : [
    ["reportedFrom", formatMoment(event.value("first_reported"))],
    ["reportedTo", formatMoment(event.value("last_reported"))]];
  return [
    ...times,
    ["where", whereOf(event)],
    ["route", codes && [event.value("route_name"), codes].filter((name, index, names) => name && names.indexOf(name) === index).join(" · ")],
    ["kilometre", kilometres.map(formatNumber).join("–")],
    ["position", positionOf(event)],
    ["uncertainty", uncertaintyOf(event)],
    ["method", event.value("method") && named("method", event.value("method"))],
    ["publisher", event.value("publisher")],
    ...source,
  ].filter(([, text]) => text);
}

/**
 * Shows an event.
 * @param others Events at the same place of the map, to choose from.
 * @param {{choose: (event) => void, close: () => void, go: (day) => void}} actions What the buttons do.
 */
function drawEvidence(event, others, day, actions) {
  const body = byId("evidence-body");
  byId("evidence").classList.toggle("empty", !event);
  if (!event) {
    body.replaceChildren(element("p", { class: "hint" }, word("evidenceHint")));
    return;
  }
  const heading = event.kind === "death"
    ? `${word("death", { count: formatNumber(event.value("best")) })}: ${eventName(event)}`
    : eventName(event);
  const isShown = event.first <= day && (day <= event.last || event.kind === "death");
  const quote = event.value("quote");
  const warnings = (event.value("warnings") ?? "").split(/; (?=[a-z_]+: )/).filter(Boolean);
  body.replaceChildren(...[
    element("div", { class: "heading" }, symbolOf(event), element("h3", {}, quoted(heading)),
      element("button", { type: "button", class: "close", "aria-label": word("close"), title: word("close"), onclick: actions.close }, "✕")),
    isShown ? undefined : element("p", { class: "hint" }, word("notThisDay"), " ",
      element("button", { type: "button", onclick: () => actions.go(event.first) }, word("showDay", { day: formatDay(event.first) }))),
    quote ? element("figure", {}, element("blockquote", { dir: "auto" }, quote),
      element("figcaption", {}, "— ", quoted(event.value("publisher")))) : undefined,
    warnings.length ? element("div", { class: "doubts" }, element("h4", {}, word("warnings")),
      element("ul", { lang: "en" }, ...warnings.map((warning) => element("li", {}, quoted(warning.replaceAll("_", " ")))))) : undefined,
    element("dl", {}, ...evidenceLines(event).flatMap(([name, text]) =>
      [element("dt", {}, word(name)), element("dd", {}, quoted(text))])),
    element("details", { open: event.reports.length <= 4 },
      element("summary", {}, `${word("reports")}: ${formatNumber(event.reports.length)}`),
      element("ul", {}, ...reportItems(event))),
    element("dl", { class: "small" }, element("dt", {}, word("source")), element("dd", {}, quoted(event.value("source"))),
      element("dt", {}, word("identifier")), element("dd", {}, event.id)),
    others.length > 1 ? element("div", {}, element("h4", {}, word("alsoHere")), element("ul", { class: "others" },
      ...others.filter((other) => other.id !== event.id).map((other) => element("li", {}, element("button",
        { type: "button", onclick: () => actions.choose(other) }, symbolOf(other), quoted(eventSummary(other))))))) : undefined,
  ].filter(Boolean));
}
