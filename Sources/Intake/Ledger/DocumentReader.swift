public import Chronicle
public import GeoFormats
public import Ledger

/// Makes ledger entries of documents: tells what each is, and reads as much of it as is kept.
public struct DocumentReader: Sendable {
  private let description: FeedDescription?

  /// - Parameter description: How the country's feed writes; `nil` where the country pack has no feed.
  public init(description: FeedDescription?) { self.description = description }

  /// Makes an entry of a document.
  ///
  /// - Parameters:
  ///   - path: What messages call the document.
  ///   - kind: What it is.
  ///   - form: The form of a dispatch to keep; `nil` to keep the document as it is.
  ///   - taken: When a snapshot was taken, where that is known without its file's name.
  ///   - forms: The rows met in snapshots before, which are read fastest.
  /// - Throws: `InputError` for a document that is a broken one of its kind.
  public func entry(
    of member: InputMember,
    path: String,
    as kind: LedgerEntry.Kind,
    form: DispatchForm.Document? = nil,
    taken: Moment? = nil,
    forms: inout FeedRowForms
  ) throws(InputError) -> (entry: LedgerEntry, findings: [Finding]) {
    let name = member.name.split(separator: "/").last.map(String.init) ?? member.name
    let digest = ContentDigest(of: member.bytes)
    switch kind {
    case .snapshot:
      guard let description else {
        throw InputError(
          location: InputLocation(file: path),
          observed: "a snapshot of an alert feed",
          expected: "a country pack with \(FeedDescription.file), which tells how its feed writes"
        )
      }
      let snapshot = try FeedSnapshot(
        member.bytes,
        file: path,
        name: name,
        taken: taken,
        description: description,
        forms: &forms
      )
      let entry = LedgerEntry(
        kind: .snapshot,
        digest: digest,
        name: name,
        moment: snapshot.moment,
        isMomentNamed: snapshot.isMomentNamed,
        content: .listing(snapshot.listing)
      )
      return (entry, snapshot.findings)
    case .dispatch:
      let bytes = form?.bytes ?? member.bytes
      // Only to see that it is one; whoever reads it knows the country's clock.
      _ = try Dispatch(bytes, file: path, id: Report.ID(name), minutesFromUTC: 0)
      let entry = LedgerEntry(kind: .dispatch, digest: digest, name: name, content: .document(bytes))
      return (entry, form?.findings ?? [])
    case .table:
      if EventTable.isOne(member.bytes) {
        _ = try EventTable.events(in: member.bytes, file: path, name: name)
      } else {
        try ObservationTable.check(member.bytes, file: path)
      }
      return (LedgerEntry(kind: .table, digest: digest, name: name, content: .document(member.bytes)), [])
    }
  }

  /// As ``entry(of:path:as:form:taken:forms:)``, with no rows met before.
  public func entry(
    of member: InputMember,
    path: String,
    as kind: LedgerEntry.Kind,
    form: DispatchForm.Document? = nil,
    taken: Moment? = nil
  ) throws(InputError) -> (entry: LedgerEntry, findings: [Finding]) {
    var forms = FeedRowForms()
    return try entry(of: member, path: path, as: kind, form: form, taken: taken, forms: &forms)
  }

  /// What a document is, by its beginning: a JSON object or a web page in its place, a table whose header has
  /// the columns of observations or of events, or else a dispatch.
  ///
  /// - Throws: `InputError` for a document without content.
  public static func kind(of bytes: [UInt8], path: String) throws(InputError) -> LedgerEntry.Kind {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard let first = text.first(where: { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }) else {
      throw InputError(
        location: InputLocation(file: path),
        observed: bytes.isEmpty ? "an empty file" : "nothing but space",
        expected: "a snapshot of the alert feed, a dispatch or a table of observations"
      )
    }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "<") {
      return .snapshot
    }
    if EventTable.isOne(bytes) { return .table }
    let header = String(decoding: text.prefix { $0 != 0x0A && $0 != 0x0D }.prefix(4096), as: UTF8.self)
    let columns = header.split { ",;\t".contains($0) }.map { $0.filter { $0 != "\"" && $0 != " " } }
    let wanted: [ObservationColumn] = [.report, .kind, .date]
    return wanted.allSatisfy { columns.contains($0.rawValue) } ? .table : .dispatch
  }
}
