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
  private var mixture = KilometreMixture()
  /// What looking at posts ahead came to: of no use, but that they were looked at.
  private var nearness = 0.0
  private(set) var outcome = Outcome()

  init(_ format: ReferenceFile.Format, in pack: CountryPack, region: String?, writer: PlacementWriter) throws
  {
    self.format = format
    self.writer = writer
    regions = pack.regions
    locator = try Locator(pack)
    self.region = (region, locator.region(called: region))
  }

  /// The rows of a piece with what was found of them.
  mutating func place(_ piece: UnsafeBufferPointer<UInt8>, number: Int) -> [UInt8] {
    var rows = CSVRows(piece, of: format.header)
    var text: [UInt8] = []
    text.reserveCapacity(piece.count * 5)
    let (route, kilometre) = (format.columns[.route], format.columns[.km])
    let region = format.columns[.region]
    var batch = ReferenceBatch()
    let hasWords = format.columns[.reference] != nil
    while rows.advance() {
      outcome.summary.total += 1
      guard rows.isSound else {
        outcome.summary.unreadable += 1
        let (problem, file) = (rows.problem(in: format.file), format.file)
        outcome.problems.note(problem ?? rows.error(0, in: file, expected: "a row"), inPiece: number)
        continue
      }
      guard let route, let kilometre, !rows.isEmpty(kilometre), !hasWords || !rows.isEmpty(route) else {
        empty(&batch, to: &text)
        writer.append(rows, to: &text)
        note(isPlaced: writer.append(resolutionOfWords(in: rows), to: &text))
        continue
      }
      let highway = highways.place(of: rows, route) { [locator] in locator.highway(called: $0) }
      var named = -1
      if let region, !rows.isEmpty(region) {
        named = namedRegions.place(of: rows, region) { [locator] in locator.region(called: $0) }
      }
      let value = rows.number(kilometre)
      if value >= 0, value < KilometreExpression.Number.limit, highways[highway].route != nil {
        writer.append(rows, to: &batch.heads)
        batch.append(kilometre: value, highway: highway, region: named)
        if batch.isFull { empty(&batch, to: &text) }
      } else {
        let (highway, region) = (highways[highway], namedRegion(named))
        empty(&batch, to: &text)
        writer.append(rows, to: &text)
        let expression = expression(in: rows, kilometre, value: value)
        if expression == nil {
          let expected = "a kilometre such as 262 or 382+200"
          outcome.problems.note(rows.error(kilometre, in: format.file, expected: expected), inPiece: number)
        }
        note(isPlaced: place(expression, of: highway, in: region, to: &text))
      }
    }
    empty(&batch, to: &text)
    outcome.problems.note(lineBreaks: rows.linesBefore, inPiece: number)
    return text
  }

  /// Places the rows of a batch, and empties it.
  private mutating func empty(_ batch: inout ReferenceBatch, to text: inout [UInt8]) {
    for entry in batch.entries {
      nearness += highways[entry.highway].route?.approach(posted: entry.kilometre) ?? 0
    }
    batch.heads.withUnsafeBufferPointer { heads in
      for entry in batch.entries {
        text.append(contentsOf: UnsafeBufferPointer(rebasing: heads[entry.head]))
        let (highway, region) = (highways[entry.highway], namedRegion(entry.region))
        if region.warnings.isEmpty, let route = highway.route,
          let fix = route.plainFix(posted: entry.kilometre, in: region.region, of: regions, using: &mixture)
        {
          writer.append(fix, isRegionNamed: region.region != nil, to: &text)
          note(isPlaced: true)
        } else {
          let expression = KilometreExpression(entry.kilometre)
          note(isPlaced: place(expression, of: highway, in: region, to: &text))
        }
      }
    }
    batch.removeAll()
    highways.shrink()
    namedRegions.shrink()
  }

  @inline(__always)
  private func namedRegion(_ place: Int) -> NamedRegion { place < 0 ? region.reading : namedRegions[place] }

  private func expression(in rows: borrowing CSVRows, _ column: Int, value: Double) -> KilometreExpression? {
    guard value.isNaN else { return KilometreExpression(value) }
    return locator.kilometres(in: String(decoding: rows.content(column), as: UTF8.self))
  }

  /// Places a kilometre that is in doubt, and ends its row.
  private func place(
    _ expression: KilometreExpression?,
    of highway: NamedHighway,
    in region: NamedRegion,
    to text: inout [UInt8]
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
      guard let place = format.columns[column], !rows.isEmpty(place) else { return nil }
      return String(decoding: rows.content(place), as: UTF8.self)
    }
    let words = cell(.reference) ?? [cell(.route), cell(.place)].compactMap(\.self).joined(separator: ", ")
    return locator.locate(words, in: cell(.region) ?? region.text)
  }
}
