import Geo
import GeoFormats

/// Reads a collection of points into typed values, and writes sums of them that other readers can be held against.
///
///     features FILE OUTPUT
@main
struct FeatureReading {
  /// One feature, as typed as a program that works with it would have it.
  struct Event {
    var id: Int
    var longitude: Double
    var latitude: Double
    var kind: String
    var place: String
    var kilometre: Double
  }

  static func main() throws {
    guard CommandLine.arguments.count == 3 else { return print("features FILE OUTPUT") }
    let fields = FeatureFields(id: true, geometry: true, properties: ["kind", "place", "km"])
    let input = try StoredInput(at: CommandLine.arguments[1])
    let events = try GeoJSON.features(of: input, fields: fields) { feature -> Event? in
      guard case .point(let point)? = feature.geometry, let id = feature.id?.int else { return nil }
      return Event(
        id: id,
        longitude: point.longitude,
        latitude: point.latitude,
        kind: feature.values[0].string ?? "",
        place: feature.values[1].string ?? "",
        kilometre: feature.values[2].double ?? 0
      )
    }
    var (ids, letters, degrees, kilometres) = (0, 0, 0.0, 0.0)
    for event in events {
      ids &+= event.id
      letters += event.kind.utf8.count + event.place.utf8.count
      degrees += event.longitude + event.latitude
      kilometres += event.kilometre
    }
    let sums = "\(events.count) \(ids) \(letters) \(degrees.rounded()) \(kilometres.rounded())\n"
    var output = try FileReplacement(of: CommandLine.arguments[2])
    try Array(sums.utf8).withUnsafeBytes { try output.write($0) }
    try output.commit()
  }
}
