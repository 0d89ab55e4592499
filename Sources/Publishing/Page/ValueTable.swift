internal import GeoFormats

/// Values that come up again and again, each kept once and named by its place.
struct ValueTable {
  private(set) var values: [JSONValue] = []
  private var places: [JSONValue: Int] = [:]

  /// The place of a value, which is kept if it is new.
  mutating func place(of value: JSONValue) -> Int {
    if let place = places[value] { return place }
    let place = values.count
    places[value] = place
    values.append(value)
    return place
  }
}
