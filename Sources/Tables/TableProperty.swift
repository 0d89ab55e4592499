internal import GeoFormats

/// A column of a table that becomes a property of features.
struct TableProperty: Sendable {
  private let column: Int
  /// The name and a colon, with a comma before it unless it is the first.
  private let name: [UInt8]
  /// Whether its cells are numbers, as far as the beginning of the file shows.
  private let isNumber: Bool

  init(column: Int, name: String, isFirst: Bool, isNumber: Bool) {
    self.column = column
    self.isNumber = isNumber
    var bytes: [UInt8] = isFirst ? [] : [UInt8(ascii: ",")]
    Array(name.utf8).withUnsafeBufferPointer { JSONText.append($0, to: &bytes) }
    bytes.append(UInt8(ascii: ":"))
    self.name = bytes
  }

  /// Appends the property of a row: a number as it is written, a text in quotation marks, an empty cell as null.
  @inline(__always)
  func append(of fields: CSVFields, to json: inout ByteBuffer) {
    json.append(name)
    if fields.range(of: column).isEmpty {
      json.append(Self.null)
    } else if isNumber, fields.isJSONNumber(column) {
      json.append(fields.text(of: column))
    } else {
      fields.appendText(column, to: &json)
    }
  }

  private static let null = Array("null".utf8)

  /// The properties of the rows of a table: all columns but some.
  ///
  /// A column whose cells in the first rows are all numbers, such as JSON can hold, is one of numbers; so codes with
  /// zeros in front stay texts.
  ///
  /// - Parameter piece: The beginning of the table, with the header.
  static func properties(
    of piece: InputPiece,
    header: CSVHeader,
    without excluded: Set<Int>
  ) -> [TableProperty] {
    var areNumbers = Array(repeating: true, count: header.names.count)
    var areEmpty = areNumbers
    piece.withBytes { bytes in
      let end = header.endOfLastRow(in: bytes) ?? bytes.count
      let body = UnsafeBufferPointer(rebasing: bytes[min(header.length, end)..<end])
      var rows = CSVRows(body, of: header)
      while rows.advance() {
        guard rows.isSound else { continue }
        for column in areNumbers.indices where !rows.fields.range(of: column).isEmpty {
          areEmpty[column] = false
          if areNumbers[column] { areNumbers[column] = rows.fields.isJSONNumber(column) }
        }
      }
    }
    let columns = header.names.indices.filter { !excluded.contains($0) }
    return columns.map { column in
      TableProperty(
        column: column,
        name: header.names[column],
        isFirst: column == columns.first,
        isNumber: areNumbers[column] && !areEmpty[column]
      )
    }
  }
}
