import GeoFormats
import Tables

/// Tells what became of the records of a file.
enum RecordReport {
  /// Writes what is wrong with records, and how many more there are than shown.
  static func write(_ problems: [InputError], of count: Int) {
    for problem in problems { StandardError.write("warning: \(problem)") }
    if count > problems.count {
      StandardError.write("warning: and \(count - problems.count) more like these")
    }
  }

  /// Writes how records add up to all.
  static func write(_ summary: PlacementSummary) {
    StandardError.write(
      """
      \(summary.located) in a region + \(summary.outside) outside + \(summary.unlocated) without a position + \
      \(summary.unreadable) unreadable = \(summary.sum) of \(summary.total) records
      """
    )
  }
}
