import Chronicle
import Foundation
import Testing

@testable import Ledger

/// A folder for a ledger, gone at the end of its life.
final class TemporaryLedger {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var path: String { folder.appending(path: "ledger.sqlite").path }

  /// Adds entries in one transaction and tells what became of each.
  @discardableResult
  func add(_ entries: [LedgerEntry]) throws -> [LedgerTransaction.Outcome] {
    var transaction = try LedgerTransaction(in: Ledger(writingTo: path))
    var outcomes: [LedgerTransaction.Outcome] = []
    for entry in entries { outcomes.append(try transaction.add(entry)) }
    try transaction.commit()
    return outcomes
  }

  func contents() throws -> LedgerContents { try Ledger(readingFrom: path).contents() }
}

extension LedgerEntry {
  /// A snapshot whose rows are these words, each with its number as a passing value.
  static func snapshot(_ moment: String, _ words: [String], named: Bool = true) throws -> LedgerEntry {
    let rows = words.enumerated().map { index, word in
      ListedRow(state: Array(word.utf8), passing: [Array("\(index)".utf8), nil, Array("same".utf8)])
    }
    return LedgerEntry(
      kind: .snapshot,
      digest: ContentDigest(of: Array(words.joined(separator: ",").utf8)),
      name: "\(moment).json",
      moment: Moment(moment),
      isMomentNamed: named,
      content: .listing(Listing(rows, passingFields: ["number", "none", "always"]))
    )
  }

  static func dispatch(_ text: String) -> LedgerEntry {
    LedgerEntry(
      kind: .dispatch,
      digest: ContentDigest(of: Array(text.utf8)),
      name: "\(text).txt",
      content: .document(Array(text.utf8))
    )
  }
}
