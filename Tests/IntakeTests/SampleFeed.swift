import Chronicle
import Foundation
import Gazetteer
import GeoFormats
import Ledger
import Testing

@testable import Intake

/// The feed of an invented country: other words, other fields and another order of dates than the shipped one.
enum SampleFeed {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let folder = tests.appending(path: "Fixtures/Arcadia").path
  /// The table as text; empty, and so no table, where the fixture is missing.
  static let table = (try? String(contentsOfFile: "\(folder)/feed.csv", encoding: .utf8)) ?? ""

  static func description() throws -> FeedDescription {
    try FeedDescription(Array(table.utf8), file: "feed.csv")
  }

  private static let pack = Result { () throws(InputError) in
    try CountryPack.read(folder: folder)
  }

  static func locator() throws -> Locator { try Locator(pack.get()) }

  /// A feature with these properties beside the usual ones.
  static func feature(_ properties: [String: String] = [:], at coordinates: String = "[160.02971,30.09518]")
    -> String
  {
    var all = [
      "number": "1", "state": "CLOSED", "why": "PEOPLE", "text": "STRIKE", "where": "ALDERMOOR/ALDERMOOR",
      "km": "KM 2", "road": "AR-1", "since": "3/1/2031", "written": "3/2/2031 09:30 h", "by": "PATROL",
    ]
    all.merge(properties) { $1 }
    let members = all.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \"\($0.value)\"" }
    return """
      {"type": "Feature", "geometry": {"type": "Point", "coordinates": \(coordinates)},
       "properties": {\(members.joined(separator: ", "))}}
      """
  }

  static func snapshot(closed: [String], slow: [String]? = nil) -> [UInt8] {
    let rest = slow.map { "[\($0.joined(separator: ","))]" } ?? "null"
    return Array(#"{"closed": [\#(closed.joined(separator: ","))], "slow": \#(rest)}"#.utf8)
  }

  static func read(_ bytes: [UInt8], name: String = "2031-03-02T1000.json") throws -> FeedSnapshot {
    try FeedSnapshot(bytes, file: name, name: name, description: description())
  }

  /// What a ledger with these snapshots holds.
  static func contents(_ snapshots: [(name: String, bytes: [UInt8])]) throws -> LedgerContents {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).sqlite").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let ledger = try Ledger(writingTo: path)
    let reader = DocumentReader(description: try description())
    var transaction = try LedgerTransaction(in: ledger)
    for (name, bytes) in snapshots {
      let member = InputMember(name: name, bytes: bytes)
      _ = try transaction.add(reader.entry(of: member, path: name, as: .snapshot).entry)
    }
    try transaction.commit()
    return try ledger.contents()
  }

  static func archive(_ snapshots: [(name: String, bytes: [UInt8])]) throws -> FeedArchive {
    FeedArchive(try contents(snapshots), description: try description(), locator: try locator())
  }

  /// The one alert that a feature is read as.
  static func alert(_ feature: String) throws -> FeedReading.Alert {
    let archive = try archive([("2031-03-02T1000.json", snapshot(closed: [feature]))])
    guard case .alert(let alert)? = archive.readings.first else {
      throw TestFailure("read as \(archive.readings)")
    }
    return alert
  }

  struct TestFailure: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }
}
