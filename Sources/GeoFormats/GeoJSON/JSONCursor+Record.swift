import Geo

extension JSONCursor {
  /// What to read of features, prepared once a file.
  struct FeaturePlan: Sendable {
    let fields: FeatureFields
    /// The names of the properties as JSON spells them, without quotation marks.
    fileprivate let names: [[UInt8]]
    /// Whether the names are few enough, and distinct, to be looked for while the cursor walks on.
    fileprivate let isSimple: Bool

    init(_ fields: FeatureFields) {
      self.fields = fields
      names = fields.properties.map { name in
        var writer = JSONWriter()
        writer.string(name)
        return Array(writer.bytes.dropFirst().dropLast())
      }
      isSimple = names.count <= 64 && Set(names).count == names.count
    }
  }

  /// Passes a feature and reads what is wanted of it.
  ///
  /// - Throws: Where it is no feature, and where something in it is unusual: such are for ``GeoJSONReader``.
  @inline(__always)
  mutating func read(_ plan: FeaturePlan, into record: inout FeatureRecord) throws(JSONFault) {
    guard plan.isSimple else { throw JSONFault() }
    let depth = FeatureStream.depth
    var (hasType, hasGeometry, hasProperties) = (false, false, false)
    record.id = nil
    record.geometry = nil
    try members(depth: depth) { (cursor, name) throws(JSONFault) in
      if name.isSpelt("type") {
        guard !hasType else { throw JSONFault() }
        hasType = true
        guard try cursor.passes(text: "Feature") else { throw JSONFault() }
      } else if name.isSpelt("geometry") {
        guard !hasGeometry else { throw JSONFault() }
        hasGeometry = true
        guard plan.fields.hasGeometry else { return try cursor.skipValue(depth: depth + 1) }
        record.geometry = try cursor.geometry(depth: depth + 1)
      } else if name.isSpelt("properties") {
        guard !hasProperties else { throw JSONFault() }
        hasProperties = true
        try cursor.readProperties(plan, into: &record)
      } else if name.isSpelt("id") {
        let id = try cursor.value(depth: depth + 1)
        switch id {
        case .string, .integer, .number: break
        default: throw JSONFault()
        }
        if plan.fields.hasID { record.id = id }
      } else {
        // An escape may hide one of these names.
        guard !name.contains(UInt8(ascii: "\\")) else { throw JSONFault() }
        try cursor.skipValue(depth: depth + 1)
      }
    }
    guard hasType, hasGeometry, hasProperties else { throw JSONFault() }
  }

  @inline(__always)
  private mutating func readProperties(
    _ plan: FeaturePlan,
    into record: inout FeatureRecord
  ) throws(JSONFault) {
    let depth = FeatureStream.depth + 1
    let count = plan.names.count
    if record.values.count != count { record.values = Array(repeating: .null, count: count) }
    for index in 0..<count { record.values[index] = .null }
    skipSpace()
    if byte == UInt8(ascii: "n") { return try skipValue(depth: depth) }
    // Most features have their properties in one order: the next that is wanted is looked for first.
    var expected = 0
    var found: UInt64 = 0
    try members(depth: depth) { (cursor, name) throws(JSONFault) in
      for step in 0..<count {
        var index = expected + step
        if index >= count { index -= count }
        guard name.isSpelt(plan.names[index]) else { continue }
        expected = index + 1 == count ? 0 : index + 1
        // The first of several has it; a null may be one that was found.
        guard found & (1 << UInt64(index & 63)) == 0 else { throw JSONFault() }
        found |= 1 << UInt64(index & 63)
        record.values[index] = try cursor.value(depth: depth + 1)
        return
      }
      guard !name.contains(UInt8(ascii: "\\")) else { throw JSONFault() }
      try cursor.skipValue(depth: depth + 1)
    }
  }

  /// Passes a text, and tells whether it is this one, spelt without escapes.
  @inline(__always)
  private mutating func passes(text: StaticString) throws(JSONFault) -> Bool {
    skipSpace()
    let start = offset
    try skipText()
    let passed = passed(from: start)
    return UnsafeBufferPointer(rebasing: passed[1..<(passed.count - 1)]).isSpelt(text)
  }

