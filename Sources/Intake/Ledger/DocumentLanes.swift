public import Chronicle
internal import Dispatch
internal import Foundation
public import GeoFormats
public import Ledger
internal import Synchronization

/// Makes ledger entries of documents on several cores. They come out in the order in which the documents went in.
public final class DocumentLanes {
  /// What became of a document.
  public typealias Answer = Result<(entry: LedgerEntry, findings: [Finding]), InputError>

  /// One core's work, one document after another.
  private final class Lane: Sendable {
    let queue = DispatchQueue(label: "documents")
    let forms = Mutex(FeedRowForms())
  }

  /// A document on its way.
  private final class Ticket: Sendable {
    let size: Int
    let answer = Mutex<Answer?>(nil)
    let isDone = DispatchSemaphore(value: 0)

    init(size: Int) { self.size = size }
  }

  /// How many documents may be on their way, and how many bytes of them.
  private static let limit = (documents: 64, bytes: 16 << 20)

  private let reader: DocumentReader
  private let lanes: [Lane]
  private var tickets: [Ticket] = []
  private var size = 0
  /// How many documents were ever put in.
  private var count = 0

  public init(reader: DocumentReader) {
    self.reader = reader
    // Each lane has to meet the rows of a feed for itself, so more are of little use.
    let count = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), 4)
    lanes = (0..<count).map { _ in Lane() }
  }

  deinit {
    // Nothing may still be at work when the program ends.
    discard()
  }

  /// Lets go of the documents that are on their way.
  public func discard() {
    while next() != nil {}
  }

  /// Whether an answer should be taken out before another document goes in.
  public var isFull: Bool { tickets.count >= Self.limit.documents || size >= Self.limit.bytes }

  /// Puts a document in.
  ///
  /// - Parameters:
  ///   - path: What messages call the document.
  ///   - taken: When a snapshot was taken, where that is known without its file's name.
  public func put(_ member: InputMember, path: String, as kind: LedgerEntry.Kind, taken: Moment? = nil) {
    let lane = lanes[count % lanes.count]
    let ticket = Ticket(size: member.bytes.count)
    tickets.append(ticket)
    count += 1
    size += ticket.size
    lane.queue.async { [reader] in
      let answer = lane.forms.withLock { forms in
        Answer { () throws(InputError) in
          try reader.entry(of: member, path: path, as: kind, taken: taken, forms: &forms)
        }
      }
      ticket.answer.withLock { $0 = answer }
      ticket.isDone.signal()
    }
  }

  /// Takes the next answer out, waiting for it; `nil` where no document is on its way.
  public func next() -> Answer? {
    guard !tickets.isEmpty else { return nil }
    let ticket = tickets.removeFirst()
    size -= ticket.size
    ticket.isDone.wait()
    return ticket.answer.withLock { $0 }
  }
}
