public import Chronicle
public import GeoFormats
public import Ledger

/// One published state of an alert feed: its rows as they came, and the moment they were taken.
public struct FeedSnapshot: Hashable, Sendable {
  /// The largest snapshot that is read, in bytes.
  public static let largestSize = 64 << 20

  public let moment: Moment
  /// Whether the moment is from the file's name.
  public let isMomentNamed: Bool
  /// The rows of all lists that the feed's description knows, in their order.
  public let listing: Listing
  /// What is doubtful about the snapshot as a whole.
  public let findings: [Finding]

  /// Reads a snapshot.
  ///
  /// The moment is the one in the file's name, where that has one, as in `2023-01-19T1604.json`; else the one
  /// that most of its rows give. Where both are there and disagree, the name's is taken and a finding says so.
  ///
  /// - Parameters:
  ///   - file: The path, for messages.
  ///   - name: The file's name, or nothing for a stream.
  ///   - taken: When it was taken, where that is known without a name.
  ///   - forms: The rows met in snapshots before, which are read fastest.
  /// - Throws: `InputError` for anything that is no snapshot, or whose moment nothing tells.
  public init(
    _ bytes: [UInt8],
    file: String,
    name: String,
    taken: Moment? = nil,
    description: FeedDescription,
    forms: inout FeedRowForms
  ) throws(InputError) {
    var scanner = try FeedScanner(bytes, file: file, description: description)
    try scanner.scan(&forms)
    listing = scanner.listing
    let named = taken ?? FileMoment.moment(in: name)
    let written = scanner.updated(reading: description.dates)
    guard let moment = named ?? written else {
      throw InputError(
        location: InputLocation(file: file),
        observed: "a snapshot that does not say when it was taken",
        expected: "rows with their time, or a file name such as 2023-01-19T1604.json"
      )
    }
    self.moment = moment
    isMomentNamed = named != nil
    var findings: [Finding] = []
    if let named, let written, !description.agrees(taken: named, written: written) {
      findings.append(
        Finding(
          severity: .warning,
          location: InputLocation(file: file),
          message: "it was taken at \(named), its rows say \(written)"
        )
      )
    }
    let states = listing.states
    if !states.isEmpty,
      !states.contains(where: { FeedAlert(state: $0.content, description: description) != nil })
    {
      findings.append(
        Finding(
          severity: .warning,
          location: InputLocation(file: file),
          message: "nothing can be made of its \(states.count) rows: none is a feature with properties"
        )
      )
    }
    self.findings = findings
  }
}

extension FeedDescription {
  /// Whether rows written at a moment may stand in a snapshot taken at another.
  func agrees(taken: Moment, written: Moment) -> Bool {
    let minutes = taken.minutes(since: written)
    // People round the time up, or write it down before they publish.
    return (-60...(updateTolerance * 60)).contains(minutes)
  }
}

extension Moment {
  func minutes(since other: Moment) -> Int {
    func minutes(_ moment: Moment) -> Int {
      moment.day.number * 1440 + moment.time.hour * 60 + moment.time.minute
    }
    return minutes(self) - minutes(other)
  }
}
