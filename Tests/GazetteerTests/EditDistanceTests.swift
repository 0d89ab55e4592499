import TestSupport
import Testing

@testable import Gazetteer

@Suite struct EditDistanceTests {
  /// The definition, without memory.
  private func defined(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let a = left.last, let b = right.last else { return left.count + right.count }
    let (shorter, other) = (left.dropLast(), right.dropLast())
    var least = min(
      defined(shorter, right) + 1,
      defined(left, other) + 1,
      defined(shorter, other) + (a == b ? 0 : 1)
    )
    if let beforeA = shorter.last, let beforeB = other.last, a == beforeB, b == beforeA {
      least = min(least, defined(shorter.dropLast(), other.dropLast()) + 1)
    }
    return least
  }

  @Test func `the distance is what its definition says, or nothing beyond the limit`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<600 {
      let left = Array(generator.word(of: "abc", upTo: 6).utf8)
      let right = Array(generator.word(of: "abc", upTo: 6).utf8)
      let distance = defined(left[...], right[...])
      for limit in 0...6 {
        #expect(
          EditDistance.between(left, right, limit: limit) == (distance <= limit ? distance : nil),
          "\(left) \(right) within \(limit)"
        )
      }
    }
  }

  @Test(arguments: [
    ("cuzco", "cusco", 1), ("ayaucho", "ayacucho", 1), ("abc", "acb", 1), ("", "abc", 3), ("abc", "", 3),
    ("ca", "abc", 3), ("juliaca", "juliaca", 0),
  ])
  func `slips are counted one by one`(left: String, right: String, distance: Int) {
    #expect(EditDistance.between(Array(left.utf8), Array(right.utf8), limit: 5) == distance)
  }

  @Test func `a negative limit lets nothing pass`() {
    #expect(EditDistance.between([], [], limit: -1) == nil)
  }

  @Test(arguments: [(0, 0), (3, 0), (4, 1), (9, 1), (10, 2), (24, 4)])
  func `longer names are forgiven more slips`(length: Int, slips: Int) {
    #expect(EditDistance.tolerance(forLength: length) == slips)
  }
}
