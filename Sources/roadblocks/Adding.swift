import Chronicle
import GeoFormats
import Intake
import Ledger
import Reading

/// Adds documents to a ledger, one file after another, and counts what became of them.
struct Adding {
  /// What became of documents.
  struct Tally {
    var new = 0
    var known = 0
    var doubtful = 0
    var refused = 0
    /// What the new dispatches say, by kind.
    var dispatches = 0
    var statements: [ReadStatement.Kind: Int] = [:]

    var read: Int { new + known + refused }

    static func += (left: inout Tally, right: Tally) {
      left.new += right.new
      left.known += right.known
      left.doubtful += right.doubtful
      left.refused += right.refused
      left.dispatches += right.dispatches
      left.statements.merge(right.statements, uniquingKeysWith: +)
    }
  }

  private let ledger: Ledger
  private let reader: DocumentReader
  private let kind: LedgerEntry.Kind?
  private let makeForm: () throws -> DispatchForm
  /// Made at the first dispatch: snapshots need no words to be read by.
  private var form: DispatchForm?
  private(set) var tally = Tally()
  private var progress = ProgressLine()

  /// - Parameters:
  ///   - kind: What the documents are said to be; `nil` to look at each.
  ///   - makeForm: Makes what brings dispatches into form; called once, at the first dispatch.
  init(
    ledger: Ledger,
    reader: DocumentReader,
    kind: LedgerEntry.Kind?,
    makeForm: @escaping () throws -> DispatchForm
  ) {
    self.ledger = ledger
    self.reader = reader
    self.kind = kind
    self.makeForm = makeForm
  }

  /// Adds files, folders and archives; what cannot be read is told and passed over.
  mutating func add(paths: [String]) throws {
    var files: [String] = []
    for path in paths {
      do {
        files += path == "-" ? [path] : try InputTree.files(at: path)
      } catch {
        refuse(error)
      }
    }
    for (index, file) in files.enumerated() {
      progress.show(done: index, of: files.count, documents: tally.read)
      do {
        let isStream = file == "-"
        let members = try InputMembers(
          at: isStream ? "/dev/stdin" : file,
          largest: FeedSnapshot.largestSize
        )
        try add(members, path: isStream ? "standard input" : file, done: index, of: files.count)
      } catch let error as InputError {
        refuse(error)
      }
    }
    progress.clear()
  }

  /// Adds a fetched snapshot.
  mutating func add(fetched bytes: [UInt8], from address: String, taken: Moment) throws {
    do {
      let members = try InputMembers(bytes, path: address, largest: FeedSnapshot.largestSize)
      try add(members, path: address, taken: taken, done: 0, of: 1)
    } catch let error as InputError {
      refuse(error)
    }
  }

  /// Adds what one file holds, in one transaction: an archive that is cut off leaves nothing behind, a document
  /// in it that cannot be read is passed over.
  private mutating func add(
    _ members: InputMembers,
    path: String,
    taken: Moment? = nil,
    done: Int,
    of count: Int
  ) throws {
    var members = members
    var here = Tally()
    var messages: [String] = []
    var transaction = try LedgerTransaction(in: ledger)
    while let member = try members.next() {
      if members.isArchive, member.name.split(separator: "/").last?.hasPrefix(".") == true { continue }
      let name = members.isArchive ? "\(path): \(member.name)" : path
      do {
        let found = try kind ?? DocumentReader.kind(of: member.bytes, path: name)
        let document = found == .dispatch ? try dispatch(member.bytes, path: name) : nil
        let (entry, findings) = try reader.entry(
          of: member,
          path: name,
          as: found,
          form: document,
          taken: taken
        )
        switch try transaction.add(entry) {
        case .new:
          here.new += 1
          if let document {
            here.dispatches += 1
            for statement in document.reading.statements { here.statements[statement.kind, default: 0] += 1 }
          }
          if !findings.isEmpty { here.doubtful += 1 }
          messages += findings.map(\.description)
        case .known: here.known += 1
        }
      } catch let error as InputError {
        here.refused += 1
        messages.append("refused: \(error)")
      }
      progress.show(done: done, of: count, documents: tally.read + here.read)
    }
    try transaction.commit()
    tally += here
    if !messages.isEmpty { progress.clear() }
    for message in messages { StandardError.write(message) }
  }

  private mutating func dispatch(_ bytes: [UInt8], path: String) throws -> DispatchForm.Document {
    let form = try self.form ?? makeForm()
    self.form = form
    return try form.document(bytes, path: path)
  }

  private mutating func refuse(_ error: InputError) {
    tally.refused += 1
    progress.clear()
    StandardError.write("refused: \(error)")
  }
}
