internal import Chronicle
public import Gazetteer
public import GeoFormats
public import Ledger
internal import Reading

/// The reports that lie in a country pack, `dispatches/` and `observations.csv`, and documents like them that a
/// user has added.
///
/// What a dispatch says is what a table codes of it by hand, or else what is read from its text.
public enum BundledReports {
  /// The folder of dispatches in a country pack.
  static let folder = "dispatches"
  /// The table of hand-coded observations in a country pack.
  static let table = "observations.csv"

  /// Reads them. A pack without dispatches or without the table simply has none.
  ///
  /// - Parameter documents: Dispatches and tables from a ledger. One that cannot be read is a finding.
  /// - Throws: `InputError` for a dispatch or a row of the pack that cannot be read.
  public static func read(
    folder pack: String,
    adding documents: [LedgerContents.Document] = [],
    locator: Locator
  ) throws(InputError) -> ReportCollection {
    var dispatches: [Report.ID: Dispatch] = [:]
    for name in try InputFolder.names(in: "\(pack)/\(folder)") where name.hasSuffix(".txt") {
      let path = "\(pack)/\(folder)/\(name)"
      let id = Report.ID(String(name.dropLast(4)))
      dispatches[id] = try Dispatch(
        InputFile.bytes(at: path),
        file: path,
        id: id,
        minutesFromUTC: locator.pack.country.minutesFromUTC
      )
    }
    let refused = add(
      documents,
      to: &dispatches,
      minutesFromUTC: locator.pack.country.minutesFromUTC
    )
    var table = ObservationTable(locator: locator, dispatches: dispatches)
    let path = "\(pack)/\(self.table)"
    if try InputFolder.names(in: pack).contains(self.table) {
      try table.read(InputFile.bytes(at: path), file: path, name: self.table)
    }
    var findings = refused
    var events: [CodedEvent] = []
    for document in documents where document.kind == .table {
      if EventTable.isOne(document.bytes) {
        do throws(InputError) {
          events += try EventTable.events(in: document.bytes, file: document.name, name: document.name)
        } catch {
          findings.append(Finding(severity: .error, location: error.location, message: "left out: \(error)"))
        }
        continue
      }
      // A table counts whole or not at all.
      var extended = table
      do throws(InputError) {
        try extended.read(document.bytes, file: document.name, name: document.name)
        table = extended
      } catch {
        findings.append(Finding(severity: .error, location: error.location, message: "left out: \(error)"))
      }
    }
    findings += table.findings
    var observations = table.observations
    // Who has coded a dispatch by hand has read all of it: what was read of it then adds nothing.
    let coded = Set(observations.map(\.report))
    let uncoded = dispatches.keys.filter { !coded.contains($0) }.sorted()
    var reports = dispatches.values.map(\.report)
    if !uncoded.isEmpty || !events.isEmpty {
      let reader = DispatchReader(locator, words: try ReadingWords.read(locator.pack.country, folder: pack))
      if !events.isEmpty {
        let (coded, account) = EventReader(locator, reader: reader).collection(of: events)
        reports += coded.reports
        observations += coded.observations
        findings.append(Finding(severity: .note, message: "tables of events: \(account)"))
      }
      for id in uncoded {
        guard let dispatch = dispatches[id] else { continue }
        let read = reader.observations(of: dispatch, country: locator.pack.country.name)
        observations += read.observations
        findings += read.findings
      }
    }
    return ReportCollection(
      reports: reports.sorted { $0.id < $1.id },
      observations: observations,
      findings: findings
    )
  }

  /// Puts a ledger's dispatches beside the pack's. A name that is taken by another text gets the beginning of
  /// the document's digest behind it.
  private static func add(
    _ documents: [LedgerContents.Document],
    to dispatches: inout [Report.ID: Dispatch],
    minutesFromUTC: Int
  ) -> [Finding] {
    var findings: [Finding] = []
    for document in documents where document.kind == .dispatch {
      let name = document.name.hasSuffix(".txt") ? String(document.name.dropLast(4)) : document.name
      var id = Report.ID(name)
      do throws(InputError) {
        func read() throws(InputError) -> Dispatch {
          try Dispatch(document.bytes, file: document.name, id: id, minutesFromUTC: minutesFromUTC)
        }
        let dispatch = try read()
        if let other = dispatches[id] {
          // The very text of the pack needs no second report.
          if other == dispatch { continue }
          id = Report.ID("\(name)-\(document.digest.hexadecimal.prefix(8))")
        }
        dispatches[id] = try read()
      } catch {
        findings.append(Finding(severity: .error, location: error.location, message: "left out: \(error)"))
      }
    }
    return findings
  }
}
