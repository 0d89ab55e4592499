import ArgumentParser
import Fetching
import Gazetteer
import Intake
import Ledger
import Reading

struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add feed snapshots, dispatches and tables to the ledger.",
    discussion: """
      A path is a file, a folder, an archive (.tar, also packed by xz or gzip) or - for standard input. What a \
      document is shows in its content; a text in one of the country's languages is a dispatch. A table holds \
      observations coded by hand, or is an export of ACLED's events: those whose notes tell of a roadblock become \
      blockades, those with fatalities deaths, and the others are counted as skipped. Each file is added whole or \
      not at all, and adding it again adds nothing: a command that was cut off is completed by running it again.
      """
  )

  @Argument(help: ArgumentHelp("Files, folders and archives to add.", valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .customLong("from-url"),
    help: "Fetch a snapshot from an address, or from the one the country pack names: feed."
  )
  var address: String?

  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case snapshot, dispatch, table

    var entryKind: LedgerEntry.Kind {
      switch self {
      case .snapshot: .snapshot
      case .dispatch: .dispatch
      case .table: .table
      }
    }
  }

  @Option(name: .customLong("as"), help: "What the documents are: snapshot, dispatch or table.")
  var kind: Kind?

  @OptionGroup(title: "Of dispatches") var dispatch: DispatchOptions
  @OptionGroup var data: DataOptions

  func validate() throws {
    if paths.isEmpty, address == nil { throw ValidationError("Name what to add, or fetch with --from-url.") }
  }

  func run() throws {
    let description = try FeedDescription.read(folder: data.folder)
    let reader = DocumentReader(description: description)
    // Fetching may take its time; the ledger is not kept waiting for it.
    let fetched = try address.map { try fetch($0, description: description) }
    let (data, details) = (data, try dispatch.details())
    var adding = Adding(
      ledger: try Ledger(writingTo: data.ledgerPath),
      reader: reader,
      kind: kind?.entryKind
    ) {
      let pack = try data.pack()
      let words = try ReadingWords.read(pack.country, folder: data.folder)
      let locator = try Locator(pack)
      let reader = DispatchReader(locator, words: words)
      return (DispatchForm(reader: reader, details: details), EventReader(locator, reader: reader))
    }
    if let fetched {
      try adding.add(fetched: fetched.bytes, from: fetched.address, taken: data.pack().country.now)
    }
    try adding.add(paths: paths)
    let tally = adding.tally
    print(
      """
      read \(tally.read): \(tally.new) new, \(tally.known) already known, \(tally.refused) refused; \
      \(tally.doubtful) doubtful
      """
    )
    if tally.dispatches > 0 {
      let kinds = [("blockades", ReadStatement.Kind.blockade), ("tolls", .toll), ("tallies", .tally)]
      let parts = kinds.map { "\(tally.statements[$0.1] ?? 0) \($0.0)" }.joined(separator: ", ")
      print("read from the text of \(tally.dispatches) new dispatches: \(parts)")
    }
    if tally.events.events > 0 { print("read from new tables of events: \(tally.events)") }
    if tally.refused > 0 { throw Exit.badInput.code }
  }

  private func fetch(
    _ address: String,
    description: FeedDescription?
  ) throws -> (address: String, bytes: [UInt8]) {
    guard let address = address == "feed" ? description?.address : address else {
      throw ValidationError("The country pack names no address of a feed.")
    }
    // A server on this machine needs no certificate.
    let isLocal = ["http://127.0.0.1:", "http://localhost:"].contains { address.hasPrefix($0) }
    return (address, try Fetch.bytes(from: address, settings: FetchSettings(allowsPlainHTTP: isLocal)))
  }
}
