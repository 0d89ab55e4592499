internal import Gazetteer

/// Makes the spells of one site out of everything that was said of it.
///
/// Each statement that the site is in force *holds* for a time: a dispatch through the last day it speaks
/// of, a complete report until its publisher's next one. After a dispatch's hold the site is presumed in force
/// for some days, until it lapses; so it is after a last complete report that is older than those days. A clearing cuts short what it contradicts and what was only
/// presumed; a complete publisher's silence, only what was presumed. At each moment the hold that began
/// last governs; of those that began together, the one said last.
struct SiteHistory {
  /// One statement about the site.
  struct Word {
    /// Its place among all statements in the order they were said.
    let rank: Int
    let status: BlockadeStatus
    let when: StatedTime
    let said: Moment
    /// Where its report stands among the reports.
    let report: Int
    let publisher: Int
    /// The last moment at which a complete publisher was seen to list it; `nil` for a partial report.
    let listedThrough: Moment?
    /// Which position a complete publisher puts it at: equal numbers are one position. `nil` for a partial
    /// report, whose words do not say where exactly a blockade has gone.
    var position: Int?
  }

  /// A time of one status, one kind of evidence and one position.
  struct Stretch {
    let start: Moment
    var end: Moment?
    let status: BlockadeStatus
    let evidence: Evidence
    /// The statement whose position holds; `nil` where the spell's does.
    let placedBy: Int?
    let position: Int?
  }

  /// One spell, still without its name.
  struct Run {
    /// Never empty; each begins where the one before ends.
    var stretches: [Stretch] = []
    /// The ranks of the statements that it is in force, in order of time.
    var ranks: [Int] = []
    var ending: Ending?
    /// Where the report that ended it stands among the reports.
    var endedBy: Int?
  }

  /// A statement's grip on the site, in seconds of the local calendar; ``open`` where there is no end.
  private struct Hold {
    let rank: Int
    let status: BlockadeStatus
    let said: Int
    /// The last moment at which its source insisted on it.
    let insisted: Int
    let publisher: Int
    let isComplete: Bool
    let position: Int?
    let start: Int
    /// Where the report's own word ends.
    var end: Int
    /// Where the presumption after it ends; never before ``end``.
    var lapse: Int
    /// Why it is over at ``lapse``.
    var ending: Ending
    var endedBy: Int?
  }

  private struct Cut {
    let moment: Int
    let report: Int?
    /// When it was said, and its place in the order.
    let said: Int
    let rank: Int
  }

  private static let open = Int.max

  private let presumption: Int
  private let longestGap: Int?
  private let horizon: Day
  private let archive: SnapshotArchive

  /// - Parameter horizon: The last day of which anything is known.
  init(settings: TimelineSettings, horizon: Day, archive: SnapshotArchive) {
    // Longer than the calendar is as good as the calendar, and cannot overflow.
    presumption = min(settings.presumedDays, Day.earliest.distance(to: .latest))
    longestGap = settings.longestGap
    self.horizon = horizon
    self.archive = archive
  }

  /// The spells in order of time.
  ///
  /// - Parameter words: In the order they were said.
  /// - Complexity: O(*n* log *n*), unless long holds are cleared many times over.
  func runs(_ words: [Word]) -> [Run] {
    var holds = words.filter(\.status.isInForce).map(hold)
      .filter { $0.start < $0.end }
      .sorted { ($0.start, $0.rank) < ($1.start, $1.rank) }
    let delistings = delistings(among: holds)
    let clearings = clearings(among: words, against: holds)
    for index in holds.indices {
      apply(delistings: delistings, to: &holds[index])
      apply(clearings: clearings, to: &holds[index])
    }
    return sweep(holds)
  }

  private func hold(_ word: Word) -> Hold {
    let start = word.when.start.seconds
    let said = word.said.seconds
    guard let listed = word.listedThrough else {
      let lastDay = word.when.days.upperBound
      return Hold(
        rank: word.rank,
        status: word.status,
        said: said,
        insisted: said,
        publisher: word.publisher,
        isComplete: false,
        position: nil,
        start: start,
        end: lastDay.end.seconds,
        lapse: lastDay.advanced(by: presumption).end.seconds,
        ending: .lapsed
      )
    }
    var hold = Hold(
      rank: word.rank,
      status: word.status,
      said: said,
      insisted: max(said, listed.seconds),
      publisher: word.publisher,
      isComplete: true,
      position: word.position,
      start: start,
      end: Self.open,
      lapse: Self.open,
      ending: .notListed
    )
    let next = archive.first(of: word.publisher, after: listed)
    if let longestGap, listed.day.distance(to: next?.moment.day ?? horizon) > longestGap {
      hold.end = listed.day.end.seconds
      hold.lapse = listed.day.advanced(by: longestGap).end.seconds
      hold.ending = .lapsed
    } else if let next {
      hold.end = next.moment.seconds
      hold.lapse = hold.end
      hold.endedBy = next.report
    } else if listed.day.distance(to: horizon) > presumption {
      // Its snapshots ended long before the last day that is known: silence like any other.
      hold.end = listed.day.end.seconds
      hold.lapse = listed.day.advanced(by: presumption).end.seconds
      hold.ending = .lapsed
    }
    return hold
  }

