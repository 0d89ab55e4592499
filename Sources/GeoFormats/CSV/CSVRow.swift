public import Geo

/// One row of a table, its cells still bytes until they are asked for.
///
/// Columns that the table leaves out read as empty.
public struct CSVRow<Column: CSVColumn>: Sendable {
  @usableFromInline let record: CSVRecord
  @usableFromInline let positions: CSVColumnPositions<Column>

  @inlinable
  init(record: CSVRecord, positions: CSVColumnPositions<Column>) {
    self.record = record
    self.positions = positions
  }

  /// The line on which the row begins, counted from 1.
  @inlinable
  public var line: Int { record.line }

  /// Where a cell begins; the line alone for a column that the table leaves out.
  ///
  /// - Complexity: O(length of the row): meant for messages.
  @inlinable
  public func location(of column: Column) -> InputLocation {
    record.location(at: positions[column])
  }

  /// The cell's text as it stands, spaces included.
  @inlinable
  public subscript(column: Column) -> String {
    record.text(at: positions[column])
  }

  /// The cell's text, which must not be empty.
  @inlinable
  public func text(_ column: Column) throws(InputError) -> String {
    let position = positions[column]
    guard !record.isEmpty(at: position) else {
      throw record.error(at: position, expected: "a value for “\(column.rawValue)”")
    }
    return record.text(at: position)
  }

  /// The cell's text, or `nil` where it is empty.
  @inlinable
  public func optionalText(_ column: Column) -> String? {
    let position = positions[column]
    return record.isEmpty(at: position) ? nil : record.text(at: position)
  }

  /// The cell as a decimal number, correctly rounded. Exponents and a plus sign are accepted; infinities,
  /// hexadecimal digits and surrounding spaces are not.
  ///
  /// - Parameters:
  ///   - range: What the number must lie in; `nil` for any finite number.
  ///   - what: The quantity, for the message: "a longitude".
  @inlinable
  public func double(
    _ column: Column,
    in range: ClosedRange<Double>? = nil,
    as what: String = "a number"
  ) throws(InputError) -> Double {
    try record.double(at: positions[column], in: range, as: what)
  }

  /// As ``double(_:in:as:)``, or `nil` where the cell is empty.
  @inlinable
  public func optionalDouble(
    _ column: Column,
    in range: ClosedRange<Double>? = nil,
    as what: String = "a number"
  ) throws(InputError) -> Double? {
    let position = positions[column]
    if record.isEmpty(at: position) { return nil }
    return try record.double(at: position, in: range, as: what)
  }

  /// The cell as a whole number, written without point or exponent.
  ///
  /// - Parameters:
  ///   - range: What the number must lie in; `nil` for anything that fits an `Int`.
  ///   - what: The quantity, for the message: "a population".
  @inlinable
  public func int(
    _ column: Column,
    in range: ClosedRange<Int>? = nil,
    as what: String = "a whole number"
  ) throws(InputError) -> Int {
    try record.integer(at: positions[column], in: range, as: what)
  }

  /// As ``int(_:in:as:)``, or `nil` where the cell is empty.
  @inlinable
  public func optionalInt(
    _ column: Column,
    in range: ClosedRange<Int>? = nil,
    as what: String = "a whole number"
  ) throws(InputError) -> Int? {
    let position = positions[column]
    if record.isEmpty(at: position) { return nil }
    return try record.integer(at: position, in: range, as: what)
  }

  /// Two cells as a position in degrees.
  @inlinable
  public func coordinate(longitude: Column, latitude: Column) throws(InputError) -> Coordinate {
    let x = try record.double(at: positions[longitude], in: -180...180, as: "a longitude")
    let y = try record.double(at: positions[latitude], in: -90...90, as: "a latitude")
    guard let coordinate = Coordinate(longitude: x, latitude: y) else {
      throw record.error(at: positions[longitude], expected: "a longitude from -180 to 180")
    }
    return coordinate
  }

  /// Lends the cell's bytes (UTF-8, quotation marks removed), for loops that make no text of them.
  @inlinable
  public func withBytes<Result, Failure: Error>(
    of column: Column,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try record.withBytes(at: positions[column], body)
  }

  /// An error about a cell, for what only the caller can know to be wrong.
  ///
  /// - Parameter expected: What should have stood there, as a noun phrase: "a day as 2023-01-31".
  @inlinable
  public func error(_ column: Column, expected: String, hint: String? = nil) -> InputError {
    record.error(at: positions[column], expected: expected, hint: hint)
  }
}
