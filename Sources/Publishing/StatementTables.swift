internal import Chronicle
internal import Gazetteer
internal import GeoFormats

/// The columns of `tolls.csv`.
enum TollColumn: String, CSVColumn {
  case incidentID = "incident_id"
  case dateFrom = "date_from"
  case date
  case measure, category, scope, place, ubigeo
  case value, qualifier, low, best, high
  case asOf = "as_of"
  case said
  /// yes while no later statement on the same thing supersedes it.
  case current
  case supersededBy = "superseded_by"
  case report, publisher, quote, origin
}

/// The columns of `tallies.csv`.
enum TallyColumn: String, CSVColumn {
  case dateFrom = "date_from"
  case date
  case measure
  case eventType = "event_type"
  case value, qualifier
  case sharePercent = "share_percent"
  case outOf = "out_of"
  case scope, place, said, report, publisher, quote, origin
}

/// The columns of `unlocated.csv`.
enum UnlocatedColumn: String, CSVColumn {
  case kind, date, reference, reason, report, publisher, quote, origin
}

extension Timeline {
  /// Every statement of a toll, with what superseded it.
  func tollTable() -> [UInt8] {
    var writer = CSVWriter<TollColumn>()
    for record in tolls {
      let (statement, observation) = (record.statement, record.observation)
      let bounds = statement.bounds
      writer.write { column in
        switch column {
        case .incidentID: record.incident?.text ?? ""
        case .dateFrom: statement.period.lowerBound.description
        case .date: statement.period.upperBound.description
        case .measure: statement.measure.rawValue
        case .category: statement.category.text
        case .scope: statement.scope.rawValue
        case .place: statement.placement.name
        case .ubigeo: statement.placement.location?.region?.text ?? ""
        case .value: String(statement.value)
        case .qualifier: statement.qualifier.rawValue
        case .low: bounds.low.map { String($0) } ?? ""
        case .best: String(bounds.best)
        case .high: bounds.high.map { String($0) } ?? ""
        case .asOf: statement.asOf?.description ?? ""
        case .said: observation.said.description
        case .current: record.isCurrent ? "yes" : "no"
        case .supersededBy: record.supersededBy?.description ?? ""
        case .report: observation.report.text
        case .publisher: record.publisher
        case .quote: observation.quote ?? ""
        case .origin: observation.origin
        }
      }
    }
    return writer.bytes
  }

  /// Every tally, in the order it was said.
  func tallyTable() -> [UInt8] {
    var writer = CSVWriter<TallyColumn>()
    for record in tallies {
      let (statement, observation) = (record.statement, record.observation)
      writer.write { column in
        switch column {
        case .dateFrom: statement.when.days.lowerBound.description
        case .date: statement.when.days.upperBound.description
        case .measure: statement.measure.rawValue
        case .eventType: statement.eventType.text
        case .value: String(statement.value)
        case .qualifier: statement.qualifier.rawValue
        case .sharePercent: statement.sharePercent.map { JSONValue.number($0).cell } ?? ""
        case .outOf: statement.outOf.map { String($0) } ?? ""
        case .scope: statement.scope.rawValue
        case .place: statement.placement?.name ?? ""
        case .said: observation.said.description
        case .report: observation.report.text
        case .publisher: record.publisher
        case .quote: observation.quote ?? ""
        case .origin: observation.origin
        }
      }
    }
    return writer.bytes
  }

  /// Every observation that should have a position and has none, and why. Figures for the whole nation
  /// have none by nature and are not among them.
  func unlocatedTable() -> [UInt8] {
    var writer = CSVWriter<UnlocatedColumn>()
    for observation in observations {
      guard let (kind, reference, reason) = observation.statement.unlocated else { continue }
      writer.write { column in
        switch column {
        case .kind: kind
        case .date: observation.statement.days.upperBound.description
        case .reference: reference
        case .reason: reason
        case .report: observation.report.text
        case .publisher: report(observation.report)?.publisher ?? ""
        case .quote: observation.quote ?? ""
        case .origin: observation.origin
        }
      }
    }
    return writer.bytes
  }
}

extension Statement {
  /// What is said without a position although it has one.
  fileprivate var unlocated: (kind: String, reference: String, reason: String)? {
    switch self {
    case .blockade(let blockade):
      guard case .unlocated(let reference, let reason) = blockade.placement else { return nil }
      return ("blockade", reference, reason)
    case .toll(let toll):
      guard toll.scope != .nation, case .unlocated(let reference, let reason) = toll.placement else {
        return nil
      }
      return ("toll", reference, reason)
    case .tally(let tally):
      guard tally.scope != .nation, case .unlocated(let reference, let reason)? = tally.placement else {
        return nil
      }
      return ("tally", reference, reason)
    }
  }
}

extension Placement {
  /// The place for people: its name, else the highway's, else the words of the report.
  fileprivate var name: String {
    switch self {
    case .located(let location): location.place ?? location.routeName ?? location.region?.text ?? ""
    case .unlocated(let reference, _): reference
    }
  }
}
