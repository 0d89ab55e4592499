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
  private let leads: ByteTexts
  /// For each region, and behind them for none, all that follows the uncertainty of a kilometre that was found
  /// without a doubt: with the region named, and without.
  private var plainEnds = (named: ByteTexts([]), unnamed: ByteTexts([]))
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
      leads = ByteTexts(names.map { _ in [format.header.delimiter] })
    case .objects:
      head = []
      leads = ByteTexts(
        names.map { name in
          var lead = [UInt8(ascii: ",")]
          Array(name.utf8).withUnsafeBufferPointer { JSONText.append($0, to: &lead) }
          return lead + [UInt8(ascii: ":")]
        }
      )
    }
    let codes: [RegionCode?] = regions.regions.map(\.code) + [nil]
    plainEnds.named = ByteTexts(codes.map { end(region: $0, warnings: "") })
    plainEnds.unnamed = ByteTexts(
      codes.map { end(region: $0, warnings: LocationWarning.Kind.noRegionNamed.rawValue) }
    )
  }

  private func end(region: RegionCode?, warnings: String) -> [UInt8] {
    var bytes = ByteBuffer()
    appendEnd(region: region, isOutside: false, method: .kilometrePost, warnings: warnings, to: &bytes)
    return Array(bytes.bytes)
  }

  /// Where the rows' own columns stand as they are to be written.
  ///
  /// - Parameter buffer: Takes the row where they are written in another way than it has them.
  /// - Returns: Their place in the buffer, or in the bytes of a table that is written as it was read.
  @inline(__always)
  func head(of rows: borrowing CSVRows, in buffer: inout ByteBuffer) -> Range<Int> {
    guard form == .objects else { return rows.range }
    let start = buffer.count
    appendProperties(of: rows.fields, to: &buffer)
    return start..<buffer.count
  }

  /// Whether ``head(of:in:)`` puts rows into the buffer.
  var rewritesRows: Bool { form == .objects }

  /// Appends a row as it stood.
  func append(_ rows: borrowing CSVRows, to bytes: inout ByteBuffer) {
    switch form {
    case .table: bytes.append(UnsafeBufferPointer(rebasing: rows.bytes[rows.range]))
    case .objects: appendProperties(of: rows.fields, to: &bytes)
    }
  }

  private func appendProperties(of fields: CSVFields, to bytes: inout ByteBuffer) {
    bytes.append(UInt8(ascii: "{"))
    for property in properties { property.append(of: fields, to: &bytes) }
  }

  /// Appends a kilometre of which nothing is doubtful but that no region may be named, and ends the row.
  @inline(__always)
  func append(_ fix: PlainFix, isRegionNamed: Bool, to bytes: inout ByteBuffer) {
    append(fix.coordinate, uncertainty: fix.uncertainty, to: &bytes)
    let region = fix.region?.position
    if isRegionNamed {
      plainEnds.named.append(region ?? plainEnds.named.count - 1, to: &bytes)
    } else {
      plainEnds.unnamed.append(region ?? plainEnds.unnamed.count - 1, to: &bytes)
    }
  }

  /// Appends what became of a reference, and ends the row.
  ///
  /// - Returns: Whether it has a position.
  func append(_ resolution: Resolution, to bytes: inout ByteBuffer) -> Bool {
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
  func appendNothing(because reason: String, to bytes: inout ByteBuffer) {
    for column in PlacementColumn.allCases {
      append(column, to: &bytes)
      if column == .warnings { appendText(reason, to: &bytes) } else { appendNull(to: &bytes) }
    }
    bytes.append(terminator)
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
  private func append(_ point: Coordinate, uncertainty: Distance, to bytes: inout ByteBuffer) {
    append(.longitude, to: &bytes)
    bytes.append(point.longitude, decimals: Self.decimals)
    append(.latitude, to: &bytes)
    bytes.append(point.latitude, decimals: Self.decimals)
    append(.uncertainty, to: &bytes)
    bytes.append(uncertainty.metres.rounded(.up), decimals: 0)
  }

  /// A tenth of a metre, as in all that `locate` writes.
  private static let decimals = 6

  private func appendEnd(
    region code: RegionCode?,
    isOutside: Bool,
    method: LocationMethod,
    warnings: String,
    to bytes: inout ByteBuffer
  ) {
    append(.regionCode, to: &bytes)
    appendText(code?.text ?? (isOutside ? "outside" : ""), to: &bytes)
    append(.regionName, to: &bytes)
    appendText(code.flatMap { regions[$0]?.name } ?? "", to: &bytes)
    append(.method, to: &bytes)
    appendText(method.rawValue, to: &bytes)
    append(.warnings, to: &bytes)
    appendText(warnings, to: &bytes)
    bytes.append(terminator)
  }

  private var terminator: [UInt8] { Array((form == .table ? "\n" : "}\n").utf8) }

  /// Appends what stands before the value of a column.
  @inline(__always)
  private func append(_ column: PlacementColumn, to bytes: inout ByteBuffer) {
    leads.append(column.rawValue, to: &bytes)
  }

  private func appendText(_ text: String, to bytes: inout ByteBuffer) {
    switch form {
    case .table: CSVCell.append(text, delimiter: delimiter, to: &bytes)
    case .objects where text.isEmpty: appendNull(to: &bytes)
    case .objects: Array(text.utf8).withUnsafeBufferPointer { JSONText.append($0, to: &bytes) }
    }
  }

  private func appendNull(to bytes: inout ByteBuffer) {
    if form == .objects { bytes.append(Array("null".utf8)) }
  }
}
