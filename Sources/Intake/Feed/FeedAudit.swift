public import Chronicle
internal import Gazetteer
internal import Ledger

/// What is wrong with the alerts of an archive, kind by kind.
public struct FeedAudit: Hashable, Sendable {
  /// A kind of finding, and where it stands.
  public struct Entry: Hashable, Sendable {
    /// The kind's name, as in the warnings of a layer.
    public let kind: String
    /// How many distinct alerts have it.
    public let alerts: Int
    /// How many rows of all snapshots show such an alert.
    public let rows: Int
    /// Some of them: the snapshot and row where it first stands, and what was found.
    public let examples: [Example]
  }

  /// One alert with a finding.
  public struct Example: Hashable, Sendable {
    public let snapshot: Moment
    /// The row in its snapshot, from 1.
    public let row: Int
    public let detail: String
  }

  /// The most frequent first.
  public let entries: [Entry]
  /// The distinct alerts that have a position and a kilometre of a known route, and how many of them cannot
  /// have both.
  public let checked: Int
  public let impossible: Int

  /// - Parameter limit: How many examples of each kind to keep.
  /// - Complexity: O(*n*) in the rows.
  public init(_ archive: FeedArchive, examples limit: Int) {
    var places = [(snapshot: Moment, row: Int)?](repeating: nil, count: archive.readings.count)
    var shown = [Int](repeating: 0, count: archive.readings.count)
    for snapshot in archive.snapshots {
      for (row, state) in snapshot.rows.enumerated() {
        shown[state] += 1
        if places[state] == nil { places[state] = (snapshot.moment, row + 1) }
      }
    }
    // States stand in the order of their digests, which says nothing; examples come in the order of time.
    let order = archive.readings.indices.filter { places[$0] != nil }.sorted { one, other in
      guard let left = places[one], let right = places[other] else { return false }
      return (left.snapshot, left.row, one) < (right.snapshot, right.row, other)
    }
    var found: [String: (alerts: Int, rows: Int, examples: [Example])] = [:]
    var (checked, impossible) = (0, 0)
    for state in order {
      guard let place = places[state] else { continue }
      var kinds: Set<String> = []
      func add(_ kind: String, _ detail: String) {
        var entry = found[kind] ?? (0, 0, [])
        if kinds.insert(kind).inserted {
          entry.alerts += 1
          entry.rows += shown[state]
          if entry.examples.count < limit {
            entry.examples.append(Example(snapshot: place.snapshot, row: place.row, detail: detail))
          }
        }
        found[kind] = entry
      }
      switch archive.readings[state] {
      case .open: continue
      case .refused(let reason): add("refused", reason)
      case .alert(let alert):
        for finding in alert.findings { add(finding.kind.rawValue, finding.detail) }
        for doubt in alert.doubts { add(doubt.kind, doubt.detail) }
        if case .unlocated(let reference, let reason) = alert.placement {
          add("unlocated", "\(reference): \(reason)")
        }
        let lacks: Set<LocationWarning.Kind> = [.positionMissing, .unknownRoute, .unreadKilometre]
        if !alert.findings.contains(where: { lacks.contains($0.kind) }) {
          checked += 1
          if alert.isImpossible { impossible += 1 }
        }
      }
    }
    entries = found.map { Entry(kind: $0, alerts: $1.alerts, rows: $1.rows, examples: $1.examples) }
      .sorted { ($1.alerts, $0.kind) < ($0.alerts, $1.kind) }
    self.checked = checked
    self.impossible = impossible
  }
}

extension FeedReading.Doubt {
  var kind: String {
    switch self {
    case .spelling: "spelling_of_word"
    case .unknownCause: "unknown_cause"
    case .unknownStatus: "unknown_status"
    case .statusContradiction: "status_contradiction"
    case .badDate: "bad_date"
    case .swappedDate: "swapped_date"
    }
  }

  var detail: String {
    switch self {
    case .spelling(let text), .statusContradiction(let text), .swappedDate(let text): text
    case .unknownCause(let text), .unknownStatus(let text), .badDate(let text): "“\(text)”"
    }
  }
}
