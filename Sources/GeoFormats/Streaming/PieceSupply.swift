internal import Synchronization

/// Hands the pieces of one file to whoever asks next.
public final class PieceSupply: Sendable {
  /// More than so many processors would only wait for each other's memory.
  private static let mostWorkers = 16

  private static let workers = min(Parallel.processors, mostWorkers)

  private let reader: Mutex<PieceReader>
  private let cut: PieceReader.Cut
  private let window = PieceWindow(size: 4 * workers)

  /// - Parameter cut: Tells where records end.
  public init(_ reader: consuming sending PieceReader, cut: @escaping PieceReader.Cut) {
    self.reader = Mutex(reader)
    self.cut = cut
  }

  /// Fills a piece with what comes next in the file; `false` at its end, or where the task is cancelled. What the
  /// piece held is taken to be done with.
  ///
  /// Who has come far ahead of the slowest waits for it.
  public func next(into piece: inout InputPiece) throws(InputError) -> Bool {
    if piece.number >= 0 { window.finish(piece.number) }
    piece.number = -1
    guard !Task.isCancelled else { return false }
    let isThere = try reader.withLock { (reader) throws(InputError) in
      try reader.next(into: &piece, cut: cut)
    }
    return isThere && window.enter(piece.number)
  }

  /// Has all processors work through the pieces.
  ///
  /// - Parameter work: Takes pieces until there are none. Called once for each processor, at the same time.
  /// - Returns: What the calls gave, in no order.
  /// - Throws: The first error of any; the others then find no more pieces.
  public func work<Outcome: Sendable>(
    _ work: @escaping @Sendable (PieceSupply) throws -> Outcome
  ) async throws -> [Outcome] {
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for _ in 0..<Self.workers {
        group.addTask {
          do {
            return try work(self)
          } catch {
            // Its piece is never finished.
            self.window.abandon()
            throw error
          }
        }
      }
      var outcomes: [Outcome] = []
      for try await outcome in group { outcomes.append(outcome) }
      return outcomes
    }
  }
}
