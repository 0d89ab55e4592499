internal import Chronicle
internal import Gazetteer
internal import GeoFormats
internal import Reading

/// Makes observations of what was read from the text of a dispatch.
struct ReadObservations {
  private let dispatch: Dispatch
  private let country: String
  private(set) var observations: [Observation] = []
  /// What was read and should be looked at, for the record.
  private(set) var findings: [Finding] = []

  /// - Parameter country: Its name, which stands for the place of figures of the whole nation.
  init(_ reading: DispatchReading, of dispatch: Dispatch, country: String) {
    self.dispatch = dispatch
    self.country = country
    for statement in reading.statements { add(statement) }
  }

  private mutating func add(_ read: ReadStatement) {
    let report = dispatch.report
    // Where in the text it stands, for people: characters are counted from the header's blank line.
    let origin = "\(report.id).txt, characters \(read.range.lowerBound) to \(read.range.upperBound)"
    // A report cannot tell of days to come; a day's slack for what the clocks of two places make of one.
    guard read.days.upperBound <= report.published.day.advanced(by: 1), let statement = statement(read)
    else {
      findings.append(
        Finding(severity: .note, message: "\(origin): “\(read.quote)” is of a day to come and left out")
      )
      return
    }
    for doubt in doubts(of: read) {
      findings.append(Finding(severity: .note, message: "\(origin): \(doubt)"))
    }
    observations.append(
      Observation(
        of: report,
        sequence: observations.count,
        said: read.said == report.published.day ? nil : read.said.start,
        quote: read.quote,
        origin: origin,
        statement: statement
      )
    )
  }

  private func statement(_ read: ReadStatement) -> Statement? {
    switch read.content {
    case .blockade(let status, let cause):
      return .blockade(
        BlockadeStatement(placement: placement(read), status: status, cause: cause, when: .days(read.days))
      )
    case .toll(let measure, let value, let qualifier, let category):
      return TollStatement(
        measure: measure,
        value: value,
        qualifier: qualifier,
        category: category,
        scope: read.scope,
        placement: placement(read),
        period: read.days,
        asOf: read.asOf
      ).map(Statement.toll)
    case .tally(let measure, let eventType, let value, let qualifier, let sharePercent):
      return TallyStatement(
        measure: measure,
        eventType: eventType,
        value: value,
        qualifier: qualifier,
        sharePercent: sharePercent,
        scope: read.scope,
        placement: read.scope == .nation ? nil : placement(read),
        when: .days(read.days)
      ).map(Statement.tally)
    }
  }

  private func placement(_ read: ReadStatement) -> Placement {
    guard let resolution = read.resolution else {
      guard read.place.isEmpty else {
        return .unlocated(reference: read.place, reason: "the place is not known")
      }
      return read.scope == .nation
        ? .unlocated(reference: country, reason: "a figure for the whole country")
        : .unlocated(reference: "", reason: "the report names no place")
    }
    switch Placement(resolution, reference: read.place) {
    case .located(var location):
      location.warnings += doubts(of: read).map { LocationWarning(.fromContext, $0) }
      return .located(location)
    case let unlocated: return unlocated
    }
  }

  /// The doubts that are not the location's own.
  private func doubts(of read: ReadStatement) -> [String] {
    guard let location = read.resolution?.location else { return read.warnings }
    let own = Set(location.warnings.map(\.detail))
    return read.warnings.filter { !own.contains($0) }
  }
}

extension DispatchReader {
  /// What the text of a dispatch says. A text that says nothing, or cannot be read, is a finding.
  func observations(
    of dispatch: Dispatch,
    country: String
  ) -> (observations: [Observation], findings: [Finding]) {
    func note(_ message: String) -> Finding {
      Finding(severity: .note, location: InputLocation(file: "\(dispatch.report.id).txt"), message: message)
    }
    do throws(ReadingError) {
      let read = ReadObservations(try read(dispatch.bytes), of: dispatch, country: country)
      let isSilent = read.observations.isEmpty
      return (
        read.observations, read.findings + (isSilent ? [note("no observation rests on this dispatch")] : [])
      )
    } catch {
      return ([], [note("\(error)")])
    }
  }
}
