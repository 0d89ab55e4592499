// The page's state, and what changes it: the controls, the keys, the address.

const state = { day: 0, isCumulative: true, chosen: undefined, others: [] };
const slider = byId("slider");
let player;

/** The blockade's part that stands on the day, else its first; or the incident. */
function findEvent(id, day) {
  const parts = [...blockades, ...deaths].filter((event) => event.id === id);
  return parts.find((event) => event.first <= day && day <= event.last) ?? parts[0];
}

// Drawing

function showDay() {
  const { day } = state;
  const events = blockadesOn(day);
  const killed = deathsOn(day);
  const counts = count(events);
  const name = formatDay(day, "full");
  byId("day").textContent = name;
  if (slider.valueAsNumber !== day) slider.value = day;
  slider.setAttribute("aria-valuetext", name);
  const unplaced = events.filter((event) => !event.shape).length;
  const summary = [
    `${counted("inForce", counts.inForce)}${isFiltered() ? ` (${word("filtered")})` : ""}: ${word("detail", counts)}.`,
    killed.length ? `${capitalized(word("killed", { figures: formatKilled(killed) }))}.` : "",
    unplaced ? `${counted("unplaced", unplaced)}.` : "",
  ].filter(Boolean).join(" ");
  byId("summary").textContent = summary;
  mapNode.setAttribute("aria-label", word("mapLabel", { country: data.country, day: name, summary }));
  if (data.map) drawDay(events, killed, state.isCumulative ? deathsBefore(day) : []);
  moveCursor(day);
  drawCounts(day, events, { sorted: showDay, region: showArea });
  drawList([...killed, ...events], state.chosen, choose);
  showChoice();
  rememberSoon();
}

const capitalized = (text) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);

function showChoice() {
  const event = state.chosen && findEvent(state.chosen, state.day);
  drawChoice(event);
  drawEvidence(event, state.others, state.day, { choose, close: () => { choose(undefined); mapNode.focus(); }, go });
}

function showFilters() {
  const box = (group, value, text, event) => element("label", {}, element("input", {
    type: "checkbox", name: group, value,
    onchange({ target }) {
      if (target.checked) filters[group].add(value);
      else filters[group].delete(value);
      drawChart();
      showDay();
    },
  }), event ? symbolOf(event) : undefined, text);
  const show = (group, make) => byId(`filter-${group}`).replaceChildren(...choices[group].map(make));
  show("status", (status) => box("status", status, word(status), { status, evidence: "reported" }));
  show("evidence", (evidence) => box("evidence", evidence, word(evidence), { status: data.statuses[0], evidence }));
  show("cause", (cause) => box("cause", cause, named("cause", cause)));
  byId("filter-deaths").replaceChildren(element("label", {}, element("input", {
    type: "checkbox", name: "deaths", value: "cumulative",
    onchange({ target }) {
      state.isCumulative = target.checked;
      showDay();
    },
  }), word("cumulative")));
  for (const input of byId("filters").querySelectorAll("input")) {
    input.checked = input.name === "deaths" ? state.isCumulative : filters[input.name].has(input.value);
  }
  const symbol = (child) =>
    shapeElement("svg", { class: "symbol", viewBox: "-12 -8 24 16", width: 24, height: 16, "aria-hidden": "true" }, child);
  byId("legend").replaceChildren(
    element("li", {}, symbol(shapeElement("path", { class: "section blocked reported", d: "M-10,0H10" })), word("section")),
    element("li", {}, symbol(shapeElement("circle", { class: "halo blocked", r: 7 })), word("circle")),
    element("li", {}, symbol(shapeElement("path", { class: "death", d: diamond(6) })), word("killedMark")));
}

/** Everything that has words in it. */
function showAllWords() {
  translatePage();
  byId("language").value = language;
  byId("period").textContent = word("period", { from: formatDay(0), to: formatDay(data.dayCount - 1) });
  byId("notes").textContent = [word("presumedNote", { count: formatNumber(data.presumedDays) }),
    data.asOf ? word("asOf", { day: formatMoment(data.asOf) }) : ""].join(" ");
  showFilters();
  showPlaying();
  drawChart();
  if (data.map) drawScale();
  showDay();
}

function showPlaying() {
  const button = byId("play");
  const label = word(player ? "pause" : "play");
  button.textContent = player ? "❚❚" : "►";
  button.setAttribute("aria-label", label);
  button.title = label;
  // A reader that speaks would not keep up with a film.
  byId("summary").setAttribute("aria-live", player ? "off" : "polite");
}

// Changes

function go(day) {
  const next = Math.max(0, Math.min(data.dayCount - 1, day));
  if (next === state.day) return;
  state.day = next;
  showDay();
}

function choose(event, others = []) {
  state.chosen = event?.id;
  if (!event || others.length || !state.others.some((other) => other.id === event.id)) state.others = others;
  if (event && data.map) reveal(event);
  showDay();
  if (event && matchMedia("(max-width: 899px)").matches) {
    byId("evidence").scrollIntoView({ block: "nearest" });
    byId("evidence").focus({ preventScroll: true });
  }
}

