internal import Geo
internal import GeoFormats

/// The box in which every position of a country has to lie: its outlines and the tolerance around them.
struct PackFrame {
  /// What kilometres there can be.
  static let kilometres = 0.0...100_000
  private let box: BoundingBox?

  init(of outlines: [CountryPack.Outline], within tolerance: Distance) {
    let boxes = outlines.compactMap(\.polygons.boundingBox)
    // A degree is at least 110 km from north to south; room to spare does no harm here.
    let margin = tolerance.kilometres / 100 + 0.5
    box = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }.flatMap { box in
      BoundingBox(
        minimumLongitude: max(box.minimumLongitude - margin, -180),
        minimumLatitude: max(box.minimumLatitude - margin, -90),
        maximumLongitude: min(box.maximumLongitude + margin, 180),
        maximumLatitude: min(box.maximumLatitude + margin, 90)
      )
    }
  }

  /// Whether a position may lie where it does.
  func contains(_ coordinate: Coordinate) -> Bool { box?.contains(coordinate) ?? true }

  /// Refuses a position that lies elsewhere.
  func check<Column: CSVColumn>(
    _ coordinate: Coordinate,
    of row: CSVRow<Column>,
    longitude: Column
  ) throws(InputError) {
    guard let box, !contains(coordinate) else { return }
    let slips = [
      (-coordinate.longitude, coordinate.latitude, "the longitude's sign seems lost"),
      (coordinate.longitude, -coordinate.latitude, "the latitude's sign seems lost"),
      (-coordinate.longitude, -coordinate.latitude, "both signs seem lost"),
      (coordinate.latitude, coordinate.longitude, "longitude and latitude seem exchanged"),
    ]
    let hint = slips.first { Coordinate(longitude: $0.0, latitude: $0.1).map(box.contains) ?? false }?.2
    throw InputError(
      location: row.location(of: longitude),
      found: "\(coordinate.longitude), \(coordinate.latitude)",
      expected: "a position in the country: longitude \(box.minimumLongitude) to \(box.maximumLongitude), "
        + "latitude \(box.minimumLatitude) to \(box.maximumLatitude)",
      hint: hint
    )
  }
}
