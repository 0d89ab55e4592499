internal import Chronicle
internal import Geo
internal import GeoFormats

/// A table in CSV whose rows are points.
struct TableFormat: Sendable {
  let header: CSVHeader
  let longitude: Int
  let latitude: Int
  /// The column with the date, or the one that the layers are made by.
  let value: Int?
  /// Whether that is a date.
  let isDay: Bool
  /// The columns that become properties of features.
  let properties: [TableProperty]
  let file: String

  /// The records in a piece, which lives as long as they do.
  ///
  /// - Parameter number: The piece's own.
  func records(in piece: UnsafeBufferPointer<UInt8>, number: Int) -> TableRecords {
    TableRecords(rows: CSVRows(piece, of: header), piece: number, format: self)
  }
}

/// The rows of a table of points.
struct TableRecords: PointRecords, ~Copyable {
  private var rows: CSVRows
  private let piece: Int
  private let format: TableFormat

  init(rows: consuming CSVRows, piece: Int, format: TableFormat) {
    self.rows = rows
    self.piece = piece
    self.format = format
  }

  var lineBreaks: Int { rows.linesBefore }

  var tail: [UInt8] { [] }

  mutating func fill(_ batch: inout PointBatch, problems: inout PieceProblems) -> Bool {
    batch.removeAll()
    let (longitude, latitude) = (format.longitude, format.latitude)
    while !batch.isFull, rows.advance() {
      guard rows.isSound else {
        problems.note(problem(), inPiece: piece)
        batch.append(.unreadable, text: 0..<0)
        continue
      }
      var day = PointBatch.noDay
      if batch.needsDays { day = self.day(&problems) }
      let (x, y) = (rows.fields.number(longitude), rows.fields.number(latitude))
      // The comparisons fail for what is no number, too.
      if x.magnitude <= 180, y.magnitude <= 90 {
        batch.append(.given, longitude: x, latitude: y, day: day, text: rows.range)
      } else if rows.fields.isEmpty(longitude), rows.fields.isEmpty(latitude) {
        batch.append(.missing, day: day, text: rows.range)
      } else {
        problems.note(problem(), inPiece: piece)
        batch.append(.unreadable, day: day, text: rows.range)
      }
    }
    return batch.count > 0
  }

  mutating func split(into parts: inout LayerParts, problems: inout PieceProblems) -> Int {
    let value = format.value ?? 0
    var count = 0
    var feature = ByteBuffer()
    while rows.advance() {
      count += 1
      guard rows.isSound else {
        problems.note(problem(), inPiece: piece)
        continue
      }
      feature.removeAll()
      feature.append(Self.opening)
      for property in format.properties { property.append(of: rows.fields, to: &feature) }
      let (x, y) = (rows.fields.number(format.longitude), rows.fields.number(format.latitude))
      let isLocated = x.magnitude <= 180 && y.magnitude <= 90
      if isLocated {
        feature.append(Self.beforePosition)
        CSVFields.append(longitude: x, latitude: y, to: &feature)
        feature.append(Self.closing)
      } else {
        if !(rows.fields.isEmpty(format.longitude) && rows.fields.isEmpty(format.latitude)) {
          problems.note(problem(), inPiece: piece)
        }
        feature.append(Self.withoutPosition)
      }
      let raw = rows.fields.text(of: value)
      var place = parts.place(of: raw)
      if place < 0 {
        let content = rows.fields.content(value).withUnsafeBufferPointer {
          LayerValue($0, isDay: format.isDay)
        }
        place = parts.addPlace(of: raw, value: content)
      }
      parts.append(feature.bytes, to: place, isLocated: isLocated)
    }
    return count
  }

  // The same bytes as `FeatureCollectionWriter` writes.
  private static let opening = LayerFrame.separator + Array("{\"type\":\"Feature\",\"properties\":{".utf8)
  private static let beforePosition = Array("},\"geometry\":{\"type\":\"Point\",\"coordinates\":".utf8)
  private static let closing = Array("}}".utf8)
  private static let withoutPosition = Array("},\"geometry\":null}".utf8)

  @inline(__always)
  private func day(_ problems: inout PieceProblems) -> Int32 {
    guard let date = format.value else { return PointBatch.noDay }
    if let day = DayText.day(rows.bytes, in: rows.fields.range(of: date)) {
      return Int32(truncatingIfNeeded: day.number)
    }
    problems.note(
      rows.error(date, in: format.file, expected: "a day such as 2023-01-05"),
      inPiece: piece
    )
    return PointBatch.noDay
  }

  /// What is wrong with a row that is not sound or whose position cannot be read.
  private func problem() -> InputError {
    if let problem = rows.problem(in: format.file) { return problem }
    let isLongitude = !(rows.fields.number(format.longitude).magnitude <= 180)
    let column = isLongitude ? format.longitude : format.latitude
    let hasComma = rows.bytes[rows.fields.range(of: column)].contains(UInt8(ascii: ","))
    return rows.error(
      column,
      in: format.file,
      expected: isLongitude ? "a longitude from -180 to 180" : "a latitude from -90 to 90",
      hint: hasComma ? "decimals stand after a point, not a comma" : nil
    )
  }
}
