import GeoFormats
import Synchronization
import Testing

@Suite struct LaterTests {
  private struct Fault: Error {}

  @Test func `values come, as often as they are asked for, and so do errors`() throws {
    let values = (0..<50).map { number in Later { number * number } }
    #expect(try values.map { try $0.value() + $0.value() } == (0..<50).map { 2 * $0 * $0 })
    let fault = Later<Int> { throw Fault() }
    #expect(throws: Fault.self) { try fault.value() }
  }

  @Test func `work that is let go of is waited for`() {
    let done = Atomic(0)
    for _ in 0..<20 { _ = Later { done.add(1, ordering: .relaxed) } }
    #expect(done.load(ordering: .relaxed) == 20)
  }
}
