import ArgumentParser
import Chronicle
import Gazetteer
import GeoFormats
import Intake

/// What goes into the timeline.
struct TimelineOptions: ParsableArguments {
  @OptionGroup var data: DataOptions

  @Option(help: "Use only what had been said by the end of this day, YYYY-MM-DD.")
  var asOf: Day?

  @Option(
    help: "Days a blockade stays presumed after the last report that names it (default: the country pack's)."
  )
  var presumedDays: Int?

  @Flag(help: "Take findings, such as a place that is not found, as errors.")
  var strict = false

  func validate() throws {
    if let presumedDays, !(0...3650).contains(presumedDays) {
      throw ValidationError("--presumed-days takes a number from 0 to 3650")
    }
  }

  /// Reads the country pack and its reports, and puts them on a timeline. Findings go to standard error.
  func timeline() throws -> (timeline: Timeline, pack: CountryPack) {
    let pack = try data.pack()
    let reports = try BundledReports.read(folder: data.folder, locator: Locator(pack))
    for finding in reports.findings where finding.severity != .note {
      StandardError.write(finding.description)
    }
    if strict, reports.findings.contains(where: { $0.severity != .note }) { throw Exit.findings.code }
    let settings = TimelineSettings(presumedDays: presumedDays ?? pack.country.presumedDays, asOf: asOf)
    let timeline = Timeline(
      reports: reports.reports,
      observations: reports.observations,
      regions: pack.regions,
      settings: settings
    )
    return (timeline, pack)
  }
}
