import ArgumentParser
import Chronicle
import Gazetteer
import GeoFormats
import Intake

/// What goes into the timeline.
struct TimelineOptions: ParsableArguments {
  @OptionGroup var data: DataOptions
  @OptionGroup var cause: CauseOptions

  @Option(help: "Use only what had been said by the end of this day, YYYY-MM-DD.")
  var asOf: Day?

  @Option(
    help: "Days a blockade stays presumed after the last report that names it (default: the country pack's)."
  )
  var presumedDays: Int?

  @Option(
    help: "Days between two snapshots of the feed over which a blockade in both is one (default: any number)."
  )
  var longestGap: Int?

  @Flag(help: "Take findings, such as a place that is not found, as errors.")
  var strict = false

  /// Whether anything is given that only a timeline can heed.
  var narrowsTimeline: Bool {
    asOf != nil || presumedDays != nil || longestGap != nil || cause.isGiven
  }

  func validate() throws {
    if let presumedDays, !(0...3650).contains(presumedDays) {
      throw ValidationError("--presumed-days takes a number from 0 to 3650")
    }
    if let longestGap, !(1...3650).contains(longestGap) {
      throw ValidationError("--longest-gap takes a number from 1 to 3650")
    }
  }

  /// Reads the country pack and all reports, and puts them on a timeline. Findings go to standard error.
  func timeline() throws -> (timeline: Timeline, pack: CountryPack) {
    let pack = try data.pack()
    var reports = try GatheredReports(
      folder: data.folder,
      contents: data.ledgerContents(),
      locator: Locator(pack)
    )
    let findings = reports.collection.findings.filter { $0.severity != .note }
    for finding in findings { StandardError.write(finding.description) }
    if strict, !findings.isEmpty { throw Exit.findings.code }
    if let causes = cause.causes {
      let leftOut = reports.keep(causes: causes)
      if leftOut > 0 {
        StandardError.write("\(leftOut) statements about closures of other causes are left out (--cause all)")
      }
    }
    let settings = TimelineSettings(
      presumedDays: presumedDays ?? pack.country.presumedDays,
      longestGap: longestGap,
      asOf: asOf
    )
    let timeline = Timeline(
      reports: reports.collection.reports,
      observations: reports.collection.observations,
      regions: pack.regions,
      settings: settings
    )
    return (timeline, pack)
  }
}
