public import GeoFormats

/// What came of splitting a file into layers.
public struct LayerSplit: Sendable {
  /// How many layers there are.
  public let layers: Int
  /// How many records are in them, and how many of these have no position.
  public let features: Int
  public let unlocated: Int
  /// How many records are in no layer, because they cannot be taken apart.
  public let leftOut: Int
  /// All records, counted apart from the others.
  public let total: Int
  /// How many records have something wrong with them.
  public let unreadable: Int
  /// What is wrong with records, the first of them.
  public let problems: [InputError]

  /// Whether nothing is lost.
  public var addsUp: Bool { features + leftOut == total }

  /// Splits a file into layers of features that have a value in common. Nothing is at the folder's path before
  /// ``LayerFolder/commit()``.
  ///
  /// Rows of a table become features whose properties are their cells, but for those with the coordinates; features
  /// stay as they are. A record without a position has a null geometry.
  ///
  /// - Throws: Where the file can no longer be read, or the folder cannot be written, or has too many layers.
  /// - Complexity: O(*n*) in the file's size, on all processors; memory does not grow with it.
  public init(of file: PointFile, into folder: LayerFolder) async throws {
    var whole = Splitting(folder)
    for part in try await file.work({ Splitting(folder) }) { whole.merge(part) }
    if case .features(let format) = file.format {
      try CollectionFrame.check(head: format.head, tail: whole.tail, file: format.file)
    }
    (features, unlocated, leftOut, total) = (whole.features, whole.unlocated, whole.leftOut, whole.total)
    layers = folder.count
    unreadable = whole.problems.count
    problems = whole.problems.errors(linesBefore: file.linesBefore)
  }
}

/// Splits pieces into layers.
private struct Splitting: PieceJob {
  private let folder: LayerFolder
  private(set) var problems = PieceProblems()
  private(set) var features = 0
  private(set) var unlocated = 0
  private(set) var leftOut = 0
  private(set) var total = 0
  private(set) var tail: [UInt8] = []

  init(_ folder: LayerFolder) { self.folder = folder }

  mutating func take(
    _ records: inout some PointRecords & ~Copyable,
    of bytes: UnsafeBufferPointer<UInt8>,
    number: Int
  ) throws {
    var parts = LayerParts()
    let count = try records.split(into: &parts, problems: &problems)
    total += count
    let here = parts.parts.reduce(0) { $0 + $1.features }
    features += here
    leftOut += count - here
    unlocated += parts.parts.reduce(0) { $0 + $1.unlocated }
    problems.note(lineBreaks: records.lineBreaks, inPiece: number)
    tail += records.tail
    try folder.write(parts, ofPiece: number)
  }

  mutating func merge(_ other: Splitting) {
    problems.merge(other.problems)
    features += other.features
    unlocated += other.unlocated
    leftOut += other.leftOut
    total += other.total
    tail += other.tail
  }
}
