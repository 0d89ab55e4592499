public import Chronicle
public import Gazetteer
internal import GeoFormats
public import Ledger

/// The snapshots of a ledger, read: what each state of an alert says, and which snapshots show it.
public struct FeedArchive: Sendable {
  public let description: FeedDescription
  /// By moment.
  public let snapshots: [LedgerContents.Snapshot]
  /// What each state of the ledger says, in the ledger's order.
  public let readings: [FeedReading]

  /// Reads every state once.
  ///
  /// - Complexity: O(*n*) in the distinct states, not in the rows that show them.
  public init(_ contents: LedgerContents, description: FeedDescription, locator: Locator) {
    self.description = description
    snapshots = contents.snapshots
    let (states, pack) = (contents.states, locator.pack)
    let half = states.count / 2
    // A locator belongs to one task.
    let rest = Later {
      let reader = FeedReader(description: description, locator: try Locator(pack))
      return states[half...].map { reader.reading(of: $0.content) }
    }
    let reader = FeedReader(description: description, locator: locator)
    let first = states[..<half].map { reader.reading(of: $0.content) }
    readings = first + ((try? rest.value()) ?? states[half...].map { reader.reading(of: $0.content) })
  }

  /// The longest time between two snapshots, one after the other; of several the first. `nil` for fewer than
  /// two snapshots.
  public var longestGap: (from: Moment, to: Moment)? {
    var longest: (from: Moment, to: Moment)?
    for (before, after) in zip(snapshots, snapshots.dropFirst()) {
      let minutes = after.moment.minutes(since: before.moment)
      if minutes > longest.map({ $0.to.minutes(since: $0.from) }) ?? -1 {
        longest = (before.moment, after.moment)
      }
    }
    return longest
  }

  /// The reports and observations of the snapshots, in the order of their moments.
  ///
  /// Snapshots of one moment are one report. A state that several snapshots in a row show is one observation,
  /// said by the first of them and seen to hold through the last.
  ///
  /// - Complexity: O(*n*) in the rows.
  public func collection() -> ReportCollection {
    var collection = ReportCollection()
    var runs = [Run?](repeating: nil, count: readings.count)
    let isAlert = readings.map { if case .alert = $0 { true } else { false } }
    var moments: [Moment] = []
    let prefix = NameKey(description.publisher).words.joined(separator: "-")
    for snapshot in snapshots {
      if moments.last != snapshot.moment {
        moments.append(snapshot.moment)
        collection.reports.append(report(at: snapshot.moment, prefix: prefix))
      }
      let now = moments.count - 1
      for (row, state) in snapshot.rows.enumerated() {
        guard isAlert[state] else { continue }
        if let run = runs[state] {
          if run.last == now { continue }
          if run.last == now - 1 {
            runs[state]?.last = now
            continue
          }
          close(run, of: state, moments: moments, into: &collection)
        }
        runs[state] = Run(first: now, last: now, row: row)
      }
    }
    for (state, run) in runs.enumerated() {
      if let run { close(run, of: state, moments: moments, into: &collection) }
    }
    return collection
  }

  /// An unbroken row of snapshots that show a state.
  private struct Run {
    let first: Int
    var last: Int
    /// Where it stands in the first of them.
    let row: Int
  }

  /// - Parameter prefix: What the identifiers of the feed's reports begin with.
  private func report(at moment: Moment, prefix: String) -> Report {
    let text = moment.description
    return Report(
      id: Report.ID("\(prefix)-\(text)"),
      publisher: description.publisher,
      title: "\(description.publisher) \(text)",
      published: moment,
      language: description.language,
      coverage: .complete
    )
  }

  private func close(
    _ run: Run,
    of state: Int,
    moments: [Moment],
    into collection: inout ReportCollection
  ) {
    guard case .alert(let alert) = readings[state] else { return }
    let (first, report) = (moments[run.first], collection.reports[run.first])
    collection.observations.append(
      Observation(
        report: report.id,
        sequence: run.row,
        said: first,
        quote: alert.event.isEmpty ? nil : alert.event,
        origin: "\(report.title) row \(run.row + 1)",
        statement: .blockade(
          BlockadeStatement(
            placement: alert.placement,
            status: alert.status,
            cause: alert.cause,
            when: .moments(first...moments[run.last]),
            note: alert.note
          )
        )
      )
    )
  }
}
