/// Which field of a row holds which column.
///
/// An enum of up to 256 cases is one byte, and that byte is its index here: hashing the raw value's text for
/// every cell would cost more than reading the cell.
@usableFromInline
struct CSVColumnPositions<Column: CSVColumn>: Sendable {
  @usableFromInline let byByte: [Int]
  @usableFromInline let byColumn: [Column: Int]

  init(_ positions: [Column: Int]) {
    byColumn = positions
    var table: [Int] = []
    if MemoryLayout<Column>.size == 1 {
      table = Array(repeating: -1, count: 256)
      for (column, position) in positions {
        let byte = withUnsafeBytes(of: column) { $0[0] }
        table[Int(byte)] = position
      }
    }
    byByte = table
  }

  /// The field's position in the row, or -1 for a column that the table leaves out.
  @inlinable
  subscript(column: Column) -> Int {
    if MemoryLayout<Column>.size == 1 {
      return byByte[Int(withUnsafeBytes(of: column) { $0[0] })]
    }
    return byColumn[column] ?? -1
  }
}
