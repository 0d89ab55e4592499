import Dispatch
import Synchronization
import Testing

@testable import GeoFormats

@Suite struct PieceSupplyTests {
  private struct Stop: Error {}

  /// Works through the lines of a file, a few bytes a piece.
  private func work<Outcome: Sendable>(
    lines: Int,
    _ work: @escaping @Sendable (PieceSupply) throws -> Outcome
  ) async throws -> [Outcome] {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lines.txt"
    let text = (0..<lines).map { "line \($0)\n" }.joined()
    var file = try FileReplacement(of: path)
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
    try file.commit()
    let supply = PieceSupply(try PieceReader(at: path, size: 16)) { bytes in
      bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
    return try await supply.work(work)
  }

  @Test func `every piece comes once, and nobody runs far ahead of the slowest`() async throws {
    let inWork = Mutex<(now: Set<Int>, seen: Set<Int>, farthest: Int)>(([], [], 0))
    _ = try await work(lines: 3000) { supply in
      var piece = InputPiece()
      var last: Int?
      while true {
        inWork.withLock { state in if let last { state.now.remove(last) } }
        guard try supply.next(into: &piece) else { break }
        let number = piece.number
        last = number
        inWork.withLock { state in
          #expect(state.seen.insert(number).inserted)
          state.now.insert(number)
          state.farthest = max(state.farthest, number - (state.now.min() ?? number))
        }
        // The work of one piece is much longer than that of the others.
        if number.isMultiple(of: 97) {
          var sum = 0
          for step in 0..<200_000 { sum = (sum &* 31) &+ step }
          #expect(sum != 1)
        }
      }
    }
    let (now, seen, farthest) = inWork.withLock { $0 }
    #expect(now.isEmpty)
    #expect(seen == Set(0..<seen.count))
    #expect(seen.count > 1000)
    #expect(farthest < 64)
  }

  @Test func `where one fails, the others end`() async throws {
    await #expect(throws: Stop.self) {
      _ = try await work(lines: 3000) { supply in
        var piece = InputPiece()
        while try supply.next(into: &piece) {
          if piece.number == 3 { throw Stop() }
        }
      }
    }
  }

  @Test func `who may go on does, however late one wakes`() {
    // Two that may not pass each other: each waits for every step of the other.
    let window = PieceWindow(size: 1)
    let steps = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 2) { worker in
      for number in stride(from: worker, to: 4000, by: 2) where window.enter(number) {
        steps.withLock { $0 += 1 }
        window.finish(number)
      }
    }
    #expect(steps.withLock { $0 } == 4000)
  }

  @Test(arguments: [1, 16, 300, 1 << 20])
  func `what was looked at ahead comes again in pieces of the usual size`(size: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/lines.txt"
    let text = Array((0..<3000).map { "line \($0)\n" }.joined().utf8)
    var file = try FileReplacement(of: path)
    try text.withUnsafeBytes { try file.write($0) }
    try file.commit()
    var reader = try PieceReader(at: path, size: size)
    var piece = InputPiece()
    try reader.look(ahead: &piece)
    #expect(piece.withBytes { Array($0) } == text)
    reader.pass(7)
    piece = InputPiece()
    var (seen, number) = ([UInt8](), 0)
    while try reader.next(into: &piece, cut: { $0.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } }) {
      #expect(piece.number == number)
      #expect(piece.count <= max(size, 20))
      seen += piece.withBytes { Array($0) }
      number += 1
    }
    #expect(seen == Array(text.dropFirst(7)))
  }
}
