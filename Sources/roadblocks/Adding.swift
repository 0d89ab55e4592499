import Chronicle
import GeoFormats
import Intake
import Ledger
import Reading

/// Adds documents to a ledger, one file after another, and counts what became of them.
struct Adding {
  private let ledger: Ledger
  private let reader: DocumentReader
  private let kind: LedgerEntry.Kind?
  /// What reads texts: dispatches, and the notes of events.
  typealias TextReaders = (form: DispatchForm, events: EventReader)

  private let makeReaders: () throws -> TextReaders
  /// Made at the first text: snapshots need no words to be read by.
  private var readers: TextReaders?
  private let lanes: DocumentLanes
  private(set) var tally = AddingTally()
  private var progress = ProgressLine()

  /// - Parameters:
  ///   - kind: What the documents are said to be; `nil` to look at each.
  ///   - makeReaders: Makes what reads texts; called once, at the first of them.
  init(
    ledger: Ledger,
    reader: DocumentReader,
    kind: LedgerEntry.Kind?,
    makeReaders: @escaping () throws -> TextReaders
  ) {
    self.ledger = ledger
    self.reader = reader
    lanes = DocumentLanes(reader: reader)
    self.kind = kind
    self.makeReaders = makeReaders
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
    var start = 0
    while start < files.count { start = try addBatch(of: files, from: start) }
    progress.clear()
  }

  /// Adds a fetched snapshot.
  mutating func add(fetched bytes: [UInt8], from address: String, taken: Moment) throws {
    var batch = try AddingBatch(in: ledger, lanes: lanes)
    do {
      var members = try InputMembers(bytes, path: address, largest: FeedSnapshot.largestSize)
      while let member = try members.next() {
        let path = members.isArchive ? "\(address): \(member.name)" : address
        try add(member, path: path, taken: taken, to: &batch)
      }
    } catch let error as InputError {
      return refuse(error)
    }
    try keep(batch)
  }

  /// Adds some files in one transaction, and tells where the next ones begin. An archive makes one by itself: cut
  /// off, it leaves nothing behind.
  private mutating func addBatch(of files: [String], from start: Int) throws -> Int {
    var batch = try AddingBatch(in: ledger, lanes: lanes)
    var index = start
    while index < files.count, !batch.isFull {
      let file = files[index]
      // What has been read of a stream would be lost where it turned out to be an archive.
      if file == "-", index > start { break }
      let path = file == "-" ? "standard input" : file
      progress.show(done: index, of: files.count, documents: tally.read + batch.tally.read)
      do {
        var members = try InputMembers(
          at: file == "-" ? "/dev/stdin" : file,
          largest: FeedSnapshot.largestSize
        )
        if members.isArchive {
          guard index == start else { break }
          try add(archive: &members, path: path, done: index, of: files.count, to: &batch)
          index += 1
          break
        }
        if let member = try members.next() { try add(member, path: path, to: &batch) }
      } catch let error as BrokenArchive {
        refuse(error.reason)
        return index + 1
      } catch let error as InputError {
        try batch.refuse(error)
      }
      index += 1
    }
    try keep(batch)
    return index
  }

  /// An archive that does not hold what it should.
  private struct BrokenArchive: Error {
    let reason: InputError
  }

  /// Adds the documents in an archive; one of them that cannot be read is passed over.
  private mutating func add(
    archive members: inout InputMembers,
    path: String,
    done: Int,
    of count: Int,
    to batch: inout AddingBatch
  ) throws {
    while let member = try Self.next(of: &members) {
      if member.name.split(separator: "/").last?.hasPrefix(".") == true { continue }
      try add(member, path: "\(path): \(member.name)", to: &batch)
      progress.show(done: done, of: count, documents: tally.read + batch.tally.read)
    }
  }

  private static func next(of archive: inout InputMembers) throws(BrokenArchive) -> InputMember? {
    do {
      return try archive.next()
    } catch {
      throw BrokenArchive(reason: error)
    }
  }

  private mutating func add(
    _ member: InputMember,
    path: String,
    taken: Moment? = nil,
    to batch: inout AddingBatch
  ) throws {
    do {
      let found = try kind ?? DocumentReader.kind(of: member.bytes, path: path)
      if found == .table, EventTable.isOne(member.bytes) {
        let account = try textReaders().events.account(of: member.bytes, path: path)
        let (entry, findings) = try reader.entry(of: member, path: path, as: found)
        return try batch.add(entry, findings: findings, events: account)
      }
      guard found == .dispatch else { return try batch.add(member, path: path, as: found, taken: taken) }
      let document = try dispatch(member.bytes, path: path)
      let (entry, findings) = try reader.entry(of: member, path: path, as: found, form: document)
      try batch.add(entry, findings: findings, dispatch: document)
    } catch let error as InputError {
      try batch.refuse(error)
    }
  }

  /// Keeps a batch, and tells what became of its documents.
  private mutating func keep(_ batch: consuming AddingBatch) throws {
    let (tally, messages) = try batch.commit()
    self.tally += tally
    if !messages.isEmpty { progress.clear() }
    for message in messages { StandardError.write(message) }
  }

  private mutating func dispatch(_ bytes: [UInt8], path: String) throws -> DispatchForm.Document {
    try textReaders().form.document(bytes, path: path)
  }

  private mutating func textReaders() throws -> TextReaders {
    let readers = try self.readers ?? makeReaders()
    self.readers = readers
    return readers
  }

  private mutating func refuse(_ error: InputError) {
    tally.refused += 1
    progress.clear()
    StandardError.write("refused: \(error)")
  }
}
