public import Chronicle
public import Gazetteer
public import Geo
public import GeoFormats

/// Everything that is published of a timeline: layers, layers by date, counts and tables.
///
/// The same timeline gives the same bytes.
public struct Publication: Sendable {
  /// The names at the top of an output folder that belong to it.
  public static let names: Set<String> =
    Set([
      "layers", "by-date", "counts", "tallies.csv", "tolls.csv", "unlocated.csv", "map.svg", "chart.svg",
      "index.html", "pictures",
    ])
    .union(geoPackageNames)

  /// The GeoPackage, and what SQLite puts beside it while a program has it open. Those belong to one state of
  /// the file: beside a new one they would spoil it.
  private static let geoPackageNames = ["", "-wal", "-shm", "-journal"].map {
    GeoPackagePublication.fileName + $0
  }

  /// A file that every output has, and how it begins: a folder where it is otherwise was not written by this
  /// program.
  public static let mark = (path: "tolls.csv", start: Array("incident_id,".utf8))

  /// Whether a path below one of ``names`` is a file of a publication; what else lies there is somebody's, as may
  /// be a ``StyleFile``.
  public static func owns(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    let layers: Set<Substring> = ["blockades.geojson", "deaths.geojson"]
    switch (parts.first, parts.count) {
    case ("layers", 2): return layers.contains(parts[1]) || StyleFile.all.contains { $0.path == path }
    case ("by-date", 3): return Day(String(parts[1])) != nil && layers.contains(parts[2])
    case ("counts", 2): return CountKey.published.contains { "\($0.name).csv" == parts[1] }
    case ("pictures", 2): return Pictures.owns(parts[1])
    case (_, 1): return names.contains(path)
    default: return false
    }
  }

  /// How much there is of what.
  public struct Summary: Hashable, Sendable {
    public var days = 0
    public var spells = 0
    public var incidents = 0
    public var tallies = 0
    public var tolls = 0
    public var unlocated = 0
  }

  private let timeline: Timeline
  private let pack: CountryPack
  private let days: ClosedRange<Day>?
  private let system: ReferenceSystem
  private let withPictures: Bool

  /// Prepares a publication.
  ///
  /// - Parameters:
  ///   - days: The days to publish layers and counts of, cut to those that the timeline has; all of them where
  ///     it is `nil`.
  ///   - system: The coordinate reference system of the GeoPackage. GeoJSON is always in WGS 84.
  ///   - withPictures: Whether to draw a map of each day as well.
  public init(
    _ timeline: Timeline,
    pack: CountryPack,
    days: ClosedRange<Day>? = nil,
    system: ReferenceSystem = .wgs84,
    withPictures: Bool = false
  ) {
    self.timeline = timeline
    self.withPictures = withPictures
    self.pack = pack
    self.system = system
    if let days, let all = timeline.days {
      self.days = days.overlaps(all) ? days.clamped(to: all) : nil
    } else {
      self.days = timeline.days
    }
  }

