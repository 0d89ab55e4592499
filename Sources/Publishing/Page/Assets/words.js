// Words in the reader's language, and small tools to put text on the page. Text goes in as text, never as markup.

const words = read("words");
const languages = Object.keys(words);
let language = navigator.languages?.map((tag) => tag.slice(0, 2)).find((tag) => tag in words) ?? languages[0];

/** A phrase with its gaps filled. */
function word(key, gaps = {}) {
  const phrase = words[language][key];
  if (phrase === undefined) {
    console.error(`no word for ${key} in ${language}`);
    return key;
  }
  return phrase.replace(/\{(\w+)\}/g, (gap, name) => String(gaps[name] ?? gap));
}

/** A phrase that depends on a number, which fills its gap `count`. */
const counted = (key, number) =>
  word(`${key}.${number === 1 ? "one" : "other"}`, { count: formatNumber(number) });

/** The word for a value of an open vocabulary, else the value itself. */
const named = (vocabulary, value) => words[language][`${vocabulary}.${value}`] ?? String(value);

const formatNumber = (number) => new Intl.NumberFormat(language).format(number);
const formatDay = (day, style = "long") =>
  new Intl.DateTimeFormat(language, { dateStyle: style, timeZone: "UTC" }).format(dateOf(day));

/** A local moment, written without its time where that is midnight. */
function formatMoment(text) {
  if (!text) return "";
  const hasTime = text.length > 10 && !text.endsWith("T00:00:00");
  const date = new Date(`${text.length > 10 ? text : `${text}T00:00:00`}Z`);
  if (Number.isNaN(date.getTime())) return text;
  const style = hasTime ? { dateStyle: "medium", timeStyle: "short" } : { dateStyle: "medium" };
  return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(date);
}

/** A length, in metres below a kilometre. */
function formatLength(metres) {
  const [number, unit] = metres < 1000 ? [metres, "m"] : [metres / 1000, "km"];
  const digits = { maximumFractionDigits: number < 10 ? 1 : 0 };
  return `${new Intl.NumberFormat(language, digits).format(number)} ${unit}`;
}

const formatKilled = (events) =>
  [...killedByCategory(events)]
    .map(([category, sum]) => `${formatNumber(sum)} ${named("category", category)}`).join(", ");

const byId = (id) => document.getElementById(id);
const svgSpace = "http://www.w3.org/2000/svg";

/** An element of HTML with attributes and children; a child that is no node becomes text. */
function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An element of SVG. */
function shapeElement(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgSpace, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== undefined));
  return node;
}

/** Words of a report: in whatever direction they run, without upsetting what stands around them. */
const quoted = (text) => element("bdi", {}, text);

/** Puts the words of the language in use where the document asks for them. */
function translatePage() {
  document.documentElement.lang = language;
  document.title = word("title", { country: data.country });
  byId("title").textContent = document.title;
  for (const node of document.querySelectorAll("[data-word]")) node.textContent = word(node.dataset.word);
  for (const node of document.querySelectorAll("[data-label]")) {
    const label = word(node.dataset.label);
    node.setAttribute("aria-label", label);
    node.title = label;
  }
  byId("filters").setAttribute("aria-label", word("filters"));
}

/** What an event is called: the kilometre or the place, else the highway or the region. */
function eventName(event) {
  const [place, kilometre, end] = ["place", "km", "km_to"].map((name) =>
    event.kind === "blockade" || name === "place" ? event.value(name) : undefined);
  const route = event.kind === "blockade" ? event.value("route_name") ?? event.value("route") : undefined;
  const post = kilometre == null ? undefined : `km ${formatNumber(kilometre)}${end == null ? "" : `–${formatNumber(end)}`}`;
  const regions = ["district", "province", "department"].map((name) => event.value(name));
  return [[route, post].filter(Boolean).join(" "), place].filter(Boolean).join(", ")
    || regions.find(Boolean) || word("unlocated");
}

/** A few words beside a mark: the kilometre or the place. */
function eventLabel(event) {
  if (event.kind === "death") return undefined;
  const kilometre = event.value("km");
  return event.value("place") ?? (kilometre == null ? undefined : `km ${formatNumber(kilometre)}`);
}

/** One line about an event. */
const eventSummary = (event) => event.kind === "death"
  ? `${eventName(event)}: ${word("killed", { figures: formatKilled([event]) })}`
  : `${eventName(event)}: ${word(event.status)}, ${word(event.evidence).replace(/ *[(:].*/, "")}`;

/** The symbol of a status, around the origin. */
const symbols = {
  blocked: "M-5,0a5,5 0 1 1 10,0a5,5 0 1 1 -10,0Z",
  restricted: "M0,-6L5.8,4.4H-5.8Z",
  suspended: "M-4.5,-4.5h9v9h-9Z",
};
const diamond = (half) => `M0,${-half}L${half},0L0,${half}L${-half},0Z`;
const deathSize = (event) => 6 + 2 * Math.sqrt(Math.max(0, event.value("best")));
