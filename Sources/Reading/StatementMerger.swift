internal import Chronicle
internal import Gazetteer
internal import Geo

/// Makes one statement of repeated mentions, and notes where a text disagrees with itself.
struct StatementMerger {
  let text: DispatchText
  let places: PlaceFinder

  /// What mentions of one thing have in common.
  private enum Key: Hashable {
    case blockade(BlockadeStatus, PlaceFinder.Identity, kilometre: Double?)
    case toll(TollMeasure, Int, area: String)
    case tally(TallyMeasure, EventType, Int, area: String)
  }

  /// - Complexity: O(*n*) in the drafts.
  func merge(_ drafts: [Draft]) -> [ReadStatement] {
    var kept: [Draft] = []
    kept.reserveCapacity(drafts.count)
    // Of each key the last that was kept, and of each kept the one of its key before.
    var last: [Key: Int] = [:]
    var before: [Int?] = []
    for draft in drafts {
      let key = key(draft)
      let latest = last[key]
      var match = latest
      while let position = match, !isSame(kept[position], draft) { match = before[position] }
      if let match {
        combine(&kept[match], draft)
      } else {
        last[key] = kept.count
        before.append(latest)
        kept.append(draft)
      }
    }
    kept = withoutUnplacedTwins(withoutVagueTwins(kept))
    noteDisagreement(&kept)
    // Positions are sorted, not drafts, which are large.
    let starts = kept.map(\.bytes.lowerBound)
    return kept.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { statement(kept[$0]) }
  }

  /// Leaves out blockades told by less, as in a headline, that the text tells once more by more: the highway at a
  /// town and its kilometre there; a bridge alone and the same with words that say where it is.
  ///
  /// - Complexity: O(*n*) in the drafts, but for those of one route or one beginning.
  private func withoutVagueTwins(_ drafts: [Draft]) -> [Draft] {
    struct Telling: Hashable {
      let status: BlockadeStatus
      let text: String
    }
    var byRoute: [Telling: [Int]] = [:]
    var byText: [Telling: [Int]] = [:]
    for (position, draft) in drafts.enumerated() {
      guard case .blockade(let status, _) = draft.content else { continue }
      if let location = draft.resolution?.location, location.method == .kilometrePost,
        let route = location.route
      {
        byRoute[Telling(status: status, text: route), default: []].append(position)
      }
      guard draft.place.utf8.contains(UInt8(ascii: ",")) else { continue }
      let text = draft.place.lowercased()
      if let end = text.firstIndex(of: ","), text[..<end].contains(" ") {
        byText[Telling(status: status, text: String(text[..<end])), default: []].append(position)
      }
    }
    guard !byRoute.isEmpty || !byText.isEmpty else { return drafts }
    func isVague(_ position: Int) -> Bool {
      let draft = drafts[position]
      guard case .blockade(let status, _) = draft.content else { return false }
      func isTold(by twins: [Int], _ isSamePlace: (Draft) -> Bool) -> Bool {
        twins.prefix(64).contains {
          $0 != position && isSame(drafts[$0], draft) && isSamePlace(drafts[$0])
        }
      }
      if !byText.isEmpty {
        let told = Telling(status: status, text: draft.place.lowercased())
        if isTold(by: byText[told] ?? [], { _ in true }) { return true }
      }
      guard let location = draft.resolution?.location, location.method == .place, let route = location.route,
        let point = location.representativePoint
      else { return false }
      return isTold(by: byRoute[Telling(status: status, text: route)] ?? []) { twin in
        guard let other = twin.resolution?.location, let there = other.representativePoint else {
          return false
        }
        return Geodesic.wgs84.distance(point, there)
          <= location.uncertainty + other.uncertainty + Self.near
      }
    }
    let vague = Set(drafts.indices.filter(isVague))
    guard !vague.isEmpty else { return drafts }
    return drafts.indices.filter { !vague.contains($0) }.map { drafts[$0] }
  }

  /// How far a kilometre may be from the town by which the same blockade is told.
  private static let near = Distance.kilometres(5)