  /// Writes every file.
  ///
  /// - Parameter kept: The paths of style files that somebody has put there, which are not written.
  /// - Throws: `OutputError`, `CountInconsistency` where a count lost something, or `ReferenceSystemError` where
  ///   something has no place in the GeoPackage's reference system.
  public func write(to output: inout FolderReplacement, keeping kept: Set<String> = []) throws -> Summary {
    var summary = Summary()
    let counts = Later { [timeline, days] in
      guard let days else { return [CountTable]() }
      return try timeline.counts(by: CountKey.published.map(\.key), days: days)
    }
    let countFiles = Later { [pack] in
      let tables = try counts.value()
      return CountKey.published.indices.map { index in
        tables.isEmpty
          ? CSVWriter<CountColumn>(isForSpreadsheets: true).bytes
          : CountFile(tables[index], pack: pack).csv(isForSpreadsheets: true)
      }
    }
    let deaths = DeathLayer(timeline)
    let phases = timeline.phases.filter { overlaps($0.days) }
    let incidents = timeline.incidents.filter { overlaps($0.day...$0.day) }
    let deathFeatures = deaths.features(incidents)
    let blockades = BlockadeFiles(timeline, members: members("blockades")) { overlaps($0.days) }
    let pictures = days.map { Pictures(timeline, pack: pack, days: $0) }
    let drawn = Later { pictures?.period(phases, incidents) ?? [] }
    let geoPackagePath = try output.reserve(GeoPackagePublication.fileName)
    let geoPackage = Later { [self] in
      let publication = GeoPackagePublication(
        timeline: timeline,
        pack: pack,
        days: days,
        blockades: blockades.features,
        deaths: deathFeatures,
        counts: outlined(try counts.value())
      )
      do {
        try publication.write(to: geoPackagePath, in: system)
      } catch let error as GeoPackageError {
        throw OutputError(path: geoPackagePath, action: "write the file", reason: error.description)
      }
    }
    let page = Later { [timeline, pack, days] in
      days.map { WebPage(timeline, pack: pack, days: $0, blockades: blockades.featureOfPhase).html() }
    }
    try output.write(blockades.all, to: "layers/blockades.geojson")
    try output.write(bytes(of: deathFeatures, named: "deaths"), to: "layers/deaths.geojson")
    for style in StyleFile.all where !kept.contains(style.path) {
      try output.write(style.bytes, to: style.path)
    }
    let byDay = Dictionary(grouping: incidents, by: \.day)
    if let days {
      for day in days {
        let inForce = blockades.layer(on: day, members: members("blockades", on: day))
        let killed = deaths.features(byDay[day] ?? [])
        guard inForce != nil || !killed.isEmpty else { continue }
        try output.write(
          inForce ?? bytes(of: [], named: "blockades", on: day),
          to: "by-date/\(day)/blockades.geojson"
        )
        try output.write(bytes(of: killed, named: "deaths", on: day), to: "by-date/\(day)/deaths.geojson")
        summary.days += 1
      }
    }
    try output.write(timeline.tallyTable().csv, to: "tallies.csv")
    try output.write(timeline.tollTable().csv, to: "tolls.csv")
    try output.write(timeline.unlocatedTable().csv, to: "unlocated.csv")
    try output.include(GeoPackagePublication.fileName) { try geoPackage.value() }
    for ((name, _), bytes) in zip(CountKey.published, try countFiles.value()) {
      try output.write(bytes, to: "counts/\(name).csv")
    }
    for (path, bytes) in try drawn.value() { try output.write(bytes, to: path) }
    if withPictures { try pictures?.writeDays(byDay, to: &output) }
    if let page = try page.value() { try output.write(page, to: "index.html") }
    summary.spells = Set(phases.map(\.blockadeID)).count
    summary.incidents = deathFeatures.count
    summary.tallies = timeline.tallies.count
    summary.tolls = timeline.tolls.count
    summary.unlocated = Set(phases.filter { $0.placement.location == nil }.map(\.blockadeID)).count
    return summary
  }

  /// Writes the layers and tables of the GeoPackage to a database instead.
  ///
  /// - Throws: What `writer` throws, or `CountInconsistency` where a count lost something.
  public func write(to writer: some LayerWriter) throws {
    let layer = BlockadeLayer(timeline)
    let levels = RegionLevel.allCases.map { CountKey.region($0) }
    let counts = try days.map { try timeline.counts(by: levels, days: $0) } ?? []
    let publication = GeoPackagePublication(
      timeline: timeline,
      pack: pack,
      days: days,
      blockades: timeline.phases.filter { overlaps($0.days) }.map { layer.feature($0) },
      deaths: DeathLayer(timeline).features(timeline.incidents.filter { overlaps($0.day...$0.day) }),
      counts: outlined(counts)
    )
    try publication.add(to: writer)
  }

  /// The tables by region, for the levels that have outlines.
  private func outlined(_ tables: [CountTable]) -> [RegionLevel: CountTable] {
    let levels = Set(pack.outlines.compactMap { pack.regions[$0.region]?.level })
    var counts: [RegionLevel: CountTable] = [:]
    for table in tables {
      if case .region(let level) = table.key, levels.contains(level) { counts[level] = table }
    }
    return counts
  }

  private func overlaps(_ range: ClosedRange<Day>) -> Bool { days.map { $0.overlaps(range) } ?? false }

  /// The bytes of a layer.
  private func bytes(of features: [Feature], named name: String, on day: Day? = nil) -> [UInt8] {
    var writer = FeatureCollectionWriter(members: members(name, on: day))
    for feature in features { writer.write(feature) }
    return writer.finish()
  }

  /// What holds for a whole layer: it stands at its top, where RFC 7946 allows members of one's own.
  private func members(_ name: String, on day: Day? = nil) -> JSONObject {
    var members = JSONObject()
    members.append("name", .string(day.map { "\(name) \($0)" } ?? name))
    members.append("country", .string(pack.country.isoCode))
    members.append("presumed_days", .integer(timeline.settings.presumedDays))
    members.append("as_of", .text(timeline.settings.asOf?.description))
    return members
  }
}

extension CountKey {
  /// The counts that are published, by the names of their files.
  static let published: [(name: String, key: CountKey)] =
    (RegionLevel.allCases.map { CountKey.region($0) } + [.route, .cause]).map { ($0.name, $0) }
}
