internal import Chronicle
internal import Gazetteer

/// Makes readings of the states of a feed's alerts.
struct FeedReader {
  let description: FeedDescription
  let locator: Locator

  /// Reads one state.
  func reading(of state: [UInt8]) -> FeedReading {
    guard let alert = FeedAlert(state: state, description: description) else {
      return .refused("the row is no feature with properties")
    }
    guard let meaning = description.lists[alert.list] else {
      return .refused("the feed's description has no list \(alert.list)")
    }
    guard case .status(let listed) = meaning else { return .open }
    var doubts: [FeedReading.Doubt] = []
    let event = FeedEvent(alert[.event], description: description)
    let status = event.status ?? status(of: alert, listed: listed, &doubts)
    let cause = cause(of: alert, &doubts)
    let audit = locator.audit(
      PositionClaim(
        longitude: alert.longitude,
        latitude: alert.latitude,
        route: alert[.route],
        kilometre: alert[.kilometre],
        region: alert[.region],
        place: event.place
      )
    )
    let placement: Placement =
      switch audit.outcome {
      case .located(let location): .located(location)
      case .unlocated(let reason):
        .unlocated(reference: Self.reference(of: alert, event: event), reason: reason)
      }
    return .alert(
      FeedReading.Alert(
        status: status,
        cause: cause,
        placement: placement,
        event: alert[.event],
        note: note(of: alert, &doubts),
        findings: audit.findings,
        isImpossible: audit.isImpossible,
        doubts: doubts
      )
    )
  }

  private func status(
    of alert: FeedAlert,
    listed: BlockadeStatus,
    _ doubts: inout [FeedReading.Doubt]
  ) -> BlockadeStatus {
    let text = alert[.status]
    let status: BlockadeStatus
    switch description.statuses.reading(of: text) {
    case .found(let found): status = found
    case .nearly(let found, let word):
      doubts.append(.spelling("“\(text)” read as \(word)"))
      status = found
    case .unknown:
      if !text.isEmpty { doubts.append(.unknownStatus(text)) }
      return listed
    }
    if status != listed { doubts.append(.statusContradiction("\(text) in the list \(alert.list)")) }
    return status
  }

  private func cause(of alert: FeedAlert, _ doubts: inout [FeedReading.Doubt]) -> Cause {
    let text = alert[.cause]
    switch description.causes.reading(of: text) {
    case .found(let cause): return cause
    case .nearly(let cause, let word):
      doubts.append(.spelling("“\(text)” read as \(word)"))
      return cause
    case .unknown:
      doubts.append(.unknownCause(text))
      return .unknown
    }
  }

  private func note(of alert: FeedAlert, _ doubts: inout [FeedReading.Doubt]) -> String? {
    var parts: [String] = []
    if !alert[.source].isEmpty { parts.append(alert[.source]) }
    if !alert[.started].isEmpty {
      switch description.dates.reading(of: alert[.started]) {
      case .found(let moment):
        parts.append("since \(moment.day)")
      case .swapped(let moment):
        parts.append("since \(moment.day)")
        doubts.append(.swappedDate("“\(alert[.started])” read as \(moment.day)"))
      case .none:
        doubts.append(.badDate(alert[.started]))
      }
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The words that stand for an alert without a position.
  private static func reference(of alert: FeedAlert, event: FeedEvent) -> String {
    [alert[.route], alert[.kilometre], event.place ?? "", alert[.region]].filter { !$0.isEmpty }
      .joined(separator: " ")
  }
}
