internal import GeoFormats

/// What the records of one piece add to layers.
struct LayerParts: Sendable {
  /// What one layer gets.
  struct Part: Sendable {
    let value: LayerValue
    /// Features, each behind a comma and a line break.
    var bytes: [UInt8] = []
    var features = 0
    var unlocated = 0
  }

  private(set) var parts: [Part] = []
  /// The parts by the bytes of their values, as they stand in the file.
  private var places: ValuePlaces = ValuePlaces()
  private var placesOfValues: [LayerValue: Int] = [:]

  /// The place of the part for a value, or −1 where there is none yet.
  ///
  /// - Parameter raw: The value as it stands in the file.
  @inline(__always)
  func place(of raw: UnsafeBufferPointer<UInt8>) -> Int { places.place(of: raw) ?? -1 }

  /// Makes a part for a value, or finds that of the same value in other bytes.
  mutating func addPlace(of raw: UnsafeBufferPointer<UInt8>, value: LayerValue) -> Int {
    let place: Int
    if let known = placesOfValues[value] {
      place = known
    } else {
      place = parts.count
      parts.append(Part(value: value))
      placesOfValues[value] = place
    }
    places.insert(raw, place: place)
    return place
  }

  /// Appends a feature to a part.
  @inline(__always)
  mutating func append(_ feature: UnsafeBufferPointer<UInt8>, to place: Int, isLocated: Bool) {
    parts[place].bytes.append(contentsOf: feature)
    parts[place].features += 1
    if !isLocated { parts[place].unlocated += 1 }
  }
}
