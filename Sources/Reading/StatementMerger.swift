internal import Chronicle
internal import Gazetteer
internal import Geo

/// Makes one statement of repeated mentions, and notes where a text disagrees with itself.
struct StatementMerger {
  let text: DispatchText
  let places: PlaceFinder

  /// What mentions of one thing have in common. Those of a toll may tell days that differ.
  private enum Key: Hashable {
    case blockade(BlockadeStatus, PlaceFinder.Identity, kilometre: Double?, Day)
    case toll(TollMeasure, Int, area: String)
    case tally(TallyMeasure, EventType, Int, area: String, Day)
  }

  /// - Complexity: O(*n*) in the drafts.
  func merge(_ drafts: consuming [Draft]) -> [ReadStatement] {
    // Drafts are large: they stay where they are, and what is kept of them are their positions.
    var kept: [Int] = []
    kept.reserveCapacity(drafts.count)
    // Of each key the last that was kept, and of each kept the one of its key before, or −1.
    var last: [Key: Int] = [:]
    var before = [Int](repeating: -1, count: drafts.count)
    for position in drafts.indices {
      let key = key(drafts[position])
      let latest = last[key] ?? -1
      var match = latest
      while match >= 0, !isSame(match, position, in: drafts) { match = before[match] }
      if match >= 0 {
        let draft = drafts[position]
        combine(&drafts[match], draft)
      } else {
        last[key] = position
        before[position] = latest
        kept.append(position)
      }
    }
    kept = withoutWholes(withoutVagueTwins(kept, of: drafts), of: drafts)
    kept = withoutUnplacedTwins(kept, of: drafts)
    noteDisagreement(kept, in: &drafts)
    let starts = kept.map { drafts[$0].bytes.lowerBound }
    return kept.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }.map { statement(drafts[kept[$0]]) }
  }

  /// Leaves out blockades told by less, as in a headline, that the text tells once more by more: the highway at a
  /// town and its kilometre there; a bridge alone and the same with words that say where it is.
  ///
  /// - Complexity: O(*n*) in the drafts, but for those of one route or one beginning.
  private func withoutVagueTwins(_ kept: [Int], of drafts: [Draft]) -> [Int] {
    struct Telling: Hashable {
      let status: BlockadeStatus
      let text: String
    }
    var byRoute: [Telling: [Int]] = [:]
    var byText: [Telling: [Int]] = [:]
    for position in kept {
      guard case .blockade(let status, _) = drafts[position].content else { continue }
      let site = drafts[position].site
      if let location = site.resolution?.location, location.method == .kilometrePost,
        let route = location.route
      {
        byRoute[Telling(status: status, text: route), default: []].append(position)
      }
      guard site.text.utf8.contains(UInt8(ascii: ",")) else { continue }
      let text = site.text.lowercased()
      if let end = text.firstIndex(of: ","), text[..<end].contains(" ") {
        byText[Telling(status: status, text: String(text[..<end])), default: []].append(position)
      }
    }
    guard !byRoute.isEmpty || !byText.isEmpty else { return kept }
    func isVague(_ position: Int) -> Bool {
      guard case .blockade(let status, _) = drafts[position].content else { return false }
      let site = drafts[position].site
      func isTold(by twins: [Int], _ isSamePlace: (Draft.Site) -> Bool) -> Bool {
        twins.prefix(64).contains {
          $0 != position && isSame($0, position, in: drafts) && isSamePlace(drafts[$0].site)
        }
      }
      // A text that others begin with has several words.
      if !byText.isEmpty, site.text.utf8.contains(UInt8(ascii: " ")) {
        let told = Telling(status: status, text: site.text.lowercased())
        if isTold(by: byText[told] ?? [], { _ in true }) { return true }
      }
      guard let location = site.resolution?.location, location.method == .place, let route = location.route,
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
    return kept.filter { !isVague($0) }
  }

  /// Leaves out blockades told by a region, or by a highway in one, where the words right behind tell where in it:
  /// `Communities of Chumbivilcas province blocked the road. They put up barricades near Velille.`
  ///
  /// - Complexity: O(*n*) in the drafts.
  private func withoutWholes(_ kept: [Int], of drafts: [Draft]) -> [Int] {
    func isWhole(_ number: Int) -> Bool {
      let draft = drafts[kept[number]]
      guard case .blockade(let status, _) = draft.content, let whole = draft.site.resolution?.location,
        let region = whole.region, whole.method == .region || whole.method == .highwaySection,
        whole.place == nil || whole.method == .region
      else { return false }
      return kept[(number + 1)...].prefix(Self.fewBehind).contains { position in
        let other = drafts[position]
        guard case .blockade(status, _) = other.content, other.days.upperBound == draft.days.upperBound,
          other.bytes.lowerBound >= draft.bytes.upperBound,
          other.bytes.lowerBound - draft.bytes.upperBound <= Self.rightBehind,
          let part = other.site.resolution?.location, part.region?.isInside(region) == true
        else { return false }
        let isOnRoad = whole.method == .region || part.route == whole.route
        return isOnRoad && part.uncertainty.kilometres * Self.muchFiner <= whole.uncertainty.kilometres
      }
    }
    return kept.indices.filter { !isWhole($0) }.map { kept[$0] }
  }

  /// How many statements behind one may say where in its region it is, within how many bytes, and how much finer.
  private static let fewBehind = 2
  private static let rightBehind = 200
  private static let muchFiner = 3.0

  /// How far a kilometre may be from the town by which the same blockade is told.
  private static let near = Distance.kilometres(5)

  /// Leaves out tolls told without a place, as in a headline, that the text tells once more with it.
  ///
  /// - Complexity: O(*n*) in the drafts.
  private func withoutUnplacedTwins(_ kept: [Int], of drafts: [Draft]) -> [Int] {
    struct Toll: Hashable {
      let measure: TollMeasure
      let value: Int
    }
    func toll(_ position: Int) -> Toll? {
      guard case .toll(let measure, let value, _, _) = drafts[position].content else { return nil }
      return Toll(measure: measure, value: value)
    }
    func isUnplaced(_ position: Int) -> Bool {
      drafts[position].isUnplaced && drafts[position].scope == .nation
    }
    guard kept.contains(where: isUnplaced) else { return kept }
    // Of each toll the only one that is placed, or −1 where there are several.
    var placed: [Toll: Int] = [:]
    for position in kept where !drafts[position].isUnplaced && drafts[position].scope != .nation {
      if let toll = toll(position) { placed[toll] = placed[toll] == nil ? position : -1 }
    }
    return kept.filter { position in
      guard isUnplaced(position), let toll = toll(position), let twin = placed[toll],
        drafts.indices.contains(twin)
      else { return true }
      return !isSame(twin, position, in: drafts)
        || abs(drafts[twin].days.upperBound.number - drafts[position].days.upperBound.number) > 1
    }
  }

  private func key(_ draft: Draft) -> Key {
    switch draft.content {
    case .blockade(let status, _):
      .blockade(
        status,
        places.identity(draft.site.resolution, place: draft.site.text),
        kilometre: draft.site.kilometre,
        draft.days.upperBound
      )
    case .toll(let measure, let value, _, _): .toll(measure, value, area: area(of: draft))
    case .tally(let measure, let event, let value, _, _):
      .tally(measure, event, value, area: area(of: draft), draft.days.upperBound)
    }
  }

  private func area(of draft: Draft) -> String {
    draft.scope == .nation ? "" : places.area(draft.site.resolution, place: draft.site.text)
  }

  /// Whether a draft tells what another one before it with the same key tells.
  private func isSame(_ known: Int, _ position: Int, in drafts: [Draft]) -> Bool {
    let distance = abs(drafts[known].days.upperBound.number - drafts[position].days.upperBound.number)
    guard distance <= 1 || drafts[position].scope == .nation else { return false }
    switch drafts[position].content {
    case .toll(_, _, _, let category):
      guard case .toll(_, _, _, let other) = drafts[known].content else { return false }
      return category.isCompatible(with: other) || category == .blockadeRelated
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
  private func noteDisagreement(_ kept: [Int], in drafts: inout [Draft]) {
    struct Count: Hashable {
      let measure: TallyMeasure
      let event: EventType
      let area: String
      let day: Day
    }
    var counts: [Count: [Int]] = [:]
    for position in kept {
      guard case .tally(let measure, let event, _, _, _) = drafts[position].content else { continue }
      let draft = drafts[position]
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
    guard kept.count < 1000 else { return }
    let blocked = kept.count {
      if case .blockade(.blocked, _) = drafts[$0].content { true } else { false }
    }
    guard blocked > 1 else { return }
    for position in kept {
      guard case .tally(.points, let event, let value, _, _) = drafts[position].content, event == .blockade,
        value < 20, value != blocked
      else { continue }
      drafts[position].warnings.append("the text names \(blocked) places as blocked")
    }
  }

  private func statement(_ draft: Draft) -> ReadStatement {
    var warnings = draft.warnings
    switch draft.site.resolution {
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
      place: draft.site.text,
      resolution: draft.site.resolution,
      kilometre: draft.site.resolution?.location?.kilometre ?? draft.site.kilometre,
      days: draft.days,
      said: draft.said,
      asOf: draft.asOf,
      warnings: warnings
    )
  }
}
