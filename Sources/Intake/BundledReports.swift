public import Gazetteer
internal import Chronicle
public import GeoFormats

/// The reports that lie in a country pack: `dispatches/` and `observations.csv`.
public enum BundledReports {
  /// The folder of dispatches in a country pack.
  static let folder = "dispatches"
  /// The table of hand-coded observations in a country pack.
  static let table = "observations.csv"

  /// Reads them. A pack without dispatches or without the table simply has none.
  ///
  /// - Throws: `InputError` for a dispatch or a row that cannot be read.
  public static func read(folder pack: String, locator: Locator) throws(InputError) -> ReportCollection {
    var dispatches: [Report.ID: Dispatch] = [:]
    for name in try InputFolder.names(in: "\(pack)/\(folder)") where name.hasSuffix(".txt") {
      let path = "\(pack)/\(folder)/\(name)"
      let id = Report.ID(String(name.dropLast(4)))
      dispatches[id] = try Dispatch(InputFile.bytes(at: path), file: path, id: id)
    }
    var table = ObservationTable(locator: locator, dispatches: dispatches)
    let path = "\(pack)/\(self.table)"
    if try InputFolder.names(in: pack).contains(self.table) {
      try table.read(InputFile.bytes(at: path), file: path, name: self.table)
    }
    var findings = table.findings
    let quoted = Set(table.observations.map(\.report))
    for id in dispatches.keys.sorted() where !quoted.contains(id) {
      findings.append(
        Finding(
          severity: .note,
          location: InputLocation(file: "\(pack)/\(folder)/\(id).txt"),
          message: "no observation rests on this dispatch"
        )
      )
    }
    return ReportCollection(
      reports: dispatches.values.map(\.report).sorted { $0.id < $1.id },
      observations: table.observations,
      findings: findings
    )
  }
}
