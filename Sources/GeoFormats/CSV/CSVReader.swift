/// Reads a table in CSV (RFC 4180) whose columns are known beforehand.
///
/// The first line names the columns, in any order. Lines end in LF or CR LF; fields may be quoted and then
/// hold commas, line breaks and doubled quotation marks; blank lines are skipped; a UTF-8 byte order mark is
/// accepted. Cells are taken as they stand: spaces are part of them.
///
/// A cell that a spreadsheet would run as a formula is refused in every column: one that starts with `=`,
/// `@`, a tab or a carriage return, or with `+` or `-` followed by something that is not a number.
///
/// ```swift
/// var reader = try CSVReader<PlaceColumn>(bytes, file: "places.csv")
/// while let row = try reader.next() {
///   let place = try row.coordinate(longitude: .longitude, latitude: .latitude)
/// }
/// ```
///
/// - Complexity: O(*n*) over the whole table, whatever it holds. A row costs no allocation unless an earlier
///   one is kept.
public struct CSVReader<Column: CSVColumn>: Sendable {
  @usableFromInline var scanner: CSVScanner
  @usableFromInline let positions: CSVColumnPositions<Column>
  @usableFromInline let fieldCount: Int

  /// Reads the header.
  ///
  /// - Parameter file: The name to print in errors.
  /// - Throws: Where the input is empty or not UTF-8 in its first line, where a column is unknown, stands
  ///   twice, or is missing though it is not ``CSVColumn/optional``.
  public init(_ bytes: [UInt8], file: String) throws(InputError) {
    scanner = CSVScanner(bytes, file: file)
    let known = Column.allCases.map(\.rawValue)
    let list = known.joined(separator: ", ")
    guard let header = try scanner.next() else {
      throw InputError(
        location: InputLocation(file: file, line: 1, column: 1),
        observed: "an empty file",
        expected: "a line with the columns \(list)"
      )
    }
    var found: [Column: Int] = [:]
    for position in header.fields.indices {
      let name = header.text(at: position)
      guard let column = Column(rawValue: name) else {
        var hint = NearestName.nearest(to: name, among: known).map { "did you mean “\($0)”?" }
        if header.fields.count == 1, known.count > 1 {
          if name.contains(";") { hint = "fields are separated by commas, not semicolons" }
          if name.contains("\t") { hint = "fields are separated by commas, not tabs" }
        }
        throw header.error(at: position, expected: "one of the columns \(list)", hint: hint)
      }
      guard found.updateValue(position, forKey: column) == nil else {
        throw header.error(at: position, expected: "each column once")
      }
    }
    let optional = Column.optional
    for column in Column.allCases where found[column] == nil && !optional.contains(column) {
      throw InputError(
        location: InputLocation(file: file, line: header.line),
        observed: "only the columns "
          + header.fields.indices.map { header.text(at: $0) }.joined(separator: ", "),
        expected: "a column “\(column.rawValue)”"
      )
    }
    positions = CSVColumnPositions(found)
    fieldCount = header.fields.count
  }

  /// The next row, or `nil` after the last.
  ///
  /// After an error the following rows can still be read, for callers that report several errors at once.
  ///
  /// - Throws: Where a row has more or fewer fields than the header, a quotation mark stands astray or is
  ///   never closed, a cell is a formula, or a byte is NUL or not UTF-8.
  @inlinable
  public mutating func next() throws(InputError) -> CSVRow<Column>? {
    guard let record = try scanner.next(fieldCount: fieldCount) else { return nil }
    return CSVRow(record: record, positions: positions)
  }
}

extension CSVScanner {
  /// The next record, which must have so many fields.
  @usableFromInline
  mutating func next(fieldCount: Int) throws(InputError) -> CSVRecord? {
    guard let record = try next() else { return nil }
    let count = record.fields.count
    guard count == fieldCount else {
      // The first field too many, or the place where the next one is missing.
      let offset = count > fieldCount ? record.fields[fieldCount].outerStart : record.end
      throw InputError(
        location: record.location(ofOffset: offset),
        observed: count == 1 ? "1 field" : "\(count) fields",
        expected: fieldCount == 1 ? "1 field, as in the header" : "\(fieldCount) fields, as in the header",
        hint: count > fieldCount ? "a field with a comma in it stands in quotation marks" : nil
      )
    }
    return record
  }
}
