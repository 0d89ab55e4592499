import Gazetteer
import Testing

@Suite struct RegionCodeTests {
  @Test func `a region comes right before the regions inside it`() {
    let codes = ["0102", "02", "010101", "01"].map { RegionCode($0) }
    #expect(codes.sorted().map(\.text) == ["01", "010101", "0102", "02"])
  }
}
