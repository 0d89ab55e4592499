import Geo
import Testing

@Suite struct CoordinateTests {
  @Test(arguments: [(181.0, 0.0), (0, 91), (.nan, 0), (0, .infinity), (-180.1, 0)])
  func `a value outside its range makes no coordinate`(_ longitude: Double, _ latitude: Double) {
    #expect(Coordinate(longitude: longitude, latitude: latitude) == nil)
  }
}
