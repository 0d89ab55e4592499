extension InputLocation {
  /// The same place counted from the beginning of the file, where it was counted from a place in it.
  func moved(to start: InputLocation) -> InputLocation {
    var moved = start
    if let line {
      moved.line = start.line.map { $0 + line - 1 }
      moved.column = line == 1 ? start.column.flatMap { first in column.map { first + $0 - 1 } } : column
    }
    return moved
  }
}
