import ArgumentParser
import Chronicle
import Gazetteer
import GeoFormats
import Intake

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

  @Option(help: "How many findings of each kind to list.")
  var list = 10

  @Flag(help: "Exit with 5 where there is any warning.")
  var strict = false

  func run() throws {
    let pack = try data.pack()
    let locator = try Locator(pack)
    let reports = try BundledReports.read(folder: data.folder, locator: locator)
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
    let isClean = audit.isEmpty && !reports.findings.contains { $0.severity != .note }
    if strict, !isClean { throw Exit.findings.code }
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
