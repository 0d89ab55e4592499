public import GeoFormats

/// A table of references in CSV that is about to be read, once and in pieces, on all processors.
public struct ReferenceFile: Sendable {
  /// The names of columns that somebody gave; the others are looked for.
  public typealias Columns = [ReferenceColumn: String]

  /// Where a table has what makes a reference.
  struct Format: Sendable {
    let header: CSVHeader
    /// The places of the columns that there are.
    let columns: [ReferenceColumn: Int]
    /// Every column as the property of an object.
    let properties: [TableProperty]
    let file: String
  }

  let format: Format
  let supply: PieceSupply

  /// Opens a table. It has to have a column of routes and one of kilometres, or one of references.
  ///
  /// - Parameters:
  ///   - path: The path; it may be a pipe, and packed by gzip or xz.
  ///   - name: The name to print in errors.
  ///   - columns: The names of columns that matter. Where a column of references is named and none of kilometres,
  ///     the references alone count.
  /// - Throws: Where it cannot be read, is empty, or lacks a column.
  public init(at path: String, name: String, columns: Columns) throws(InputError) {
    var reader = try PieceReader(at: path, size: PieceReader.smallSize)
    var piece = InputPiece()
    try reader.look(ahead: &piece)
    let header = try piece.withBytes { (bytes) throws(InputError) in try CSVHeader(bytes, file: name) }
    reader.pass(header.length)
    format = Format(
      header: header,
      columns: try Self.places(of: columns, in: header.names, file: name),
      properties: TableProperty.properties(of: piece, header: header, without: []),
      file: name
    )
    supply = PieceSupply(reader) { header.endOfLastRow(in: $0) }
  }

  private static func places(
    of chosen: Columns,
    in header: [String],
    file: String
  ) throws(InputError) -> [ReferenceColumn: Int] {
    var places: [ReferenceColumn: Int] = [:]
    for column in ReferenceColumn.allCases {
      if let name = chosen[column] {
        places[column] = try column.requiredPlace(in: header, chosen: name, file: file)
      } else {
        places[column] = column.place(in: header, chosen: nil)
      }
    }
    if chosen[.reference] != nil, chosen[.km] == nil {
      places[.km] = nil
    } else if places[.reference] == nil {
      places[.route] = try ReferenceColumn.route.requiredPlace(in: header, chosen: chosen[.route], file: file)
      places[.km] = try ReferenceColumn.km.requiredPlace(in: header, chosen: chosen[.km], file: file)
    } else if places[.route] == nil {
      places[.km] = nil
    }
    return places
  }
}
