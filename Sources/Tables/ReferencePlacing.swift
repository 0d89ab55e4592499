internal import Gazetteer
internal import GeoFormats

/// Places the references of pieces of a table; one of its kind works on each processor.
struct ReferencePlacing: ~Copyable {
  /// What came of pieces.
  struct Outcome: Sendable {
    var summary = ReferencePlacement.Summary()
    var problems = PieceProblems()

    mutating func merge(_ other: Outcome) {
      summary += other.summary
      problems.merge(other.problems)
    }
  }

  private let format: ReferenceFile.Format
  private let writer: PlacementWriter
  private let regions: RegionTable
  private let locator: Locator
  private var highways = CellReadings<NamedHighway>()
  private var namedRegions = CellReadings<NamedRegion>()
  /// The region of rows that name none.
  private let region: (text: String?, reading: NamedRegion)
  private var batch = ReferenceBatch()
  /// The kilometres of one highway in a batch, and the places of their rows.
  private var kilometres: [PostedKilometre] = []
  private var places: [Int] = []
  private var plainFixes = PlainFixes()
  /// What was found of each row of a batch.
  private var fixes: [PlainFix?] = []
  /// The rows of a batch that are written in another way than they stand in the table.
  private var heads = ByteBuffer()
  /// The rows of the last piece with what was found of them.
  private(set) var text = ByteBuffer()
  private(set) var outcome = Outcome()

  init(_ format: ReferenceFile.Format, in pack: CountryPack, region: String?, writer: PlacementWriter) throws
  {
    self.format = format
    self.writer = writer
    regions = pack.regions
    locator = try Locator(pack)
    self.region = (region, locator.region(called: region))
  }

  /// Places the rows of a piece; ``text`` then has them with what was found of them.
  mutating func place(_ piece: UnsafeBufferPointer<UInt8>, number: Int) {
    // Taken out while they are in use, so that the writer beside them is not copied for each row.
    let (format, writer) = (format, writer)
    var text = ByteBuffer()
    swap(&text, &self.text)
    defer { swap(&text, &self.text) }
    text.removeAll()
    var rows = CSVRows(piece, of: format.header)
    let (route, kilometre) = (format.columns[.route], format.columns[.km])
    let region = format.columns[.region]
    let hasWords = format.columns[.reference] != nil
    while rows.advance() {
      outcome.summary.total += 1
      guard rows.isSound else {
        outcome.summary.unreadable += 1
        let (problem, file) = (rows.problem(in: format.file), format.file)
        outcome.problems.note(problem ?? rows.error(0, in: file, expected: "a row"), inPiece: number)
        continue
      }
      guard let route, let kilometre, !rows.fields.isEmpty(kilometre),
        !hasWords || !rows.fields.isEmpty(route)
      else {
        emptyBatch(of: piece, to: &text)
        writer.append(rows, to: &text)
        note(isPlaced: writer.append(resolutionOfWords(in: rows), to: &text))
        continue
      }
      let highway = highways.place(of: rows.fields, route) { [locator] in locator.highway(called: $0) }
      var named = -1
      if let region, !rows.fields.isEmpty(region) {
        named = namedRegions.place(of: rows.fields, region) { [locator] in locator.region(called: $0) }
      }
      let value = rows.fields.number(kilometre)
      if value >= 0, value < KilometreExpression.Number.limit, highways[highway].route != nil {
        let head = writer.head(of: rows, in: &heads)
        batch.append(kilometre: value, highway: highway, region: named, head: head)
        if batch.isFull { emptyBatch(of: piece, to: &text) }
      } else {
        let (highway, region) = (highways[highway], namedRegion(named))
        emptyBatch(of: piece, to: &text)
        writer.append(rows, to: &text)
        let expression = expression(in: rows, kilometre, value: value)
        if expression == nil {
          let expected = "a kilometre such as 262 or 382+200"
          outcome.problems.note(rows.error(kilometre, in: format.file, expected: expected), inPiece: number)
        }
        note(isPlaced: place(expression, of: highway, in: region, to: &text))
      }
    }
    emptyBatch(of: piece, to: &text)
    outcome.problems.note(lineBreaks: rows.linesBefore, inPiece: number)
  }

