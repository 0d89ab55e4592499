internal import GeoFormats

/// What the cells of a column were read as: each different one is read once.
struct CellReadings<Reading> {
  /// More are not worth the memory: a column in which every cell differs gains nothing.
  private static var limit: Int { 10_000 }

  private var places = ValuePlaces()
  private var readings: [Reading] = []

  subscript(place: Int) -> Reading { readings[place] }

  /// The place of the reading of a row's cell.
  ///
  /// - Parameter read: Reads a cell that was not met before.
  @inline(__always)
  mutating func place(of fields: CSVFields, _ column: Int, read: (String) -> Reading) -> Int {
    let bytes = fields.text(of: column)
    if let place = places.place(of: bytes) { return place }
    places.insert(bytes, place: readings.count)
    readings.append(read(String(decoding: fields.content(column), as: UTF8.self)))
    return readings.count - 1
  }

  /// Forgets all where there are too many, while nobody holds a place.
  mutating func shrink() {
    guard readings.count >= Self.limit else { return }
    places = ValuePlaces()
    readings.removeAll()
  }
}
