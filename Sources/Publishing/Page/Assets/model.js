// What the page knows: the document's data, decoded, and questions about days. Nothing here touches the page.

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("data");
const dayLength = 86_400_000;
const firstDay = Date.parse(`${data.firstDay}T00:00:00Z`);

/** The date of a day, by its number since the first. */
const dateOf = (day) => new Date(firstDay + day * dayLength);
const isoDay = (day) => dateOf(day).toISOString().slice(0, 10);

/** The number of a day written YYYY-MM-DD; undefined where it is not among the page's. */
function dayNumber(text) {
  const day = (Date.parse(`${text}T00:00:00Z`) - firstDay) / dayLength;
  return Number.isInteger(day) && day >= 0 && day < data.dayCount ? day : undefined;
}

/** The points of an encoded polyline, [x, y] in units of the map. */
function decodeLine(text) {
  const points = [];
  const sum = [0, 0];
  let axis = 0, value = 0, shift = 0;
  for (let index = 0; index < text.length; index++) {
    const bits = text.charCodeAt(index) - 63;
    value += (bits & 31) * 2 ** shift;
    shift += 5;
    if (bits >= 32) continue;
    sum[axis] += value % 2 ? -(value + 1) / 2 : value / 2;
    if (axis === 1) points.push([sum[0], sum[1]]);
    axis = 1 - axis;
    value = shift = 0;
  }
  return points;
}

/** Web Mercator, in units of the map. */
function project([longitude, latitude]) {
  const radians = Math.max(-85, Math.min(85, latitude)) * Math.PI / 180;
  const northing = Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180 / Math.PI;
  return [(longitude - data.map.west) * data.map.scale, (data.map.north - northing) * data.map.scale];
}

/** How many units a length in metres is at a place of the map: Mercator stretches by the secant. */
function unitsPerMetre(y) {
  const northing = (data.map.north - y / data.map.scale) * Math.PI / 180;
  return data.map.scale * 360 * Math.cosh(northing) / (2 * Math.PI * 6_378_137);
}

const shapes = data.geometries.map((geometry) => {
  if (typeof geometry[0] === "number") {
    return { degrees: geometry, points: data.map ? [project(geometry)] : [], lines: [] };
  }
  const lines = geometry.map(decodeLine);
  return { points: [], lines };
});

/** Makes events of a table's rows. `value(name)` gives a property as it stands in the layers. */
function readEvents(table, kind, idName) {
  const places = new Map(table.properties.map((name, index) => [name, index + 5]));
  return table.rows.map((row) => {
    const value = (name) => data.values[row[places.get(name)]];
    return {
      kind, value,
      id: value(idName),
      first: row[0], last: row[1], group: row[2],
      shape: shapes[row[3]],
      reports: row[4].map((place) => {
        const [id, publisher, title, published, url] = data.reports[place];
        return { id, publisher, title, published, url };
      }),
      status: value("status"), evidence: value("evidence"), cause: value("cause"),
    };
  });
}

const blockades = readEvents(data.blockades, "blockade", "blockade_id");
const deaths = readEvents(data.deaths, "death", "incident_id");
const evidences = ["reported", "presumed"];
const causes = [...new Set(blockades.map((event) => event.cause))].sort();

/** Which blockades are wanted: a set of each. */
const filters = {
  status: new Set(data.statuses),
  evidence: new Set(evidences),
  cause: new Set(causes),
};
const choices = { status: data.statuses, evidence: evidences, cause: causes };
const isFiltered = () => Object.keys(choices).some((name) => filters[name].size < choices[name].length);
const isWanted = (event) =>
  filters.status.has(event.status) && filters.evidence.has(event.evidence) && filters.cause.has(event.cause);

const blockadesOn = (day) =>
  blockades.filter((event) => event.first <= day && day <= event.last && isWanted(event));
const deathsOn = (day) => deaths.filter((event) => event.first === day);
const deathsBefore = (day) => deaths.filter((event) => event.first < day);

/** Blockades by status, how many of them are presumed, and their sum. */
function count(events) {
  const counts = { inForce: events.length, presumed: 0 };
  for (const status of data.statuses) counts[status] = 0;
  for (const event of events) {
    counts[event.status] += 1;
    if (event.evidence === "presumed") counts.presumed += 1;
  }
  return counts;
}

/** The rows of the table of counts: of every region with a blockade, and of those that belong to none. */
function countRows(events) {
  const byGroup = data.groups.map(() => []);
  for (const event of events) byGroup[event.group]?.push(event);
  return data.groups
    .map(([code, name], index) => ({ code, name, counts: count(byGroup[index]) }))
    .filter((row) => row.counts.inForce > 0 || row.name === undefined);
}

/** For every status and evidence the number of blockades on each day. */
function countSeries() {
  const series = [];
  for (const status of data.statuses) {
    for (const evidence of evidences) {
      const changes = new Int32Array(data.dayCount + 1);
      for (const event of blockades) {
        if (event.status !== status || event.evidence !== evidence || !isWanted(event)) continue;
        changes[event.first] += 1;
        changes[event.last + 1] -= 1;
      }
      for (let day = 1; day < changes.length; day++) changes[day] += changes[day - 1];
      series.push({ status, evidence, counts: changes.subarray(0, data.dayCount) });
    }
  }
  return series;
}

/** How many were killed, by whom the figure counts: figures of different categories are never added. */
function killedByCategory(events) {
  const sums = new Map();
  for (const event of events) {
    const category = event.value("category");
    sums.set(category, (sums.get(category) ?? 0) + event.value("best"));
  }
  return sums;
}
