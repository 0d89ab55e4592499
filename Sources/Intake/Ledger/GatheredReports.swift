public import Chronicle
public import Gazetteer
public import GeoFormats
public import Ledger

/// All reports there are: those that lie in the country pack and those that a user has added.
public struct GatheredReports: Sendable {
  public private(set) var collection: ReportCollection
  /// The snapshots of the alert feed; `nil` where the ledger has none, or the pack has no feed.
  public let feed: FeedArchive?

  /// Reads them.
  ///
  /// - Parameters:
  ///   - folder: The country pack.
  ///   - contents: What the ledger holds.
  /// - Throws: `InputError` for a file of the country pack that cannot be read. What of the ledger cannot be
  ///   read is a finding.
  public init(
    folder: String,
    contents: LedgerContents,
    locator: Locator
  ) throws(InputError) {
    let description = contents.snapshots.isEmpty ? nil : try FeedDescription.read(folder: folder)
    let read = description.map { description in
      // A locator belongs to one task.
      Later { [pack = locator.pack] in
        let archive = FeedArchive(contents, description: description, locator: try Locator(pack))
        return (archive: archive, collection: archive.collection())
      }
    }
    collection = try BundledReports.read(folder: folder, adding: contents.documents, locator: locator)
    guard let description, let read else {
      feed = nil
      guard !contents.snapshots.isEmpty else { return }
      collection.findings.append(
        Finding(
          severity: .warning,
          message: """
            the ledger has \(contents.snapshots.count) snapshots of a feed, the country pack no \
            \(FeedDescription.file)
            """
        )
      )
      return
    }
    let (archive, added): (FeedArchive, ReportCollection)
    if let (found, collected) = try? read.value() {
      (archive, added) = (found, collected)
    } else {
      archive = FeedArchive(contents, description: description, locator: locator)
      added = archive.collection()
    }
    collection.reports += added.reports
    collection.observations += added.observations
    collection.findings += added.findings
    feed = archive
  }

  /// Leaves out blockades of other causes, and tells how many statements that were.
  public mutating func keep(causes: Set<Cause>) -> Int {
    let before = collection.observations.count
    collection.observations.removeAll { observation in
      guard case .blockade(let blockade) = observation.statement else { return false }
      return !causes.contains(blockade.cause)
    }
    return before - collection.observations.count
  }
}
