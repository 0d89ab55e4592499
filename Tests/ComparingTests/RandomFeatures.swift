import Geo
import GeoFormats
import TestSupport

/// Collections of features, and versions of them.
struct RandomFeatures {
  var random: SeededGenerator

  mutating func collection(_ count: Int) -> [Feature] {
    (0..<count).map { feature(Bool.random(using: &random) ? .integer($0) : .string("\($0)")) }
  }

  /// The same with features taken out, put in, put elsewhere and changed.
  mutating func version(of features: [Feature]) -> [Feature] {
    var version: [Feature] = []
    for feature in features {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: break
      case 1: version.append(self.feature(feature.id))
      default: version.append(feature)
      }
    }
    let additions = Int.random(in: 0..<4, using: &random)
    for number in 0..<additions { version.append(feature(.string("new \(number)"))) }
    return Bool.random(using: &random) ? version.shuffled(using: &random) : version
  }

  private mutating func feature(_ id: JSONValue?) -> Feature {
    var properties = JSONObject()
    for name in ["status", "km", "é \"", "list", "geometry"] where Int.random(in: 0..<3, using: &random) > 0 {
      properties.append(name, value())
    }
    return Feature(id: id, geometry: geometry(), properties: properties)
  }

  private mutating func value() -> JSONValue {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .null
    case 1: .integer(Int.random(in: 0..<3, using: &random))
    case 2: .number(Double(Int.random(in: 0..<3, using: &random)) + 0.5)
    case 3: .array([.integer(Int.random(in: 0..<2, using: &random)), [:]])
    case 4: .object(["a": .bool(Bool.random(using: &random))])
    default: .string(["blocked", "cleared", "—\n\\"][Int.random(in: 0..<3, using: &random)])
    }
  }

  private mutating func geometry() -> Geometry? {
    guard Int.random(in: 0..<4, using: &random) > 0 else { return nil }
    return Coordinate(
      longitude: Double(Int.random(in: 0..<3, using: &random)),
      latitude: Double(Int.random(in: 0..<3, using: &random))
    ).map { .point($0) }
  }
}
