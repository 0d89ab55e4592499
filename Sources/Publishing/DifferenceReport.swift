public import Chronicle
public import Gazetteer
internal import Geo
internal import GeoFormats

/// A difference between two days, for people and for programs.
public struct DifferenceReport {
  private let difference: SituationDifference
  private let timeline: Timeline
  private let names: CountGroupNames

  /// - Parameter key: What to sum the changes by.
  public init(
    _ difference: SituationDifference,
    of timeline: Timeline,
    pack: CountryPack,
    by key: CountKey = .region(.department)
  ) {
    self.difference = difference
    self.timeline = timeline
    names = CountGroupNames(key: key, pack: pack)
  }

  /// Whether anything changed: a blockade that goes on or is only presumed now is no change of its
  /// state, a figure that stayed is none either.
  public var isEmpty: Bool {
    difference.blockades.allSatisfy { $0.kind == .continuing || $0.kind == .presumed }
      && difference.incidents.allSatisfy { $0.kind == .same }
      && difference.tallies.allSatisfy { $0.kind == .same }
  }

  // MARK: Text

  /// Every kind with its number, also those with none; under it what changed, `-` before and `+` after.
  public var text: String {
    let begun: Set<BlockadeChange.Kind> = [.new, .spread, .reopened]
    var lines = ["\(difference.from) → \(difference.to)", "", "blockades"]
    for kind in BlockadeChange.Kind.allCases {
      let changes = difference.blockades.filter { $0.kind == kind }
      lines.append("  \(kind.title): \(changes.count)")
      for change in changes {
        switch (change.delta.before, change.delta.after) {
        case (let before?, let after?) where before.status != after.status || kind == .moved:
          lines.append("    - \(line(before))")
          lines.append("    + \(line(after))")
        case (_, let after?):
          lines.append("    \(begun.contains(kind) ? "+" : "=") \(line(after))")
        case (let before?, nil):
          lines.append("    - \(line(before))")
        case (nil, nil):
          break
        }
      }
    }
    lines += sumLines
    lines += ["", "incidents"]
    for change in difference.incidents { lines += self.lines(change) }
    if difference.incidents.isEmpty { lines.append("  none") }
    lines += ["", "tallies"]
    for change in difference.tallies { lines.append("  \(line(change))") }
    if difference.tallies.isEmpty { lines.append("  none") }
    return lines.joined(separator: "\n") + "\n"
  }

  private var sums: [GroupChange] {
    difference.blockadeChanges(by: names.key, regions: timeline.regions)
  }

  private func name(of change: GroupChange) -> String { change.group.map(names.name) ?? "total" }

  /// How many blockades each group has before and after, and what happened, where anything did; those where
  /// nothing did are one line, so that the lines add up.
  private var sumLines: [String] {
    let sums = sums
    let (quiet, changed) = (sums.filter(\.isUnchanged), sums.filter { !$0.isUnchanged })
    guard !changed.isEmpty else { return [] }
    let lines = changed.map { change in
      let kinds = BlockadeChange.Kind.allCases.compactMap { kind in
        change.kinds[kind].map { "\($0) \(kind.title)" }
      }
      return "  \(name(of: change)): \(change.before) → \(change.after) (\(kinds.joined(separator: ", ")))"
    }
    let others = quiet.filter { $0.group != nil && $0.after > 0 }
    let rest = "  others, unchanged: \(others.reduce(0) { $0 + $1.after })"
    return ["", "by \(names.key.name)"] + lines.dropLast() + (others.isEmpty ? [] : [rest]) + lines.suffix(1)
  }

  private func department(of phase: Phase) -> String {
    guard let location = phase.placement.location else { return "unlocated" }
    if location.isOutside { return "outside" }
    return timeline.regions.name(of: location, at: .department) ?? "several"
  }

  private func line(_ phase: Phase) -> String {
    "\(phase.status.rawValue) \(name(of: phase)), \(department(of: phase)), last reported \(phase.lastReported.day)"
  }

  private func name(of phase: Phase) -> String {
    switch phase.placement {
    case .located(let location):
      var name = location.routeName ?? location.place ?? Self.coordinates(of: location)
      if let kilometre = location.kilometre {
        name += " km \(JSONValue.decimal(kilometre, places: 3).shortCell)"
      }
      if let place = location.place, place != name { name += " (\(place))" }
      return name
    case .unlocated(let reference, _):
      return reference
    }
  }

  private static func coordinates(of location: Location) -> String {
    guard let point = location.representativePoint else { return location.method.rawValue }
    return "\(point.longitude.rounded(toPlaces: 4)), \(point.latitude.rounded(toPlaces: 4))"
  }

  private func lines(_ change: IncidentChange) -> [String] {
    guard let incident = change.delta.after ?? change.delta.before else { return [] }
    let what = "\(incident.day) \(place(of: incident)), \(incident.category), \(incident.measure.rawValue)"
    switch (change.delta.before, change.delta.after) {
    case (let before?, let after?) where change.kind == .revised:
      return ["  revised: \(what): \(figures(before)) → \(figures(after))"]
    default:
      return ["  \(change.kind.rawValue): \(what): \(figures(incident))"]
    }
  }

  private func place(of incident: Incident) -> String {
    switch incident.placement {
    case .located(let location): location.place ?? location.routeName ?? location.region?.text ?? ""
    case .unlocated(let reference, _): reference
    }
  }