function stop() {
  clearInterval(player);
  player = undefined;
  showPlaying();
}

function togglePlaying() {
  if (player) return stop();
  if (state.day === data.dayCount - 1) go(0);
  player = setInterval(() => (state.day === data.dayCount - 1 ? stop() : go(state.day + 1)), 350);
  showPlaying();
}

// The address: a day, filters and a choice that can be handed on

let remembering;

/** Only what differs from the page as it opens first. */
function address() {
  const parts = new URLSearchParams({ day: isoDay(state.day) });
  for (const [name, all] of Object.entries(choices)) {
    if (filters[name].size === all.length) continue;
    const chosen = all.filter((value) => filters[name].has(value));
    for (const value of chosen.length ? chosen : [""]) parts.append(name, value);
  }
  if (!state.isCumulative) parts.set("deaths", "day");
  if (state.chosen) parts.set("chosen", state.chosen);
  parts.set("lang", language);
  return `#${parts}`;
}

/** Browsers allow few changes of the address in a short time. */
function rememberSoon() {
  byId("permalink").href = address();
  clearTimeout(remembering);
  remembering = setTimeout(() => history.replaceState(null, "", address()), 250);
}

/** Takes from an address what it has and what there is. */
function readAddress(text) {
  const parts = new URLSearchParams(text.replace(/^#/, ""));
  if (words[parts.get("lang")]) language = parts.get("lang");
  for (const [name, all] of Object.entries(choices)) {
    filters[name] = new Set(parts.has(name) ? all.filter((value) => parts.getAll(name).includes(value)) : all);
  }
  state.isCumulative = parts.get("deaths") !== "day";
  state.chosen = parts.get("chosen") ?? undefined;
  state.others = [];
  return dayNumber(parts.get("day") ?? "");
}

/** The day the page opens on: the one with the most blockades; of several, one with the most reported; else the last. */
function busiestDay() {
  let best = 0, most = [0, 0];
  for (let day = 0; day < data.dayCount; day++) {
    const counts = count(blockadesOn(day));
    const rank = [counts.inForce, counts.inForce - counts.presumed];
    if (rank[0] > 0 && (rank[0] - most[0] || rank[1] - most[1]) >= 0) [best, most] = [day, rank];
  }
  return best;
}

// Listening

function tell(text, event) {
  const tip = byId("tip");
  tip.hidden = !text || event.pointerType === "touch";
  if (tip.hidden) return;
  tip.textContent = text;
  const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
  tip.style.left = `${Math.max(4, Math.min(room, event.clientX + 12))}px`;
  tip.style.top = `${event.clientY + 16}px`;
}

const keys = {
  ArrowLeft: () => go(state.day - 1), ArrowRight: () => go(state.day + 1),
  Home: () => go(0), End: () => go(data.dayCount - 1),
  " ": togglePlaying, "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), 0: showAll,
  Escape: () => choose(undefined),
};
const shifted = {
  ArrowLeft: () => pan(-80, 0), ArrowRight: () => pan(80, 0), ArrowUp: () => pan(0, -80), ArrowDown: () => pan(0, 80),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const { target } = event;
  const action = (event.shiftKey && shifted[event.key]) || keys[event.key];
  // Controls keep the keys that are theirs.
  const isTheirs = target.matches("select")
    || (target.matches("button, summary, a, input[type=checkbox]") && event.key === " ")
    || (target === slider && !event.shiftKey && /^(Arrow|Home|End)/.test(event.key));
  if (!action || isTheirs) return;
  event.preventDefault();
  action();
});

byId("previous").addEventListener("click", () => go(state.day - 1));
byId("next").addEventListener("click", () => go(state.day + 1));
byId("play").addEventListener("click", togglePlaying);
byId("zoom-in").addEventListener("click", () => zoom(1.5));
byId("zoom-out").addEventListener("click", () => zoom(1 / 1.5));
byId("zoom-all").addEventListener("click", showAll);
slider.addEventListener("input", () => go(slider.valueAsNumber));
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("language").addEventListener("change", ({ target }) => {
  language = target.value;
  showAllWords();
});
addEventListener("hashchange", () => {
  if (location.hash === address()) return;
  state.day = readAddress(location.hash) ?? state.day;
  showAllWords();
});
listenToMap({
  choose: (events) => choose(events[0], events),
  point: (events, event) => tell(events.length
    ? eventSummary(events[0]) + (events.length > 1 ? ` (+${events.length - 1})` : "") : undefined, event),
});
listenToChart({
  go,
  resized: () => moveCursor(state.day),
  point: (day, event) => tell(day === undefined ? undefined
    : [formatDay(day), counted("inForce", blockadesOn(day).length), formatKilled(deathsOn(day))].filter(Boolean).join(" · "), event),
});

// Opening

byId("language").append(...languages.map((code) => element("option", { value: code, lang: code }, words[code].name)));
slider.max = data.dayCount - 1;
byId("no-map").hidden = Boolean(data.map);
mapNode.toggleAttribute("hidden", !data.map);
state.day = readAddress(location.hash) ?? busiestDay();
slider.value = state.day;
showAllWords();
