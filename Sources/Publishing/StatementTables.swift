internal import Chronicle
internal import Gazetteer
internal import GeoFormats

/// The columns of `tolls.csv`.
enum TollColumn: String, CSVColumn, PublishedColumn {
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

  var kind: TableColumn.Kind {
    switch self {
    case .dateFrom, .date: .date
    case .value, .low, .best, .high: .integer
    case .asOf, .said: .dateTime
    case .incidentID, .measure, .category, .scope, .place, .ubigeo, .qualifier, .current, .supersededBy,
      .report, .publisher, .quote, .origin:
      .text
    }
  }
}

/// The columns of `tallies.csv`.
enum TallyColumn: String, CSVColumn, PublishedColumn {
  case dateFrom = "date_from"
  case date
  case measure
  case eventType = "event_type"
  case value, qualifier
  case sharePercent = "share_percent"
  case outOf = "out_of"
  case scope, place, said, report, publisher, quote, origin

  var kind: TableColumn.Kind {
    switch self {
    case .dateFrom, .date: .date
    case .value, .outOf: .integer
    case .sharePercent: .real
    case .said: .dateTime
    case .measure, .eventType, .qualifier, .scope, .place, .report, .publisher, .quote, .origin: .text
    }
  }
}

/// The columns of `unlocated.csv`.
enum UnlocatedColumn: String, CSVColumn, PublishedColumn {
  case what = "kind"
  case date, reference, reason, report, publisher, quote, origin

  var kind: TableColumn.Kind { self == .date ? .date : .text }
}

/// The columns of the table of reports.
enum ReportColumn: String, PublishedColumn {
  case report, publisher, title, published, language, coverage, url

  var kind: TableColumn.Kind { self == .published ? .dateTime : .text }
}

extension Timeline {
  /// Every statement of a toll, with what superseded it.
  func tollTable() -> RecordTable<TollColumn> {
    var table = RecordTable<TollColumn>()
    for record in tolls {
      let (statement, observation) = (record.statement, record.observation)
      let bounds = statement.bounds
      table.append { column in
        switch column {
        case .incidentID: .text(record.incident?.text)
        case .dateFrom: .string(statement.period.lowerBound.description)
        case .date: .string(statement.period.upperBound.description)
        case .measure: .string(statement.measure.rawValue)
        case .category: .string(statement.category.text)
        case .scope: .string(statement.scope.rawValue)
        case .place: .string(statement.placement.name)
        case .ubigeo: .text(statement.placement.location?.region?.text)
        case .value: .integer(statement.value)
        case .qualifier: .string(statement.qualifier.rawValue)
        case .low: .count(bounds.low)
        case .best: .integer(bounds.best)
        case .high: .count(bounds.high)
        case .asOf: .text(statement.asOf?.description)
        case .said: .string(observation.said.description)
        case .current: .string(record.isCurrent ? "yes" : "no")
        case .supersededBy: .text(record.supersededBy?.description)
        case .report: .string(observation.report.text)
        case .publisher: .string(record.publisher)
        case .quote: .text(observation.quote)
        case .origin: .string(observation.origin)
        }
      }
    }
    return table
  }

  /// Every tally, in the order it was said.
  func tallyTable() -> RecordTable<TallyColumn> {
    var table = RecordTable<TallyColumn>()
    for record in tallies {
      let (statement, observation) = (record.statement, record.observation)
      table.append { column in
        switch column {
        case .dateFrom: .string(statement.when.days.lowerBound.description)
        case .date: .string(statement.when.days.upperBound.description)
        case .measure: .string(statement.measure.rawValue)
        case .eventType: .string(statement.eventType.text)
        case .value: .integer(statement.value)
        case .qualifier: .string(statement.qualifier.rawValue)
        case .sharePercent: statement.sharePercent.map { .number($0) } ?? .null
        case .outOf: .count(statement.outOf)
        case .scope: .string(statement.scope.rawValue)
        case .place: .text(statement.placement?.name)
        case .said: .string(observation.said.description)
        case .report: .string(observation.report.text)
        case .publisher: .string(record.publisher)
        case .quote: .text(observation.quote)
        case .origin: .string(observation.origin)
        }
      }
    }
    return table
  }

  /// Every observation that should have a position and has none, and why. Figures for the whole nation
  /// have none by nature and are not among them.
  func unlocatedTable() -> RecordTable<UnlocatedColumn> {
    var table = RecordTable<UnlocatedColumn>()
    for observation in observations {
      guard let (kind, reference, reason) = observation.statement.unlocated else { continue }
      table.append { column in
        switch column {
        case .what: .string(kind)
        case .date: .string(observation.statement.days.upperBound.description)
        case .reference: .string(reference)
        case .reason: .string(reason)
        case .report: .string(observation.report.text)
        case .publisher: .text(report(observation.report)?.publisher)
        case .quote: .text(observation.quote)
        case .origin: .string(observation.origin)
        }
      }
    }
    return table
  }

  /// Every report that had been published by ``TimelineSettings/asOf``, in the order of their identifiers.
  func reportTable() -> RecordTable<ReportColumn> {
    var table = RecordTable<ReportColumn>()
    for report in reports where settings.asOf.map({ report.published.day <= $0 }) ?? true {
      table.append { column in
        switch column {
        case .report: .string(report.id.text)
        case .publisher: .string(report.publisher)
        case .title: .string(report.title)
        case .published: .string(report.published.description)
        case .language: .text(report.language)
        case .coverage: .string(report.coverage.rawValue)
        case .url: .text(report.url)
        }
      }
    }
    return table
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
