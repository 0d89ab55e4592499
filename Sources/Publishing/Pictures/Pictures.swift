internal import Chronicle
internal import Gazetteer
internal import GeoFormats

/// The pictures of a publication: a map and a chart of the whole period, and a map of each day.
struct Pictures {
  private let timeline: Timeline
  private let days: ClosedRange<Day>
  private let map: MapPicture?
  private let title: String

  init(_ timeline: Timeline, pack: CountryPack, days: ClosedRange<Day>) {
    self.timeline = timeline
    self.days = days
    map = MapPicture(pack: pack)
    title = "Road blockades and deaths in \(pack.country.name)"
  }

  /// Whether a file of this name in the folder `pictures` is one of ours.
  static func owns(_ name: some StringProtocol) -> Bool {
    guard name.hasSuffix(".svg") else { return false }
    let stem = name.dropLast(4)
    return stem == "period" || Day(stem) != nil
  }

  /// The map of the period and its chart, with the paths of their files.
  func period(_ phases: [Phase], _ incidents: [Incident]) -> [(path: String, bytes: [UInt8])] {
    let subtitle = "\(days.lowerBound) to \(days.upperBound)"
    let picture = map.map {
      $0.svg(title: title, subtitle: subtitle, phases: phases, incidents: incidents)
    }
    let files: [(path: String, bytes: [UInt8]?)] = [
      ("map.svg", picture), ("chart.svg", chart(incidents)),
    ]
    return files.compactMap { path, bytes in bytes.map { (path, $0) } }
  }

  /// Writes a map of each day with anything, and beside them the chart, so that the folder can be handed on.
  func writeDays(_ incidents: [Day: [Incident]], to output: inout FolderReplacement) throws(OutputError) {
    for day in days {
      let (inForce, killed) = (timeline.phases(on: day), incidents[day] ?? [])
      guard let map, !inForce.isEmpty || !killed.isEmpty else { continue }
      let picture = map.svg(title: title, subtitle: day.description, phases: inForce, incidents: killed)
      try output.write(picture, to: "pictures/\(day).svg")
    }
    try output.write(chart(incidents.values.flatMap { $0 }), to: "pictures/period.svg")
  }

  private func chart(_ incidents: [Incident]) -> [UInt8] {
    let ordered = incidents.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    let shown = timeline.shownPhases.filter { $0.days.overlaps(days) }
    let publishers = Set(shown.flatMap(\.phase.publishers) + ordered.flatMap(\.publishers)).sorted()
    return PeriodChart(DailyCounts(timeline, days: days), incidents: ordered, publishers: publishers)
      .svg(title: title)
  }
}
