internal import Chronicle
public import Gazetteer
internal import Geo
public import GeoFormats
public import Reading

/// Makes reports and observations of tables of events: a blockade where the notes tell of one, and a toll where people
/// were killed. Each event is a report of its own, said on its day.
public struct EventReader {
  /// Who publishes the events.
  private static let publisher = "ACLED"
  /// Words of a note that stand for it where no sentence is meant.
  private static let longestQuote = 240

  private let locator: Locator
  private let reader: DispatchReader

  public init(_ locator: Locator, reader: DispatchReader) {
    self.locator = locator
    self.reader = reader
  }

  /// What would become of the events of a table.
  ///
  /// - Throws: `InputError` at the first row that cannot be read.
  public func account(of bytes: [UInt8], path: String) throws(InputError) -> EventAccount {
    collection(of: try EventTable.events(in: bytes, file: path, name: path)).account
  }

  /// Makes reports and observations of events. Of several rows of one event the one that was changed last counts.
  ///
  /// - Complexity: O(*n*) in the notes' bytes; O(*k*²) in the deadly events of one day.
  func collection(of events: [CodedEvent]) -> (collection: ReportCollection, account: EventAccount) {
    var collection = ReportCollection()
    var account = EventAccount()
    account.events = events.count
    var latest: [String: CodedEvent] = [:]
    for event in events where event.timestamp >= latest[event.id]?.timestamp ?? .min {
      latest[event.id] = event
    }
    account.repeated = events.count - latest.count
    /// The deadly events of each day, those of one place together.
    var deadly: [Day: [Deaths]] = [:]
    let ordered = latest.values.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    var reports: [String: Report] = [:]
    for event in ordered {
      let location = location(of: event)
      if location.isOutside, !isHome(event.country) {
        account.elsewhere += 1
        continue
      }
      let blockade = blockade(in: event)
      if blockade != nil { account.blockades += 1 }
      if event.fatalities > 0 { account.deadly += 1 }
      if blockade != nil, event.fatalities > 0 { account.both += 1 }
      guard blockade != nil || event.fatalities > 0 else {
        account.other += 1
        continue
      }
      let report = report(of: event)
      reports[event.id] = report
      collection.reports.append(report)
      if let blockade {
        collection.observations.append(observation(blockade, of: event, at: location, report: report))
      }
      if event.fatalities > 0 {
        let known = deadly[event.day]?.firstIndex { $0.isNear(event) }
        if let known {
          deadly[event.day]?[known].events.append(event)
        } else {
          deadly[event.day, default: []].append(Deaths(events: [event], location: location))
        }
      }
    }
    for (_, places) in deadly.sorted(by: { $0.key < $1.key }) {
      for deaths in places {
        guard let first = deaths.events.first, let report = reports[first.id],
          let observation = deaths.observation(of: report, quote: Self.opening(of: first.notes))
        else { continue }
        collection.observations.append(observation)
      }
    }
    return (collection, account)
  }

  // MARK: Parts of an event

  private func isHome(_ country: String) -> Bool {
    country.isEmpty || NameKey(country) == NameKey(locator.pack.country.name)
  }

  /// Words that tell of a blockade.
  private struct Blockade {
    let status: BlockadeStatus
    let cause: Cause?
    let quote: String
  }

  /// What the notes say of a road closed by people: what the reader of dispatches finds, else the words themselves.
  private func blockade(in event: CodedEvent) -> Blockade? {
    let order: [BlockadeStatus] = [.blocked, .restricted, .suspended, .cleared]
    let reading = try? reader.read(Array(event.notes.utf8), published: event.day)
    let found = (reading?.statements ?? []).compactMap { statement -> Blockade? in
      guard case .blockade(let status, let cause) = statement.content else { return nil }
      return Blockade(status: status, cause: cause, quote: statement.quote)
    }
    let heaviest = found.min { left, right in
      order.firstIndex(of: left.status) ?? 0 < order.firstIndex(of: right.status) ?? 0
    }
    if let heaviest { return heaviest }
    return EventWords.sentence(in: event.notes).map { Blockade(status: .blocked, cause: nil, quote: $0) }
  }

  private func report(of event: CodedEvent) -> Report {
    Report(
      id: Report.ID("\(Self.publisher) \(event.id)"),
      publisher: event.source.isEmpty ? Self.publisher : "\(Self.publisher): \(event.source)",
      title: event.title,
      published: event.day.start,
      hasTime: false
    )
  }

  private func observation(
    _ blockade: Blockade,
    of event: CodedEvent,
    at location: Location,
    report: Report
  ) -> Observation {
    Observation(
      of: report,
      sequence: 0,
      quote: blockade.quote,
      origin: "\(event.file):\(event.line)",
      statement: .blockade(
        BlockadeStatement(
          placement: .located(location),
          status: blockade.status,
          cause: event.isProtest ? .protest : blockade.cause ?? .unknown,
          when: .day(event.day)
        )
      )
    )
  }

  /// The position given, with the region that the event names where the position lies in it.
  private func location(of event: CodedEvent) -> Location {
    var location = Location(
      geometry: .point(event.coordinate),
      method: .given,
      uncertainty: event.precision.radius,
      place: event.place.isEmpty || event.precision == .region ? nil : event.place
    )
    (location.region, location.warnings) = locator.region(at: event.coordinate)
    guard let covering = location.region else {
      location.isOutside = true
      location.warnings.append(
        LocationWarning(.outsideCountry, "outside \(locator.pack.country.name)")
      )
      return location
    }
    // Names from large to small; fewer where the smallest are not known, or the position is not exact enough.
    let regions = locator.pack.regions
    let names = event.regions.prefix(event.precision == .place ? 3 : event.precision == .partOfRegion ? 2 : 1)
    for count in (1...max(names.count, 1)).reversed() where !names.isEmpty {
      let named = locator.region(called: names.prefix(count).joined(separator: "/"))
      guard let index = named.region else { continue }
      let code = regions[index].code
      if code.isInside(covering) {
        location.region = code
      } else if !covering.isInside(code) {
        location.warnings.append(
          LocationWarning(
            .outsideNamedRegion,
            "lies in \(regions[covering]?.name ?? covering.text), not in \(regions[index].name)"
          )
        )
      }
      break
    }
    return location
  }

  /// The beginning of a note, as much of it as a quote may hold.
  private static func opening(of notes: String) -> String {
    guard notes.count > longestQuote else { return notes }
    let start = notes.prefix(longestQuote)
    return String(start.lastIndex(of: " ").map { start[..<$0] } ?? start)
  }
}

/// The events of one day and place in which people were killed. Events are told apart by whoever coded them, so their
/// figures add up.
private struct Deaths {
  var events: [CodedEvent]
  let location: Location

  /// Whether an event counts as of the same place: what a timeline would take for one incident.
  func isNear(_ event: CodedEvent) -> Bool {
    guard case .point(let here) = location.geometry else { return false }
    let tolerance = TimelineSettings(presumedDays: 0).incidentTolerance
    return Geodesic.wgs84.distance(here, event.coordinate) <= tolerance
  }

  func observation(of report: Report, quote: String) -> Observation? {
    guard let first = events.first else { return nil }
    let sum = events.reduce(0) { $0 + $1.fatalities }
    let toll = TollStatement(
      measure: .killed,
      value: sum,
      category: .all,
      scope: .incident,
      placement: .located(location),
      period: first.day...first.day
    )
    return toll.map { toll in
      Observation(
        of: report,
        sequence: 1,
        quote: quote,
        origin: events.map { "\($0.file):\($0.line)" }.joined(separator: ", "),
        statement: .toll(toll)
      )
    }
  }
}
