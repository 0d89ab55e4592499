import Chronicle
import GeoFormats
import Intake
import Ledger
import Reading

/// Documents on their way into the ledger, which takes all of them or none.
struct AddingBatch: ~Copyable {
  /// How many bytes of documents are kept at a time: reading them takes much longer than the wait for the disk.
  private static let largestSize = 256 << 20

  private var transaction: LedgerTransaction
  private let lanes: DocumentLanes
  private var size = 0
  private(set) var tally = AddingTally()
  private(set) var messages: [String] = []

  init(in ledger: Ledger, lanes: DocumentLanes) throws {
    transaction = try LedgerTransaction(in: ledger)
    self.lanes = lanes
    // What a batch has left that was given up.
    lanes.discard()
  }

  var isFull: Bool { size >= Self.largestSize }

  /// Adds a document as soon as it has been read, after those before it.
  mutating func add(_ member: InputMember, path: String, as kind: LedgerEntry.Kind, taken: Moment?) throws {
    while lanes.isFull { try takeAnswer() }
    lanes.put(member, path: path, as: kind, taken: taken)
    size += member.bytes.count
  }

  /// Adds a dispatch that has been read.
  mutating func add(_ entry: LedgerEntry, findings: [Finding], dispatch: DispatchForm.Document) throws {
    try takeAllAnswers()
    guard try add(entry, findings: findings) else { return }
    tally.dispatches += 1
    for statement in dispatch.reading.statements { tally.statements[statement.kind, default: 0] += 1 }
  }

  /// Adds a table of events that has been read.
  mutating func add(_ entry: LedgerEntry, findings: [Finding], events: EventAccount) throws {
    try takeAllAnswers()
    if try add(entry, findings: findings) { tally.events += events }
  }

  /// Counts a document that cannot be read.
  mutating func refuse(_ error: InputError) throws {
    try takeAllAnswers()
    note(error)
  }

  /// Keeps all that was added, and tells what became of it.
  consuming func commit() throws -> (tally: AddingTally, messages: [String]) {
    try takeAllAnswers()
    try transaction.commit()
    return (tally, messages)
  }

  private mutating func takeAllAnswers() throws {
    while try takeAnswer() {}
  }

  @discardableResult
  private mutating func takeAnswer() throws -> Bool {
    guard let answer = lanes.next() else { return false }
    switch answer {
    case .success(let (entry, findings)): _ = try add(entry, findings: findings)
    case .failure(let error): note(error)
    }
    return true
  }

  private mutating func add(_ entry: LedgerEntry, findings: [Finding]) throws -> Bool {
    guard try transaction.add(entry) == .new else {
      tally.known += 1
      return false
    }
    tally.new += 1
    if !findings.isEmpty { tally.doubtful += 1 }
    messages += findings.map(\.description)
    return true
  }

  private mutating func note(_ error: InputError) {
    tally.refused += 1
    messages.append("refused: \(error)")
  }
}
