internal import Chronicle
internal import Gazetteer
internal import Geo
internal import GeoFormats

/// Everything the page shows, as one JSON document.
///
/// Its parts: the country and the days; the map's ground; the rows that blockades are counted in; and the
/// blockades and deaths of the layers with all their properties, on the days on which they stand there.
struct PageData {
  private let timeline: Timeline
  private let pack: CountryPack
  private let days: ClosedRange<Day>
  private let blockades: [Feature?]

  private var values = ValueTable()
  private var geometries: [PageGeometry] = []
  private var geometryPlaces: [Geometry: Int] = [:]
  private var groups: [CountGroup] = []
  private var reports: [Report.ID] = []
  private var reportPlaces: [Report.ID: Int] = [:]
  private let ground: Ground?

  /// - Parameter blockades: The features of the timeline's phases, by their places, as far as they are made already.
  init(_ timeline: Timeline, pack: CountryPack, days: ClosedRange<Day>, blockades: [Feature?] = []) {
    self.timeline = timeline
    self.blockades = blockades
    self.pack = pack
    self.days = days
    // An eighth of a thousandth of the country's greater extent: finer than a screen shows before the view is
    // sixteen times enlarged.
    ground = Ground(pack, width: 16_384, height: 16_384, tolerance: 1)
  }

  /// The document.
  ///
  /// - Complexity: O(*n* log *n*) in the phases, incidents and coordinates.
  mutating func json() -> [UInt8] {
    let blockades = blockadeEvents()
    let deaths = deathEvents()
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("country")
    writer.string(pack.country.name)
    writer.key("firstDay")
    writer.string(days.lowerBound.description)
    writer.key("dayCount")
    writer.integer(days.count)
    writer.key("presumedDays")
    writer.integer(timeline.settings.presumedDays)
    writer.key("asOf")
    writer.value(.text(timeline.settings.asOf?.description))
    writer.key("statuses")
    write(BlockadeStatus.allCases.filter(\.isInForce).map(\.rawValue), to: &writer)
    writer.lineBreak()
    writer.key("map")
    if let ground { ground.write(to: &writer) } else { writer.null() }
    writer.lineBreak()
    writer.key("groups")
    writeGroups(to: &writer)
    writer.lineBreak()
    writer.key("reports")
    writeReports(to: &writer)
    writer.lineBreak()
    writer.key("geometries")
    writer.beginArray()
    for geometry in geometries { geometry.write(to: &writer) }
    writer.endArray()
    writer.lineBreak()
    writer.key("values")
    writer.beginArray()
    for value in values.values { writer.value(value) }
    writer.endArray()
    writer.lineBreak()
    writer.key("blockades")
    blockades.write(to: &writer)
    writer.lineBreak()
    writer.key("deaths")
    deaths.write(to: &writer)
    writer.endObject()
    return writer.bytes
  }

  // MARK: Events

  private mutating func blockadeEvents() -> PageEvents {
    let layer = BlockadeLayer(timeline)
    let shown = timeline.shownPhases.filter { $0.days.overlaps(days) }
    let key = CountKey.region(.department)
    groups = Set(shown.map { timeline.group(of: $0.phase, by: key) }).union([.several, .outside, .unlocated])
      .sorted()
    let places = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0) })
    var events = PageEvents(properties: BlockadeProperty.allCases.map(\.rawValue))
    for (phase, range, index) in shown {
      let range = range.clamped(to: days)
      let made = blockades.indices.contains(index) ? blockades[index] : nil
      let properties = made?.properties ?? layer.properties(phase)
      events.rows.append(
        PageEvents.Row(
          firstDay: days.lowerBound.distance(to: range.lowerBound),
          lastDay: days.lowerBound.distance(to: range.upperBound),
          group: places[timeline.group(of: phase, by: key)] ?? -1,
          geometry: place(of: phase.placement.location),
          reports: phase.reports.map { place(of: $0) },
          properties: properties.map { values.place(of: $0.value) }
        )
      )
    }
    return events
  }

  private mutating func deathEvents() -> PageEvents {
    let layer = DeathLayer(timeline)
    var events = PageEvents(properties: DeathProperty.allCases.map(\.rawValue))
    for incident in timeline.incidents.sorted(by: { ($0.day, $0.id) < ($1.day, $1.id) })
    where incident.measure == .killed && days.contains(incident.day) {
      let day = days.lowerBound.distance(to: incident.day)
      events.rows.append(
        PageEvents.Row(
          firstDay: day,
          lastDay: day,
          group: -1,
          geometry: place(of: incident.placement.location),
          reports: incident.reports.map { place(of: $0) },
          properties: layer.properties(incident).map { values.place(of: $0.value) }
        )
      )
    }
    return events
  }

  private mutating func place(of location: Location?) -> Int {
    guard let location else { return -1 }
    if let place = geometryPlaces[location.geometry] { return place }
    guard let geometry = PageGeometry(location, on: ground) else { return -1 }
    geometryPlaces[location.geometry] = geometries.count
    geometries.append(geometry)
    return geometries.count - 1
  }

  private mutating func place(of report: Report.ID) -> Int {
    if let place = reportPlaces[report] { return place }
    reportPlaces[report] = reports.count
    reports.append(report)
    return reports.count - 1
  }

  // MARK: Tables

  /// The rows of counts: a region's code and name, or only the word for what belongs to none.
  private func writeGroups(to writer: inout JSONWriter) {
    let names = CountGroupNames(key: .region(.department), pack: pack)
    writer.beginArray()
    for group in groups {
      writer.beginArray()
      writer.string(names.code(of: group))
      if case .region = group { writer.string(names.name(of: group)) }
      writer.endArray()
    }
    writer.endArray()
  }

  private func writeReports(to writer: inout JSONWriter) {
    writer.beginArray()
    for id in reports {
      let report = timeline.report(id)
      writer.lineBreak()
      writer.beginArray()
      writer.string(id.text)
      writer.string(report?.publisher ?? "")
      writer.string(report?.title ?? "")
      writer.value(
        .text(report.map { ($0.hasTime ? $0.published.description : $0.published.day.description) })
      )
      writer.value(.text(report?.url))
      writer.endArray()
    }
    writer.endArray()
  }

  private func write(_ texts: [String], to writer: inout JSONWriter) {
    writer.beginArray()
    for text in texts { writer.string(text) }
    writer.endArray()
  }
}
