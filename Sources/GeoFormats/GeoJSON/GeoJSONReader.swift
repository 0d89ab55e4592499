import Geo

/// Reads the objects of GeoJSON from a stream of JSON.
struct GeoJSONReader {
  var json: JSONReader

  private static let geometryTypes = [
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
  ]

  mutating func collection() throws(InputError) -> FeatureCollection {
    let start = json.location()
    var type: String?
    var features: [Feature]?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type":
        type = try member("FeatureCollection", isFirst: type == nil)
      case "features":
        guard features == nil else { throw json.error(expected: "“features” once") }
        var list: [Feature] = []
        try json.beginArray()
        while try json.nextElement() { list.append(try feature()) }
        features = list
      case "crs":
        try checkReferenceSystem()
      default:
        try json.skipValue()
      }
    }
    try json.finish()
    guard type != nil else { throw missing("type", in: "a FeatureCollection", at: start) }
    guard let features else { throw missing("features", in: "a FeatureCollection", at: start) }
    return FeatureCollection(features)
  }

  /// - Parameter hasGeometry: Whether the geometry is wanted; one that is not may be anything.
  mutating func feature(hasGeometry: Bool = true) throws(InputError) -> Feature {
    let start = json.location()
    var feature = Feature(geometry: nil, location: start)
    var seen: Set<String> = []
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type":
        _ = try member("Feature", isFirst: seen.insert(key).inserted)
      case "id":
        feature.id = try identifier()
      case "geometry":
        guard seen.insert(key).inserted else { throw json.error(expected: "“geometry” once") }
        if !hasGeometry {
          try json.skipValue()
        } else if try !json.nextIsNull() {
          feature.geometry = try geometry()
        }
      case "properties":
        guard seen.insert(key).inserted else { throw json.error(expected: "“properties” once") }
        if try !json.nextIsNull() {
          guard try json.peek() == .object else { throw json.error(expected: "an object or null") }
          if case .object(let members) = try json.value() { feature.properties = members }
        }
      default:
        try json.skipValue()
      }
    }
    for key in ["type", "geometry", "properties"] where !seen.contains(key) {
      throw missing(key, in: "a Feature", at: start)
    }
    return feature
  }

  private mutating func identifier() throws(InputError) -> JSONValue {
    switch try json.peek() {
    case .string, .number: return try json.value()
    default: throw json.error(expected: "a string or a number as id")
    }
  }

  /// The value of a “type” that can only be one.
  private mutating func member(_ type: String, isFirst: Bool) throws(InputError) -> String {
    let start = json.startOfNext()
    guard isFirst else { throw json.error(at: start, expected: "“type” once") }
    let found = try json.string()
    guard found == type else { throw json.error(at: start, expected: "the type “\(type)”") }
    return found
  }

  /// A coordinate reference system as files from before RFC 7946 name it: only the one that the RFC assumes
  /// passes, since positions in another would come out elsewhere.
  mutating func checkReferenceSystem() throws(InputError) {
    let start = json.startOfNext()
    let value = try json.value()
    guard case .object(let system) = value, case .object(let properties) = system["properties"],
      let name = properties["name"]?.string
    else {
      guard value == .null else {
        throw json.error(at: start, expected: "a named coordinate reference system")
      }
      return
    }
    let known = ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84", "EPSG:4326"]
    guard known.contains(name) || name.hasSuffix(":EPSG::4326") else {
      throw InputError(
        location: json.location(at: start),
        found: name,
        expected: "longitude and latitude on WGS 84 (CRS84)"
      )
    }
  }

  private func missing(_ key: String, in object: String, at location: InputLocation) -> InputError {
    InputError(
      location: location,
      observed: "\(object) without “\(key)”",
      expected: "a member “\(key)”"
    )
  }

  // MARK: Geometries

  mutating func geometry() throws(InputError) -> Geometry {
    let start = json.location()
    var type: String?
    var geometry: Geometry?
    // Coordinates that came before the type, which says how to read them.
    var postponed: GeoJSONReader?
    try json.beginObject()
    while let key = try json.nextKey() {
      switch key {
      case "type":
        let start = json.startOfNext()
        guard type == nil else { throw json.error(at: start, expected: "“type” once") }
        let name = try json.string()
        guard Self.geometryTypes.contains(name) else {
          throw json.error(
            at: start,
            expected: "a geometry type, one of " + Self.geometryTypes.joined(separator: ", ")
          )
        }
        type = name
      case "coordinates":
        guard geometry == nil, postponed == nil else { throw json.error(expected: "“coordinates” once") }
        if let type {
          geometry = try coordinates(of: type)
        } else {
          postponed = self
          try json.skipValue()
        }
      default:
        try json.skipValue()
      }
    }
    guard let type else { throw missing("type", in: "a geometry", at: start) }
    if var postponed { geometry = try postponed.coordinates(of: type) }
    guard let geometry else { throw missing("coordinates", in: "a geometry", at: start) }
    return geometry
  }

  private mutating func coordinates(of type: String) throws(InputError) -> Geometry {
    switch type {
    case "Point": return .point(try position())
    case "MultiPoint": return .multiPoint(try positions())
    case "LineString": return .lineString(try line())
    case "MultiLineString":
      var lines: [LineString] = []
      try json.beginArray()
      while try json.nextElement() { lines.append(try line()) }
      return .multiLineString(MultiLineString(lines))
    case "Polygon": return .polygon(try polygon())
    default:
      var polygons: [Polygon] = []
      try json.beginArray()
      while try json.nextElement() { polygons.append(try polygon()) }
      return .multiPolygon(MultiPolygon(polygons))
    }
  }

  private mutating func polygon() throws(InputError) -> Polygon {
    let start = json.startOfNext()
    var exterior: Ring?
    var interiors: [Ring] = []
    try json.beginArray()
    while try json.nextElement() {
      if exterior == nil { exterior = try ring() } else { interiors.append(try ring()) }
    }
    guard let exterior else {
      throw InputError(
        location: json.location(at: start),
        observed: "a polygon without rings",
        expected: "an exterior ring"
      )
    }
    return Polygon(exterior: exterior, interiors: interiors)
  }

  private mutating func ring() throws(InputError) -> Ring {
    let start = json.startOfNext()
    let positions = try positions()
    if let ring = Ring(positions) { return ring }
    let location = json.location(at: start)
    if positions.count >= 4 {
      throw InputError(
        location: location,
        observed: "a ring that is not closed",
        expected: "a ring whose last position is its first"
      )
    }
    throw InputError(
      location: location,
      observed: "a ring of \(Self.count(positions.count))",
      expected: "at least 4 positions, the last equal to the first"
    )
  }

  private mutating func line() throws(InputError) -> LineString {
    let start = json.startOfNext()
    let positions = try positions()
    if let line = LineString(positions) { return line }
    throw InputError(
      location: json.location(at: start),
      observed: "a line of \(Self.count(positions.count))",
      expected: "at least 2 positions"
    )
  }

  private static func count(_ positions: Int) -> String {
    positions == 1 ? "1 position" : "\(positions) positions"
  }

  private mutating func positions() throws(InputError) -> [Coordinate] {
    var positions: [Coordinate] = []
    try json.beginArray()
    while try json.nextElement() { positions.append(try position()) }
    return positions
  }

  /// Longitude, latitude, and whatever more.
  private mutating func position() throws(InputError) -> Coordinate {
    try json.beginArray()
    let longitude = try ordinate("a longitude", limit: 180)
    let latitude = try ordinate("a latitude", limit: 90)
    while try json.nextElement() { _ = try json.double() }
    guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else {
      throw json.error(expected: "a position on the globe")
    }
    return coordinate
  }

  private mutating func ordinate(_ name: StaticString, limit: Double) throws(InputError) -> Double {
    guard try json.nextElement() else { throw json.errorAtEnd(expected: Self.range(name, limit)) }
    let start = json.startOfNext()
    let value = try json.double()
    guard value.magnitude <= limit else {
      throw InputError(
        location: json.location(at: start),
        found: String(decoding: json.bytes[start..<json.offset], as: UTF8.self),
        expected: Self.range(name, limit)
      )
    }
    return value
  }

  // Only made when it is needed: a file has millions of ordinates.
  private static func range(_ name: StaticString, _ limit: Double) -> String {
    "\(name) from \(Int(-limit)) to \(Int(limit))"
  }
}
