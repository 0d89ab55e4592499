import Geo
import Testing

@Suite struct DistanceTests {
  @Test func `a kilometre is a thousand metres`() {
    #expect(Distance.kilometres(1.5) == .metres(1500))
    #expect(Distance.metres(250).kilometres == 0.25)
  }

  @Test func `distances add, subtract, scale and compare as their metres do`() {
    #expect(Distance.metres(3) + .metres(4) == .metres(7))
    #expect(Distance.metres(3) - .metres(4) == .metres(-1))
    #expect(-Distance.metres(3) == .metres(-3))
    #expect(Distance.metres(3) * 2 == 2 * Distance.metres(3))
    #expect(Distance.metres(3) / 2 == .metres(1.5))
    #expect(Distance.metres(3) / Distance.metres(2) == 1.5)
    #expect(Distance.metres(-3).magnitude == .metres(3))
    #expect(Distance.metres(-1) < .zero)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, .greatestFiniteMagnitude])
  func `whatever goes in, a distance is finite and equals itself`(_ metres: Double) {
    let distance = Distance.metres(metres)
    #expect(distance.metres.isFinite)
    #expect((distance + distance).metres.isFinite)
    #expect((distance * 10).metres.isFinite)
    #expect((distance / 0).metres.isFinite)
    #expect(distance - distance == .zero)
    #expect(Distance.kilometres(metres).metres.isFinite)
  }

  @Test func `what is not a number is never near`() {
    #expect(Distance.metres(.nan) > .kilometres(40_000))
  }
}
