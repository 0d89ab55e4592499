public import GeoFormats

/// What came of telling the records of a file their regions.
public struct RegionAssignment: Sendable {
  public let summary: PlacementSummary
  /// What is wrong with records, the first of them.
  public let problems: [InputError]
  /// How many there are.
  public let problemCount: Int
  /// How many records are left out, because they cannot be taken apart.
  public let leftOut: Int

  /// The names of what is added to every record.
  public struct Names: Sendable, Hashable {
    public let code: String
    public let name: String

    /// Two names that begin alike: `region` gives `region_code` and `region_name`.
    public init(prefix: String) {
      code = "\(prefix)_code"
      name = "\(prefix)_name"
    }
  }

  /// Tells the records of a file their regions and writes them as they stood, each with a code and a name more: in
  /// the place of the code `outside`, `unlocated` or `unreadable` where there is none.
  ///
  /// - Parameter output: Where to write.
  /// - Throws: Where the file can no longer be read, a column of the name is there already, or the sink refuses.
  /// - Complexity: O(*n*) in the file's size, on all processors; memory does not grow with it.
  public init<Sink: ByteSink & Sendable & ~Copyable>(
    of file: PointFile,
    in layer: RegionLayer,
    names: Names,
    to output: OrderedOutput<Sink>
  ) async throws {
    let frame = try RecordFrame(of: file, names: names, in: layer)
    try output.write(frame.head, superfluous: frame.separator.isEmpty ? 0 : 1)
    var whole = Assigning(layer, frame: frame, output: output)
    for part in try await file.work({ Assigning(layer, frame: frame, output: output) }) { whole.merge(part) }
    try output.write(try frame.tail(whole.tail))
    summary = whole.placing.summary
    problemCount = whole.placing.problems.count
    problems = whole.placing.problems.errors(linesBefore: file.linesBefore)
    leftOut = whole.leftOut
  }
}

/// What stands around the records of a file, and between them.
private struct RecordFrame: Sendable {
  let head: [UInt8]
  /// What every record begins with; the first without its comma.
  let separator: [UInt8]
  let columns: RegionColumns
  private let format: PointFile.Format

  init(of file: PointFile, names: RegionAssignment.Names, in layer: RegionLayer) throws(InputError) {
    format = file.format
    switch file.format {
    case .table(let table):
      for name in [names.code, names.name] where table.header.names.contains(name) {
        throw InputError(
          location: InputLocation(file: table.file, line: 1),
          found: name,
          expected: "no column of that name",
          hint: "choose another beginning with --prefix"
        )
      }
      var head = table.header.text
      for name in [names.code, names.name] {
        head.append(table.header.delimiter)
        CSVCell.append(name, delimiter: table.header.delimiter, to: &head)
      }
      self.head = head + [UInt8(ascii: "\n")]
      separator = []
      columns = RegionColumns(layer, delimiter: table.header.delimiter)
    case .features(let features):
      head = features.head
      separator = Array(",\n".utf8)
      columns = RegionColumns(layer, code: names.code, name: names.name)
    }
  }

  /// What follows the last record.
  ///
  /// - Parameter tail: What follows it in the file.
  func tail(_ tail: [UInt8]) throws(InputError) -> [UInt8] {
    guard case .features(let features) = format else { return [] }
    try CollectionFrame.check(head: features.head, tail: tail, file: features.file)
    return Array("\n".utf8) + tail
  }
}

/// Tells the records of pieces their regions.
private struct Assigning<Sink: ByteSink & Sendable & ~Copyable>: PieceJob {
  private let frame: RecordFrame
  private let output: OrderedOutput<Sink>
  private(set) var placing: Placing
  private(set) var leftOut = 0
  private(set) var tail: [UInt8] = []
  private var batch = PointBatch(for: .writing)

  init(_ layer: RegionLayer, frame: RecordFrame, output: OrderedOutput<Sink>) {
    self.frame = frame
    self.output = output
    placing = Placing(layer)
  }

  mutating func take(
    _ records: inout some PointRecords & ~Copyable,
    of bytes: UnsafeBufferPointer<UInt8>,
    number: Int
  ) throws {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2)
    while try records.fill(&batch, problems: &placing.problems) {
      placing.place(batch)
      for index in 0..<batch.count {
        let (range, gap) = (batch.texts[index], batch.gaps[index])
        guard !range.isEmpty else {
          leftOut += 1
          continue
        }
        text.append(contentsOf: frame.separator)
        text.append(contentsOf: bytes[range.lowerBound..<gap.range.lowerBound])
        text.append(contentsOf: frame.columns.bytes(for: placing.places[index], manner: gap.manner))
        text.append(contentsOf: bytes[gap.range.upperBound..<range.upperBound])
        text.append(contentsOf: frame.columns.terminator)
      }
    }
    placing.problems.note(lineBreaks: records.lineBreaks, inPiece: number)
    tail += records.tail
    try text.withUnsafeBufferPointer { try output.write($0, ofPiece: number) }
  }

  mutating func merge(_ other: Assigning) {
    placing.merge(other.placing)
    leftOut += other.leftOut
    tail += other.tail
  }
}
