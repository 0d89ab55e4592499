public import Chronicle
public import GeoFormats

/// How many records there are in each region on each day.
public struct RegionCounts: Sendable {
  /// One line of the table.
  public struct Row: Hashable, Sendable {
    /// `nil` for records whose day cannot be read.
    public let day: Day?
    /// A region's code, or `outside`, `unlocated` or `unreadable`.
    public let code: String
    public let name: String?
    public let count: Int
  }

  /// By day, those without one first; of a day by code, those in no region last. No row counts nothing.
  public let rows: [Row]
  public let summary: PlacementSummary
  /// How many records are counted without a day.
  public let withoutDay: Int
  /// What is wrong with records, the first of them.
  public let problems: [InputError]
  /// How many there are.
  public let problemCount: Int

  /// The whole table in CSV.
  public func csv() -> [UInt8] {
    var bytes = Array("day,code,name,count\n".utf8)
    var day: Day??
    var dayText: [UInt8] = []
    for row in rows {
      if day != .some(row.day) {
        day = row.day
        dayText = Array((row.day?.description ?? "").utf8)
      }
      bytes.append(contentsOf: dayText)
      bytes.append(UInt8(ascii: ","))
      CSVCell.append(row.code, to: &bytes)
      bytes.append(UInt8(ascii: ","))
      CSVCell.append(row.name ?? "", to: &bytes)
      bytes.append(UInt8(ascii: ","))
      bytes.append(contentsOf: String(row.count).utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }
}

extension RegionCounts {
  /// Counts the records of a file.
  ///
  /// - Throws: Where the file can no longer be read.
  /// - Complexity: O(*n*) in the file's size, on all processors; memory for the table alone.
  public init(of file: PointFile, in layer: RegionLayer) async throws {
    var whole = RegionCounting(layer)
    for part in try await file.work({ RegionCounting(layer) }) { whole.merge(part) }
    rows = whole.rows
    summary = whole.placing.summary
    withoutDay = whole.withoutDay
    problemCount = whole.placing.problems.count
    problems = whole.placing.problems.errors(linesBefore: file.linesBefore)
  }
}

/// Counts the records of pieces.
private struct RegionCounting: PieceJob {
  private let layer: RegionLayer
  private var table: DayCounts
  private(set) var placing: Placing
  private(set) var withoutDay = 0
  private var batch = PointBatch(for: .counting)

  init(_ layer: RegionLayer) {
    self.layer = layer
    table = DayCounts(placeCount: layer.placeCount)
    placing = Placing(layer)
  }

  mutating func take(
    _ records: inout some PointRecords & ~Copyable,
    of bytes: UnsafeBufferPointer<UInt8>,
    number: Int
  ) throws(InputError) {
    while try records.fill(&batch, problems: &placing.problems) {
      placing.place(batch)
      for day in batch.days where day == PointBatch.noDay { withoutDay += 1 }
      table.add(days: batch.days, places: placing.places)
    }
    placing.problems.note(lineBreaks: records.lineBreaks, inPiece: number)
  }

  mutating func merge(_ other: RegionCounting) {
    table.merge(other.table)
    placing.merge(other.placing)
    withoutDay += other.withoutDay
  }

  var rows: [RegionCounts.Row] {
    table.elements.map { day, place, count in
      let place = layer.place(numbered: place)
      return RegionCounts.Row(
        day: day == PointBatch.noDay ? nil : Day(clamping: Int(day)),
        code: layer.code(of: place),
        name: layer.name(of: place),
        count: count
      )
    }
  }
}