  /// Leaves out tolls told without a place, as in a headline, that the text tells once more with it.
  ///
  /// - Complexity: O(*n*) in the drafts.
  private func withoutUnplacedTwins(_ drafts: [Draft]) -> [Draft] {
    struct Toll: Hashable {
      let measure: TollMeasure
      let value: Int
    }
    func toll(_ draft: Draft) -> Toll? {
      guard case .toll(let measure, let value, _, _) = draft.content else { return nil }
      return Toll(measure: measure, value: value)
    }
    // Of each toll the only one that is placed, or −1 where there are several.
    var placed: [Toll: Int] = [:]
    for (position, draft) in drafts.enumerated() where !draft.isUnplaced && draft.scope != .nation {
      if let toll = toll(draft) { placed[toll] = placed[toll] == nil ? position : -1 }
    }
    guard !placed.isEmpty, drafts.contains(where: { $0.isUnplaced && $0.scope == .nation }) else {
      return drafts
    }
    return drafts.filter { draft in
      guard draft.isUnplaced, draft.scope == .nation, let toll = toll(draft), let twin = placed[toll],
        drafts.indices.contains(twin)
      else { return true }
      return !isSame(drafts[twin], draft)
        || abs(drafts[twin].days.upperBound.number - draft.days.upperBound.number) > 1
    }
  }

  private func key(_ draft: Draft) -> Key {
    switch draft.content {
    case .blockade(let status, _):
      .blockade(
        status,
        places.identity(draft.resolution, place: draft.place),
        kilometre: draft.kilometre
      )
    case .toll(let measure, let value, _, _): .toll(measure, value, area: area(of: draft))
    case .tally(let measure, let event, let value, _, _): .tally(measure, event, value, area: area(of: draft))
    }
  }

  private func area(of draft: Draft) -> String {
    draft.scope == .nation ? "" : places.area(draft.resolution, place: draft.place)
  }

  private func isSame(_ known: Draft, _ draft: Draft) -> Bool {
    let distance = abs(known.days.upperBound.number - draft.days.upperBound.number)
    switch draft.content {
    case .toll(_, _, _, let category):
      guard case .toll(_, _, _, let other) = known.content,
        category.isCompatible(with: other) || category == .blockadeRelated
      else {
        return false
      }
      return draft.scope == .nation || distance <= 1
    case .blockade, .tally:
      return distance == 0
    }
  }

  private func combine(_ known: inout Draft, _ draft: Draft) {
    if draft.precision?.rawValue ?? -1 > known.precision?.rawValue ?? -1, draft.scope != .nation {
      known.days = draft.days
      known.precision = draft.precision
    }
    known.said = min(known.said, draft.said)
    if known.asOf == nil { known.asOf = draft.asOf }
    if case .toll(let measure, let value, let qualifier, let category) = known.content, category == .all,
      case .toll(_, _, _, let other) = draft.content, other != .all
    {
      known.content = .toll(measure: measure, value: value, qualifier: qualifier, category: other)
    }
  }

  /// Two counts of one thing on one day that differ are both kept, and both are in doubt.
  private func noteDisagreement(_ drafts: inout [Draft]) {
    struct Count: Hashable {
      let measure: TallyMeasure
      let event: EventType
      let area: String
      let day: Day
    }
    var counts: [Count: [Int]] = [:]
    for (position, draft) in drafts.enumerated() {
      guard case .tally(let measure, let event, _, _, _) = draft.content else { continue }
      let count = Count(measure: measure, event: event, area: area(of: draft), day: draft.days.upperBound)
      counts[count, default: []].append(position)
    }
    for (_, positions) in counts where positions.count > 1 {
      for position in positions {
        drafts[position].warnings.append(
          "the text gives \(positions.count) different counts of this for one day"
        )
      }
    }
    let blocked = drafts.count { if case .blockade(.blocked, _) = $0.content { true } else { false } }
    guard blocked > 1, drafts.count < 1000 else { return }
    for position in drafts.indices {
      guard case .tally(.points, let event, let value, _, _) = drafts[position].content, event == .blockade,
        value < 20, value != blocked
      else { continue }
      drafts[position].warnings.append("the text names \(blocked) places as blocked")
    }
  }

  private func statement(_ draft: Draft) -> ReadStatement {
    var warnings = draft.warnings
    switch draft.resolution {
    case .found(let location, _)?: warnings += location.warnings.map(\.detail)
    case .ambiguous(let candidates)?:
      warnings.append("could be " + candidates.prefix(5).map(\.title).joined(separator: "; "))
    case .unknown(let reason, _)?: warnings.append(reason)
    case nil: break
    }
    return ReadStatement(
      content: draft.content,
      scope: draft.scope,
      range: text.scalars(of: draft.bytes),
      quote: text.quote(of: draft.bytes),
      place: draft.place,
      resolution: draft.resolution,
      kilometre: draft.resolution?.location?.kilometre ?? draft.kilometre,
      days: draft.days,
      said: draft.said,
      asOf: draft.asOf,
      warnings: warnings
    )
  }
}
