internal import Gazetteer
internal import Geo

/// Sorts toll statements into incidents and series, and tells which supersedes which.
struct TollBook {
  /// Every toll statement in the order said.
  private(set) var records: [TollRecord]
  /// The incidents in the order of their first statements, each with its statements in the order said.
  private(set) var incidents: [(id: IncidentID, records: [TollRecord])] = []

  /// Sums that continue one another: of the same people, over the same area, since the same day.
  private struct Series: Hashable {
    let measure: TollMeasure
    let category: TollCategory
    let scope: Scope
    let start: Day
    /// A single day's figure and a running sum from that day on are two things.
    let isOneDay: Bool
    let place: String
  }

  private struct Occasion: Hashable {
    let day: Day
    let measure: TollMeasure
  }

  private struct Group {
    let id: IncidentID
    /// Where the first statement puts it.
    let anchor: Placement
    var categories: Set<TollCategory>
    var members: [Int]
  }

  /// - Parameters:
  ///   - records: In the order said.
  ///   - tolerance: How far apart two points of one incident may lie.
  init(_ records: [TollRecord], tolerance: Distance) {
    self.records = records
    var groups: [Group] = []
    var onDay: [Occasion: [Int]] = [:]
    var series: [Series: [Int]] = [:]
    var seriesOrder: [Series] = []
    var names = UniqueNames()

    for (index, record) in records.enumerated() {
      let statement = record.statement
      guard statement.isOfIncident else {
        let key = Series(
          measure: statement.measure,
          category: statement.category,
          scope: statement.scope,
          start: statement.period.lowerBound,
          isOneDay: statement.period.lowerBound == statement.period.upperBound,
          place: statement.scope == .nation ? "" : statement.placement.areaKey
        )
        if series[key] == nil { seriesOrder.append(key) }
        series[key, default: []].append(index)
        continue
      }
      let occasion = Occasion(day: statement.period.lowerBound, measure: statement.measure)
      let match = (onDay[occasion] ?? []).filter { candidate in
        groups[candidate].categories.allSatisfy { $0.isCompatible(with: statement.category) }
          && groups[candidate].anchor.isSamePlace(as: statement.placement, within: tolerance)
      }
      .min { left, right in
        // Of several, the one that counts the same people; else the one told of first.
        let leftFits = groups[left].categories.contains(statement.category)
        let rightFits = groups[right].categories.contains(statement.category)
        return leftFits == rightFits ? left < right : leftFits
      }
      if let match {
        groups[match].categories.insert(statement.category)
        groups[match].members.append(index)
      } else {
        let name = "\(statement.measure.rawValue)-\(statement.placement.nameSlug)-\(occasion.day)"
        onDay[occasion, default: []].append(groups.count)
        groups.append(
          Group(
            id: IncidentID(names.claim(name)),
            anchor: statement.placement,
            categories: [statement.category],
            members: [index]
          )
        )
      }
    }

    for group in groups {
      for index in group.members { self.records[index].incident = group.id }
      supersede(group.members)
      incidents.append((id: group.id, records: group.members.map { self.records[$0] }))
    }
    for key in seriesOrder { supersede(series[key] ?? []) }
  }

  /// The incidents as known by the end of a day, in the order of their identifiers.
  func incidents(knownBy day: Day) -> [Incident] {
    incidents.compactMap { id, records in
      let known = records.firstIndexBySearch { $0.observation.said.day > day }
      return Incident(id: id, records[..<known])
    }
    .sorted { $0.id < $1.id }
  }

  /// Notes for each statement on one thing which later one takes its place.
  private mutating func supersede(_ members: [Int]) {
    var nextOfPublisher: [String: Int] = [:]
    // The first member said on a later day than the one in hand, and the first on that one's own day.
    var laterDay: Int?
    var ownDay: Int?
    for index in members.reversed() {
      let record = records[index]
      if let own = ownDay, records[own].observation.said.day > record.observation.said.day { laterDay = own }
      ownDay = index
      let successor = [nextOfPublisher[record.publisher], laterDay].compactMap { $0 }.min()
      records[index].supersededBy = successor.map { records[$0].observation.id }
      nextOfPublisher[record.publisher] = index
    }
  }
}
