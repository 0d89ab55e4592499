/// What is wrong with records of a file that was read in pieces: how many, and the first few.
package struct PieceProblems: Sendable {
  /// How many are kept.
  package static let limit = 20

  /// How many records are wrong.
  package private(set) var count = 0
  private var first: [(piece: Int, error: InputError)] = []
  /// How many line breaks each piece holds.
  private var lines: [Int: Int] = [:]

  package init() {}

  /// Notes a problem, pieces in ascending order.
  ///
  /// - Parameter error: Its line counts from the piece's first. Not asked for where enough are kept.
  package mutating func note(_ error: @autoclosure () -> InputError, inPiece piece: Int) {
    count += 1
    if first.count < Self.limit { first.append((piece, error())) }
  }

  /// Notes how many line breaks a piece holds.
  package mutating func note(lineBreaks: Int, inPiece piece: Int) { lines[piece] = lineBreaks }

  /// Adds what somebody else noted about other pieces of the same file.
  package mutating func merge(_ other: PieceProblems) {
    count += other.count
    first += other.first
    lines.merge(other.lines) { $0 + $1 }
  }

  /// The first problems, with the lines of the file.
  ///
  /// - Parameter before: How many lines come before the first piece.
  package func errors(linesBefore before: Int) -> [InputError] {
    var starts: [Int: Int] = [:]
    var line = before
    for piece in lines.keys.sorted() {
      starts[piece] = line
      line += lines[piece] ?? 0
    }
    // The sort is stable: those of one piece stay in order.
    return first.sorted { $0.piece < $1.piece }.prefix(Self.limit).map { piece, error in
      var error = error
      error.location.line = error.location.line.map { $0 + (starts[piece] ?? 0) }
      return error
    }
  }
}