  private func figures(_ incident: Incident) -> String {
    let (low, high) = (incident.low, incident.high)
    guard low != incident.best || high != incident.best else { return String(incident.best) }
    return "\(incident.best) (\(low.map { String($0) } ?? "?") to \(high.map { String($0) } ?? "?"))"
  }

  private func line(_ change: TallyChange) -> String {
    func value(_ record: TallyRecord) -> String {
      let qualifier = record.statement.qualifier
      let number = String(record.statement.value)
      return qualifier == .exact ? number : "\(qualifier.rawValue.replacing("_", with: " ")) \(number)"
    }
    switch change.delta {
    case .changed(let before, let after): return "\(change.key): \(value(before)) → \(value(after))"
    case .added(let after): return "\(change.key): + \(value(after))"
    case .removed(let before): return "\(change.key): - \(value(before))"
    case .same(let same): return "\(change.key): \(value(same)), as before"
    }
  }

  // MARK: JSON

  /// The difference under a versioned key, every change with what was before and what is after.
  public var json: [UInt8] {
    let layer = BlockadeLayer(timeline)
    let deaths = DeathLayer(timeline)
    func blockade(_ phase: Phase?) -> JSONValue { phase.map { .object(layer.properties($0)) } ?? .null }
    func incident(_ value: Incident?) -> JSONValue { value.map { .object(deaths.properties($0)) } ?? .null }
    func tally(_ record: TallyRecord?) -> JSONValue {
      guard let record else { return .null }
      return .object(
        JSONObject([
          ("value", .integer(record.statement.value)),
          ("qualifier", .string(record.statement.qualifier.rawValue)),
          ("date", .string(record.statement.when.days.upperBound.description)),
          ("said", .string(record.observation.said.description)), ("publisher", .string(record.publisher)),
        ])
      )
    }
    func change(_ kind: String, _ key: String, before: JSONValue, after: JSONValue) -> JSONValue {
      .object(
        JSONObject([("kind", .string(kind)), ("id", .string(key)), ("before", before), ("after", after)])
      )
    }
    let content = JSONObject([
      ("from", .string(difference.from.description)), ("to", .string(difference.to.description)),
      (
        "blockades",
        .array(
          difference.blockades.map {
            change(
              $0.kind.rawValue,
              $0.site.text,
              before: blockade($0.delta.before),
              after: blockade($0.delta.after)
            )
          }
        )
      ),
      (names.key.plural, sumValues),
      (
        "incidents",
        .array(
          difference.incidents.map {
            change(
              $0.kind.rawValue,
              $0.incident.text,
              before: incident($0.delta.before),
              after: incident($0.delta.after)
            )
          }
        )
      ),
      (
        "tallies",
        .array(
          difference.tallies.map {
            change(
              $0.kind.rawValue,
              $0.key.description,
              before: tally($0.delta.before),
              after: tally($0.delta.after)
            )
          }
        )
      ),
    ])
    var writer = JSONWriter()
    writer.object(JSONObject([("roadblocks.diff/v1", .object(content))]))
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  /// What happened in each group, the total last.
  private var sumValues: JSONValue {
    .array(
      sums.map { change in
        let kinds = BlockadeChange.Kind.allCases.map {
          ($0.rawValue, JSONValue.integer(change.kinds[$0] ?? 0))
        }
        return .object(
          JSONObject(
            [
              ("code", .string(change.group.map(names.code) ?? "total")),
              ("name", .string(name(of: change))), ("before", .integer(change.before)),
              ("after", .integer(change.after)),
            ] + kinds
          )
        )
      }
    )
  }

  // MARK: GeoJSON

  /// The blockades that changed or go on, each where it is now, or was last; the kind of its change comes
  /// first among its properties. The sums by group stand at the top.
  public var geoJSON: [UInt8] {
    let layer = BlockadeLayer(timeline)
    var writer = FeatureCollectionWriter(
      members: JSONObject([
        ("name", .string("blockades \(difference.from) to \(difference.to)")),
        ("presumed_days", .integer(timeline.settings.presumedDays)), (names.key.plural, sumValues),
      ])
    )
    for change in difference.blockades {
      guard let phase = change.delta.after ?? change.delta.before else { continue }
      var properties = JSONObject([
        ("change", .string(change.kind.rawValue)),
        ("beside", .text(change.kind == .spread ? phase.spell.beside?.text : nil)),
        ("status_before", .text(change.delta.before?.status.rawValue)),
        ("status_after", .text(change.delta.after?.status.rawValue)),
      ])
      for (key, value) in layer.properties(phase) { properties.append(key, value) }
      writer.write(Feature(geometry: phase.placement.location?.geometry, properties: properties))
    }
    return writer.finish()
  }
}

extension BlockadeChange.Kind {
  /// The kind for people.
  fileprivate var title: String {
    switch self {
    case .spread: "spread (beside one that stood)"
    case .presumed: "presumed (sources silent)"
    case .notListed: "no longer listed"
    case .lapsed: "no longer reported"
    case .new, .continuing, .reopened, .eased, .tightened, .suspended, .cleared, .moved, .withdrawn: rawValue
    }
  }
}

extension CountKey {
  /// What it counts by, as on the command line.
  public var name: String {
    switch self {
    case .region(let level): level.rawValue
    case .route: "route"
    case .cause: "cause"
    }
  }

  /// The name of a list of its groups.
  fileprivate var plural: String { name + "s" }
}

extension JSONValue {
  /// A number without a trailing `.0`.
  fileprivate var shortCell: String { cell.hasSuffix(".0") ? String(cell.dropLast(2)) : cell }
}
