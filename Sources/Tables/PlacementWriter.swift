internal import Gazetteer
internal import Geo
internal import GeoFormats

/// Writes rows of a table of references with what was found of them.
struct PlacementWriter: Sendable {
  /// What comes before all rows.
  let head: [UInt8]
  private let form: ReferencePlacement.Form
  private let delimiter: UInt8
  private let properties: [TableProperty]
  /// What stands before the value of each new column.
  private let leads: [[UInt8]]
  /// For each region, and behind them for none, all that follows the uncertainty of a kilometre that was found
  /// without a doubt: with the region named, and without.
  private var plainEnds: (named: [[UInt8]], unnamed: [[UInt8]]) = ([], [])
  private let regions: RegionTable

  /// - Throws: Where the table has a column of a new one's name.
  init(
    of format: ReferenceFile.Format,
    in pack: CountryPack,
    prefix: String,
    as form: ReferencePlacement.Form
  ) throws(InputError) {
    let names = PlacementColumn.allCases.map { prefix + $0.name }
    for name in names where format.header.names.contains(name) {
      throw InputError(
        location: InputLocation(file: format.file, line: 1),
        found: name,
        expected: "no column of that name",
        hint: "choose a beginning for the new names with --prefix"
      )
    }
    self.form = form
    delimiter = format.header.delimiter
    properties = format.properties
    regions = pack.regions
    switch form {
    case .table:
      var head = format.header.text
      for name in names {
        head.append(format.header.delimiter)
        CSVCell.append(name, delimiter: format.header.delimiter, to: &head)
      }
      self.head = head + [UInt8(ascii: "\n")]
      leads = names.map { _ in [format.header.delimiter] }
    case .objects:
      head = []
      leads = names.map { name in
        var lead = [UInt8(ascii: ",")]
        Array(name.utf8).withUnsafeBufferPointer { JSONText.append($0, to: &lead) }
        return lead + [UInt8(ascii: ":")]
      }
    }
    let codes: [RegionCode?] = regions.regions.map(\.code) + [nil]
    plainEnds.named = codes.map { end(region: $0, warnings: "") }
    plainEnds.unnamed = codes.map { end(region: $0, warnings: LocationWarning.Kind.noRegionNamed.rawValue) }
  }

  private func end(region: RegionCode?, warnings: String) -> [UInt8] {
    var bytes: [UInt8] = []
    appendEnd(region: region, isOutside: false, method: .kilometrePost, warnings: warnings, to: &bytes)
    return bytes
  }

  /// Appends a row as it stood.
  @inline(__always)
  func append(_ rows: borrowing CSVRows, to bytes: inout [UInt8]) {
    switch form {
    case .table:
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rows.bytes[rows.range]))
    case .objects:
      bytes.append(UInt8(ascii: "{"))
      for property in properties { property.append(of: rows, to: &bytes) }
    }
  }

  /// Appends a kilometre of which nothing is doubtful but that no region may be named, and ends the row.
  @inline(__always)
  func append(_ fix: KilometreFix, isRegionNamed: Bool, to bytes: inout [UInt8]) {
    append(fix.position.coordinate, uncertainty: fix.uncertainty, to: &bytes)
    let ends = isRegionNamed ? plainEnds.named : plainEnds.unnamed
    bytes.append(contentsOf: ends[fix.position.region?.position ?? ends.count - 1])
  }

  /// Appends what became of a reference, and ends the row.
  ///
  /// - Returns: Whether it has a position.
  func append(_ resolution: Resolution, to bytes: inout [UInt8]) -> Bool {
    guard let location = resolution.location, let point = location.representativePoint else {
      appendNothing(because: Self.reason(resolution), to: &bytes)
      return false
    }
    append(point, uncertainty: location.uncertainty, to: &bytes)
    var kinds: [String] = []
    for warning in location.warnings where !kinds.contains(warning.kind.rawValue) {
      kinds.append(warning.kind.rawValue)
    }
    appendEnd(
      region: location.region,
      isOutside: location.isOutside,
      method: location.method,
      warnings: kinds.joined(separator: "; "),
      to: &bytes
    )
    return true
  }

  /// Appends why a row has no position, and ends it.
  func appendNothing(because reason: String, to bytes: inout [UInt8]) {
    for column in PlacementColumn.allCases {
      bytes.append(contentsOf: lead(column))
      if column == .warnings { appendText(reason, to: &bytes) } else { appendNull(to: &bytes) }
    }
    bytes.append(contentsOf: terminator)
  }

  private static func reason(_ resolution: Resolution) -> String {
    switch resolution {
    case .found: "no position"
    case .ambiguous(let candidates): "could be " + candidates.map(\.title).joined(separator: "; ")
    case .unknown(let reason, let nearest):
      nearest.isEmpty ? reason : "\(reason); nearest: \(nearest.joined(separator: ", "))"
    }
  }

  @inline(__always)
  private func append(_ point: Coordinate, uncertainty: Distance, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: lead(.longitude))
    DecimalText.append(point.longitude, decimals: Self.decimals, to: &bytes)
    bytes.append(contentsOf: lead(.latitude))
    DecimalText.append(point.latitude, decimals: Self.decimals, to: &bytes)
    bytes.append(contentsOf: lead(.uncertainty))
    DecimalText.append(uncertainty.metres.rounded(.up), decimals: 0, to: &bytes)
  }

  /// A tenth of a metre, as in all that `locate` writes.
  private static let decimals = 6

  private func appendEnd(
    region code: RegionCode?,
    isOutside: Bool,
    method: LocationMethod,
    warnings: String,
    to bytes: inout [UInt8]
  ) {
    bytes.append(contentsOf: lead(.regionCode))
    appendText(code?.text ?? (isOutside ? "outside" : ""), to: &bytes)
    bytes.append(contentsOf: lead(.regionName))
    appendText(code.flatMap { regions[$0]?.name } ?? "", to: &bytes)
    bytes.append(contentsOf: lead(.method))
    appendText(method.rawValue, to: &bytes)
    bytes.append(contentsOf: lead(.warnings))
    appendText(warnings, to: &bytes)
    bytes.append(contentsOf: terminator)
  }

  private var terminator: String.UTF8View { form == .table ? "\n".utf8 : "}\n".utf8 }

  @inline(__always)
  private func lead(_ column: PlacementColumn) -> [UInt8] { leads[column.rawValue] }

  private func appendText(_ text: String, to bytes: inout [UInt8]) {
    switch form {
    case .table: CSVCell.append(text, delimiter: delimiter, to: &bytes)
    case .objects where text.isEmpty: appendNull(to: &bytes)
    case .objects: Array(text.utf8).withUnsafeBufferPointer { JSONText.append($0, to: &bytes) }
    }
  }

  private func appendNull(to bytes: inout [UInt8]) {
    if form == .objects { bytes.append(contentsOf: "null".utf8) }
  }
}
