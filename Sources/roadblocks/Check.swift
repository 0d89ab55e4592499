import ArgumentParser
import Chronicle
import Gazetteer
import GeoFormats
import Intake
import Ledger

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Audit the country pack and its reports.",
    discussion: """
      Tables that cannot be read stop every command with file, line, what was found and what was expected. \
      This one lists what can be read but should be looked at: posts that stand too far apart, places \
      outside their region, observations without a place, quotes that are not in their text.
      """
  )

  @OptionGroup var data: DataOptions
  @OptionGroup var cause: CauseOptions

  @Option(help: "How many findings of each kind to list.")
  var list = 10

  @Flag(help: "Exit with 5 where there is any warning.")
  var strict = false

  func run() throws {
    let pack = try data.pack()
    let locator = try Locator(pack)
    let gathered = try GatheredReports(
      folder: data.folder,
      contents: data.ledgerContents(),
      locator: locator
    )
    let reports = gathered.collection
    let audit = locator.audit()
    print(
      """
      \(pack.country.name): \(pack.regions.regions.count) regions, \(pack.routes.count) routes, \
      \(pack.routes.reduce(0) { $0 + $1.posts.count }) kilometre posts, \(pack.places.count) places
      """
    )
    for kind in PackFinding.Kind.allCases {
      let found = audit.filter { $0.kind == kind }
      print("\(kind.rawValue): \(found.count)")
      for finding in found.prefix(max(list, 0)) { print("  \(finding.subject): \(finding.detail)") }
      if found.count > list { print("  and \(found.count - max(list, 0)) more (--list \(found.count))") }
    }
    printObservations(reports)
    let clearings = baselessClearings(of: gathered, pack: pack)
    print("cleared, though nothing had it blocked: \(clearings.count)")
    for clearing in clearings.prefix(max(list, 0)) { print("  \(clearing)") }
    if let feed = gathered.feed { try printFeed(feed) }
    let isClean = audit.isEmpty && !reports.findings.contains { $0.severity != .note }
    if strict, !isClean { throw Exit.findings.code }
  }

  /// Where each word that a road is free stands that ends no blockade anything tells of.
  private func baselessClearings(of gathered: GatheredReports, pack: CountryPack) -> [String] {
    var gathered = gathered
    if let causes = cause.causes { _ = gathered.keep(causes: causes) }
    let timeline = Timeline(
      reports: gathered.collection.reports,
      observations: gathered.collection.observations,
      regions: pack.regions,
      settings: TimelineSettings(presumedDays: pack.country.presumedDays)
    )
    return timeline.baselessClearings.map { clearing in
      guard let quote = clearing.quote else { return clearing.origin }
      return "\(clearing.origin): “\(quote)”"
    }
  }

  /// Every row of every snapshot is counted in one way, and every finding is told by its kind.
  private func printFeed(_ feed: FeedArchive) throws {
    let account = FeedAccount(feed, causes: cause.causes)
    let parts = FeedAccount.Fate.allCases.map { "\(account.rows[$0] ?? 0) \($0.rawValue)" }
    print(
      """
      \(feed.description.publisher): \(feed.snapshots.count) snapshots, \(feed.readings.count) distinct \
      alerts, \(account.total) rows: \(parts.joined(separator: " + ")) = \
      \(account.rows.values.reduce(0, +))
      """
    )
    guard account.addsUp else { throw Exit.findings.code }
    if let gap = feed.longestGap {
      print(
        "longest gap between two snapshots: \(gap.from) to \(gap.to); bridged unless --longest-gap says less"
      )
    }
    let audit = FeedAudit(feed, examples: max(list, 0))
    let share = audit.checked == 0 ? 0 : Double(audit.impossible) * 100 / Double(audit.checked)
    print(
      """
      of \(audit.checked) alerts with position and kilometre \(audit.impossible) \
      (\(share.rounded(toPlaces: 1)) %) are impossible
      """
    )
    var table = TextTable(["finding", "alerts", "rows"])
    for entry in audit.entries { table.append([entry.kind, String(entry.alerts), String(entry.rows)]) }
    for line in table.lines { print(line) }
    for entry in audit.entries where list > 0 {
      print("\(entry.kind):")
      for example in entry.examples {
        print("  \(example.snapshot) row \(example.row): \(example.detail)")
      }
    }
  }

  /// Located, outside and unlocated have to add up to all observations that should have a place.
  private func printObservations(_ reports: ReportCollection) {
    var (located, outside, unlocated, nationwide) = (0, 0, 0, 0)
    for observation in reports.observations {
      switch observation.statement.placement {
      case .located(let location)?: if location.isOutside { outside += 1 } else { located += 1 }
      case .unlocated?: unlocated += 1
      case nil: nationwide += 1
      }
    }
    print(
      """
      \(reports.reports.count) reports, \(reports.observations.count) observations: \(located) located + \
      \(outside) outside + \(unlocated) unlocated + \(nationwide) of the whole country = \
      \(located + outside + unlocated + nationwide)
      """
    )
    print("findings in reports: \(reports.findings.count)")
    for finding in reports.findings { print("  \(finding)") }
  }
}

extension Statement {
  /// Where it is about; `nil` for a figure of the whole country.
  fileprivate var placement: Placement? {
    switch self {
    case .blockade(let blockade): blockade.placement
    case .toll(let toll): toll.scope == .nation ? nil : toll.placement
    case .tally(let tally): tally.scope == .nation ? nil : tally.placement
    }
  }
}