  /// Where complete publishers stopped listing the site, in order of time.
  private func delistings(among holds: [Hold]) -> [Cut] {
    var latest: [Int: Hold] = [:]
    var cuts: [Cut] = []
    func close(_ hold: Hold) {
      guard hold.ending == .notListed, hold.end != Self.open else { return }
      cuts.append(Cut(moment: hold.end, report: hold.endedBy, said: hold.end, rank: hold.rank))
    }
    for hold in holds where hold.isComplete {
      guard let last = latest[hold.publisher] else {
        latest[hold.publisher] = hold
        continue
      }
      if hold.start > last.end { close(last) }
      if hold.start > last.end || hold.end >= last.end { latest[hold.publisher] = hold }
    }
    for hold in latest.values { close(hold) }
    return cuts.sorted { ($0.moment, $0.rank) < ($1.moment, $1.rank) }
  }

  /// Where the site was cleared, in order of time.
  ///
  /// Words about a moment clear it then; words about a day clear it at the beginning of the day, unless
  /// something said before puts the beginning of a blockade on that day: then at its end.
  private func clearings(among words: [Word], against holds: [Hold]) -> [Cut] {
    var inForce: Set<Listing> = []
    for word in words where word.status.isInForce {
      if case .moments = word.when { inForce.insert(Listing(report: word.report, start: word.when.start)) }
    }
    var cuts: [Cut] = []
    for word in words where !word.status.isInForce {
      var moment = word.when.start.seconds
      switch word.when {
      case .moments:
        // One report that calls the site both closed and free at one moment speaks of two sides of it.
        if inForce.contains(Listing(report: word.report, start: word.when.start)) { continue }
      case .days(let days):
        let end = days.lowerBound.end.seconds
        let first = holds.firstIndexBySearch { $0.start >= moment }
        if holds[first...].prefix(while: { $0.start < end }).contains(where: { $0.rank < word.rank }) {
          moment = end
        }
      }
      let said = max(word.said, word.listedThrough ?? word.said).seconds
      cuts.append(Cut(moment: moment, report: word.report, said: said, rank: word.rank))
    }
    return cuts.sorted { ($0.moment, $0.rank) < ($1.moment, $1.rank) }
  }

  private struct Listing: Hashable {
    let report: Int
    let start: Moment
  }

  /// Ends what is only presumed where a publisher that listed the site falls silent: at once where the hold
  /// is over by then, and where it is not but was said before, at its end.
  private func apply(delistings: [Cut], to hold: inout Hold) {
    guard hold.ending == .lapsed else { return }
    let from = min(hold.end, max(hold.said, hold.start + 1))
    let index = delistings.firstIndexBySearch { $0.moment >= from }
    guard index < delistings.count, delistings[index].moment < hold.lapse else { return }
    hold.lapse = max(hold.end, delistings[index].moment)
    hold.ending = .notListed
    hold.endedBy = delistings[index].report
  }

  /// Ends a hold where it was cleared, unless its source insisted on it later.
  private func apply(clearings: [Cut], to hold: inout Hold) {
    let first = clearings.firstIndexBySearch { $0.moment > hold.start }
    let clearing = clearings[first...].first {
      $0.moment >= hold.end || ($0.said, $0.rank) > (hold.insisted, hold.rank)
    }
    guard let clearing, clearing.moment <= hold.lapse else { return }
    hold.end = min(hold.end, clearing.moment)
    hold.lapse = clearing.moment
    hold.ending = .cleared
    hold.endedBy = clearing.report
  }

  /// Walks through time from one change to the next.
  ///
  /// The holds in force are a stack: in the order of their beginnings, the top governs, and one that is over
  /// is dropped when it comes to the top.
  private func sweep(_ holds: [Hold]) -> [Run] {
    var runs: [Run] = []
    var run = Run()
    var stack: [Hold] = []
    // The hold whose presumption lasts longest, of those that are over, and the one that governed last.
    var presumed: Hold?
    var governor: Hold?
    var next = 0
    var now = holds.first?.start ?? 0

    func finish() {
      guard !run.stretches.isEmpty else { return }
      if let last = governor, last.lapse != Self.open {
        run.ending = last.ending
        run.endedBy = last.endedBy
      }
      runs.append(run)
      run = Run()
    }

    while true {
      while let top = stack.last, top.end <= now {
        stack.removeLast()
        if let other = presumed, (other.lapse, other.end) > (top.lapse, top.end) { continue }
        presumed = top
      }
      // A clearing is an ending even where a new blockade begins at that very moment.
      if stack.isEmpty, let last = governor, last.lapse == now, last.ending == .cleared { finish() }
      while next < holds.count, holds[next].start <= now {
        stack.append(holds[next])
        run.ranks.append(holds[next].rank)
        next += 1
      }
      let upcoming = next < holds.count ? holds[next].start : Self.open
      let governing: Hold
      let evidence: Evidence
      let end: Int
      if let top = stack.last {
        (governing, evidence, end) = (top, .reported, min(top.end, upcoming))
      } else if let carried = presumed, carried.lapse > now {
        (governing, evidence, end) = (carried, .presumed, min(carried.lapse, upcoming))
      } else {
        finish()
        guard next < holds.count else { return runs }
        now = upcoming
        continue
      }
      governor = governing
      append(from: now, to: end, governing, evidence, to: &run)
      guard end != Self.open else {
        finish()
        return runs
      }
      now = end
    }
  }

  private func append(
    from start: Int,
    to end: Int,
    _ governing: Hold,
    _ evidence: Evidence,
    to run: inout Run
  ) {
    let end = end == Self.open ? nil : Moment(clamping: end)
    if let last = run.stretches.indices.last, run.stretches[last].status == governing.status,
      run.stretches[last].evidence == evidence, run.stretches[last].position == governing.position
    {
      run.stretches[last].end = end
    } else {
      run.stretches.append(
        Stretch(
          start: Moment(clamping: start),
          end: end,
          status: governing.status,
          evidence: evidence,
          placedBy: governing.position == nil ? nil : governing.rank,
          position: governing.position
        )
      )
    }
  }
}