  /// Places the rows of the batch, and empties it.
  private mutating func emptyBatch(of piece: UnsafeBufferPointer<UInt8>, to text: inout ByteBuffer) {
    findPlainFixes()
    let writer = writer
    let heads = writer.rewritesRows ? heads.bytes : piece
    for (entry, fix) in zip(batch.entries, fixes) {
      text.append(UnsafeBufferPointer(rebasing: heads[entry.head]))
      if let fix {
        writer.append(fix, isRegionNamed: isRegionNamed(entry.region), to: &text)
        note(isPlaced: true)
      } else {
        let expression = KilometreExpression(entry.kilometre)
        let (highway, region) = (highways[entry.highway], namedRegion(entry.region))
        note(isPlaced: place(expression, of: highway, in: region, to: &text))
      }
    }
    batch.removeAll()
    self.heads.removeAll()
    highways.shrink()
    namedRegions.shrink()
  }

  /// Finds what is without a doubt of the rows in the batch, highway by highway.
  private mutating func findPlainFixes() {
    fixes.removeAll(keepingCapacity: true)
    fixes.append(contentsOf: repeatElement(nil, count: batch.entries.count))
    for highway in batch.highways {
      kilometres.removeAll(keepingCapacity: true)
      places.removeAll(keepingCapacity: true)
      batch.forEachEntry(of: highway) { place in
        let entry = batch.entries[place]
        let region = entry.region < 0 ? region.reading : namedRegions[entry.region]
        guard region.warnings.isEmpty else { return }
        kilometres.append(PostedKilometre(kilometre: entry.kilometre, region: region.region))
        places.append(place)
      }
      plainFixes.place(kilometres, of: highways[highway], in: regions)
      for (place, fix) in zip(places, plainFixes.fixes) { fixes[place] = fix }
    }
  }

  @inline(__always)
  private func isRegionNamed(_ place: Int) -> Bool { namedRegion(place).region != nil }

  @inline(__always)
  private func namedRegion(_ place: Int) -> NamedRegion { place < 0 ? region.reading : namedRegions[place] }

  private func expression(in rows: borrowing CSVRows, _ column: Int, value: Double) -> KilometreExpression? {
    guard value.isNaN else { return KilometreExpression(value) }
    return locator.kilometres(in: String(decoding: rows.fields.content(column), as: UTF8.self))
  }

  /// Places a kilometre that is in doubt, and ends its row.
  private func place(
    _ expression: KilometreExpression?,
    of highway: NamedHighway,
    in region: NamedRegion,
    to text: inout ByteBuffer
  ) -> Bool {
    guard let expression else {
      writer.appendNothing(because: LocationWarning.Kind.unreadKilometre.rawValue, to: &text)
      return false
    }
    return writer.append(locator.locate(expression, of: highway, in: region), to: &text)
  }

  @inline(__always)
  private mutating func note(isPlaced: Bool) {
    if isPlaced { outcome.summary.placed += 1 } else { outcome.summary.unplaced += 1 }
  }

  /// What a row says in words: its reference, else its route and place.
  private func resolutionOfWords(in rows: borrowing CSVRows) -> Resolution {
    func cell(_ column: ReferenceColumn) -> String? {
      guard let place = format.columns[column], !rows.fields.isEmpty(place) else { return nil }
      return String(decoding: rows.fields.content(place), as: UTF8.self)
    }
    let words = cell(.reference) ?? [cell(.route), cell(.place)].compactMap(\.self).joined(separator: ", ")
    return locator.locate(words, in: cell(.region) ?? region.text)
  }
}
