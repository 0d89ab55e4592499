import Chronicle
import Gazetteer
import Testing

/// Reports and observations put together by a test.
struct Archive {
  var reports: [Report] = []
  var observations: [Observation] = []

  /// Adds a report and what it says.
  mutating func add(
    _ id: String,
    by publisher: String = "Herald",
    at published: String,
    coverage: Coverage = .partial,
    _ statements: [Statement]
  ) throws {
    let report = Report(
      id: Report.ID(id),
      publisher: publisher,
      title: id,
      published: try Morland.moment(published),
      coverage: coverage
    )
    reports.append(report)
    for (sequence, statement) in statements.enumerated() {
      observations.append(
        Observation(of: report, sequence: sequence, origin: "\(id):\(sequence)", statement: statement)
      )
    }
  }

  /// Adds a complete report of a publisher that lists what is blocked at its moment.
  mutating func addSnapshot(
    by publisher: String = "Road Office",
    at published: String,
    _ listed: [(placement: Placement, status: BlockadeStatus)]
  ) throws {
    let moment = try Morland.moment(published)
    try add(
      "\(publisher) \(published)",
      by: publisher,
      at: published,
      coverage: .complete,
      listed.map {
        .blockade(
          BlockadeStatement(
            placement: $0.placement,
            status: $0.status,
            cause: .protest,
            when: .moment(moment)
          )
        )
      }
    )
  }

  /// Adds a dispatch about the day it is published on.
  mutating func addDispatch(
    by publisher: String = "Herald",
    on day: String,
    _ status: BlockadeStatus = .blocked,
    at placement: Placement
  ) throws {
    try add(
      "\(publisher) \(day) \(reports.count)",
      by: publisher,
      at: day,
      [.blockade(try .about(day, status, at: placement))]
    )
  }

  func timeline(
    presumedDays: Int = 3,
    longestGap: Int? = nil,
    asOf: Day? = nil
  ) -> Timeline {
    Timeline(
      reports: reports,
      observations: observations,
      regions: Morland.regions,
      settings: TimelineSettings(presumedDays: presumedDays, longestGap: longestGap, asOf: asOf)
    )
  }
}

extension BlockadeStatement {
  static func about(
    _ day: String,
    _ status: BlockadeStatus,
    at placement: Placement,
    cause: Cause = .protest
  ) throws -> BlockadeStatement {
    BlockadeStatement(
      placement: placement,
      status: status,
      cause: cause,
      when: .day(try Morland.day(day))
    )
  }
}

extension Statement {
  /// Deaths, in the town unless another place is given.
  static func killed(
    _ value: Int,
    _ qualifier: TollQualifier = .exact,
    on first: String,
    through last: String? = nil,
    category: TollCategory = .protesters,
    scope: Scope = .incident,
    at placement: Placement? = nil
  ) throws -> Statement {
    let town = try Morland.point(40, route: nil, place: "Moorgate")
    let start = try Morland.day(first)
    let statement = TollStatement(
      measure: .killed,
      value: value,
      qualifier: qualifier,
      category: category,
      scope: scope,
      placement: placement ?? town,
      period: start...(try last.map(Morland.day) ?? start)
    )
    return .toll(try #require(statement))
  }

  static func points(_ value: Int, on day: String) throws -> Statement {
    let statement = TallyStatement(
      measure: .points,
      eventType: .blockade,
      value: value,
      scope: .nation,
      when: .day(try Morland.day(day))
    )
    return .tally(try #require(statement))
  }
}
