public import Gazetteer
public import GeoFormats

/// What came of placing the references of a table.
public struct ReferencePlacement: Sendable {
  /// How the table is written.
  public enum Form: Sendable, Hashable {
    /// As it was read, the new columns behind its own.
    case table
    /// One JSON object a line.
    case objects
  }

  /// What became of the rows.
  public struct Summary: Hashable, Sendable {
    /// With a position.
    public var placed = 0
    /// Without one; the row says why.
    public var unplaced = 0
    /// No rows, because they cannot be taken apart: left out.
    public var unreadable = 0
    /// All rows, counted apart from the others.
    public var total = 0

    /// The sum of the three.
    public var sum: Int { placed + unplaced + unreadable }

    /// Whether nothing is lost.
    public var addsUp: Bool { sum == total }

    static func += (left: inout Summary, right: Summary) {
      left.placed += right.placed
      left.unplaced += right.unplaced
      left.unreadable += right.unreadable
      left.total += right.total
    }
  }

  public let summary: Summary
  /// What is wrong with rows, the first of them.
  public let problems: [InputError]
  /// How many there are.
  public let problemCount: Int

  /// Places the references of a table, and writes its rows as they stood, each with its position, how sure that is,
  /// the region, how it was found, and every doubt.
  ///
  /// A row without a position has empty cells for it, and says why not in the last.
  ///
  /// - Parameters:
  ///   - region: The region that rows are said to be in which name none.
  ///   - prefix: What the names of the new columns begin with.
  ///   - output: Where to write.
  /// - Throws: Where the file can no longer be read, a column of that name is there already, or the sink refuses.
  /// - Complexity: O(*n*) in the file's size, on all processors; memory does not grow with it, but for what is kept
  ///   of each different name of a route or region.
  public init<Sink: ByteSink & Sendable & ~Copyable>(
    of file: ReferenceFile,
    in pack: CountryPack,
    region: String? = nil,
    prefix: String = "",
    as form: Form = .table,
    to output: OrderedOutput<Sink>
  ) async throws {
    let format = file.format
    let writer = try PlacementWriter(of: format, in: pack, prefix: prefix, as: form)
    try output.write(writer.head)
    let parts = try await file.supply.work { supply in
      var placing = try ReferencePlacing(format, in: pack, region: region, writer: writer)
      var piece = InputPiece()
      while try supply.next(into: &piece) {
        let number = piece.number
        piece.withBytes { placing.place($0, number: number) }
        try output.write(placing.text.bytes, ofPiece: number)
      }
      return placing.outcome
    }
    var whole = ReferencePlacing.Outcome()
    for part in parts { whole.merge(part) }
    summary = whole.summary
    problemCount = whole.problems.count
    problems = whole.problems.errors(linesBefore: format.header.lineBreaks)
  }
}