  // MARK: Geometries

  /// Passes a geometry, or null, whose type comes before its coordinates.
  @inline(__always)
  mutating func geometry(depth: Int) throws(JSONFault) -> Geometry? {
    skipSpace()
    if byte == UInt8(ascii: "n") {
      try skipValue(depth: depth)
      return nil
    }
    var type: UnsafeBufferPointer<UInt8>?
    var geometry: Geometry?
    try members(depth: depth) { (cursor, name) throws(JSONFault) in
      if name.isSpelt("type") {
        guard type == nil else { throw JSONFault() }
        cursor.skipSpace()
        let start = cursor.offset
        try cursor.skipText()
        let passed = cursor.passed(from: start)
        type = UnsafeBufferPointer(rebasing: passed[1..<(passed.count - 1)])
      } else if name.isSpelt("coordinates") {
        guard let type, geometry == nil else { throw JSONFault() }
        geometry = try cursor.coordinates(of: type)
      } else {
        guard !name.contains(UInt8(ascii: "\\")) else { throw JSONFault() }
        try cursor.skipValue(depth: depth + 1)
      }
    }
    guard let geometry else { throw JSONFault() }
    return geometry
  }

  @inline(__always)
  private mutating func coordinates(of type: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> Geometry {
    if type.isSpelt("Point") { return .point(try position()) }
    return try manyCoordinates(of: type)
  }

  private mutating func manyCoordinates(of type: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> Geometry {
    if type.isSpelt("MultiPoint") { return .multiPoint(try positions()) }
    if type.isSpelt("LineString") { return .lineString(try line()) }
    if type.isSpelt("MultiLineString") {
      return .multiLineString(
        MultiLineString(try list { (cursor) throws(JSONFault) in try cursor.line() })
      )
    }
    if type.isSpelt("Polygon") { return .polygon(try polygon()) }
    guard type.isSpelt("MultiPolygon") else { throw JSONFault() }
    return .multiPolygon(MultiPolygon(try list { (cursor) throws(JSONFault) in try cursor.polygon() }))
  }

  private mutating func polygon() throws(JSONFault) -> Polygon {
    let rings = try list { (cursor) throws(JSONFault) in
      guard let ring = Ring(try cursor.positions()) else { throw JSONFault() }
      return ring
    }
    guard let exterior = rings.first else { throw JSONFault() }
    return Polygon(exterior: exterior, interiors: Array(rings.dropFirst()))
  }

  private mutating func line() throws(JSONFault) -> LineString {
    guard let line = LineString(try positions()) else { throw JSONFault() }
    return line
  }

  private mutating func positions() throws(JSONFault) -> [Coordinate] {
    try list { (cursor) throws(JSONFault) in try cursor.position() }
  }

  @inline(__always)
  private mutating func list<Element>(
    _ element: (inout JSONCursor) throws(JSONFault) -> Element
  ) throws(JSONFault) -> [Element] {
    var elements: [Element] = []
    try expect("[")
    if pass("]") { return elements }
    repeat { elements.append(try element(&self)) } while try passComma(orEnd: "]")
    return elements
  }

  /// Longitude, latitude, and whatever more.
  @inline(__always)
  private mutating func position() throws(JSONFault) -> Coordinate {
    try expect("[")
    skipSpace()
    let longitude = try double()
    try expect(",")
    skipSpace()
    let latitude = try double()
    while try passComma(orEnd: "]") {
      skipSpace()
      _ = try double()
    }
    guard let coordinate = Coordinate(longitude: longitude, latitude: latitude) else { throw JSONFault() }
    return coordinate
  }
}

extension UnsafeBufferPointer<UInt8> {
  @inline(__always)
  fileprivate func isSpelt(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for place in 0..<count where self[place] != text.utf8Start[place] { return false }
    return true
  }

  @inline(__always)
  fileprivate func isSpelt(_ text: [UInt8]) -> Bool {
    guard count == text.count else { return false }
    for place in 0..<count where self[place] != text[place] { return false }
    return true
  }
}
