import ArgumentParser
import Chronicle
import Gazetteer
import GeoFormats
import Publishing

struct CountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "counts",
    abstract: "Count blockades per region, route or cause, day by day.",
    discussion: """
      Every blockade is counted in one row: a region, several (it crosses regions, or is known only to a \
      larger one), outside or unlocated. The rows add up to the total, which is counted apart; so do the \
      observations.
      """
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv, json
  }

  @OptionGroup var options: TimelineOptions
  @OptionGroup var period: PeriodOptions

  @Option(help: "What to count by: department, province, district, route or cause.")
  var by: CountKeyArgument = .department

  @Option(help: "One day, YYYY-MM-DD.")
  var on: Day?

  @Option(help: "How to print: text (days and rows with nothing are left out), csv or json (one row a line).")
  var format: Format = .text

  func validate() throws {
    if on != nil, period.from != nil || period.to != nil {
      throw ValidationError("--on is one day; --from and --to are a period")
    }
  }

  func run() throws {
    let (timeline, pack) = try options.timeline()
    let days = on.map { $0...$0 } ?? asked(of: timeline)
    guard let days else { return StandardError.write("nothing is known of these days") }
    let table = try timeline.counts(by: by.key, days: days)
    let file = CountFile(table, pack: pack)
    var output = StandardOutput()
    switch format {
    case .csv: output.write(file.csv())
    case .json: writeJSON(file, days: days, to: &output)
    case .text: writeText(file, days: days, to: &output)
    }
    output.flush()
  }

  /// The period as asked for, also beyond what the timeline has: days without anything count zero.
  private func asked(of timeline: Timeline) -> ClosedRange<Day>? {
    let all = timeline.days
    guard let first = period.from ?? all?.lowerBound, let last = period.to ?? all?.upperBound, first <= last
    else {
      return nil
    }
    return first...last
  }

  private func writeJSON(_ file: CountFile, days: ClosedRange<Day>, to output: inout StandardOutput) {
    for day in days {
      for row in file.rows(on: day) {
        var json = JSONWriter()
        json.object(JSONObject(CountColumn.allCases.map { ($0.rawValue, CountFile.value($0, of: row)) }))
        output.write(json.bytes + [UInt8(ascii: "\n")])
      }
    }
  }

  private func writeText(_ file: CountFile, days: ClosedRange<Day>, to output: inout StandardOutput) {
    var table = TextTable(CountColumn.allCases.map(\.rawValue))
    var (observations, empty) = (0, 0)
    for day in days {
      let rows = file.rows(on: day)
      guard let total = rows.last, total.counts != .zero else {
        empty += 1
        continue
      }
      observations += total.counts.observations
      for row in rows where row.counts != .zero || ["outside", "unlocated", "several"].contains(row.code) {
        table.append(CountColumn.allCases.map { CountFile.cell($0, of: row) })
      }
    }
    for line in table.lines { output.write(line: line) }
    output.write(
      line:
        "\(observations) observations of blockades, one of several days counted on each; \(empty) days without anything left out."
    )
  }
}
