internal import Geo

/// A geometry in the form that a GeoPackage stores: a header with the envelope, then well-known binary.
struct GeoPackageGeometry {
  /// The smallest box around positions of a reference system.
  struct Envelope: Hashable {
    var minimum: Projection.Position
    var maximum: Projection.Position

    init(_ position: Projection.Position) {
      minimum = position
      maximum = position
    }

    mutating func include(_ position: Projection.Position) {
      minimum.x = min(minimum.x, position.x)
      minimum.y = min(minimum.y, position.y)
      maximum.x = max(maximum.x, position.x)
      maximum.y = max(maximum.y, position.y)
    }

    mutating func include(_ other: Envelope) {
      include(other.minimum)
      include(other.maximum)
    }
  }

  private enum Code {
    static let point: UInt32 = 1
    static let lineString: UInt32 = 2
    static let polygon: UInt32 = 3
    static let multiLineString: UInt32 = 5
    static let multiPolygon: UInt32 = 6
  }

  /// The blob.
  private(set) var bytes: [UInt8] = []
  /// The part of it behind the header: well-known binary, as other databases take it too.
  var wellKnownBinary: ArraySlice<UInt8> { bytes[headerLength...] }
  private var headerLength = 0
  /// `nil` where the geometry holds no position.
  private(set) var envelope: Envelope?
  private let projection: Projection

  /// Encodes a geometry for a layer of a shape; `nil` where it is of another.
  ///
  /// Positions are taken with the seven decimals of a degree that GeoJSON has, so that a place is the same in
  /// either file.
  init?(
    _ geometry: Geometry,
    as shape: GeoPackageLayer.Shape,
    projection: Projection
  ) throws(ReferenceSystemError) {
    self.projection = projection
    var body = GeoPackageGeometry(projection)
    switch (shape, geometry) {
    case (.point, .point(let coordinate)): try body.point(coordinate)
    case (.lines, .lineString(let line)): try body.lines([line])
    case (.lines, .multiLineString(let lines)): try body.lines(lines.lines)
    case (.areas, .polygon(let polygon)): try body.areas([polygon])
    case (.areas, .multiPolygon(let polygons)): try body.areas(polygons.polygons)
    default: return nil
    }
    envelope = body.envelope
    bytes.reserveCapacity(body.bytes.count + 40)
    bytes += "GP".utf8
    // A point is its own envelope; without positions there is none.
    let hasEnvelope = shape != .point && envelope != nil
    let (littleEndian, withEnvelope, empty): (UInt8, UInt8, UInt8) = (1, 1 << 1, 1 << 4)
    bytes += [0, littleEndian | (hasEnvelope ? withEnvelope : 0) | (envelope == nil ? empty : 0)]
    append(UInt32(bitPattern: Int32(clamping: projection.target.code)))
    if hasEnvelope, let envelope {
      for value in [envelope.minimum.x, envelope.maximum.x, envelope.minimum.y, envelope.maximum.y] {
        append(value)
      }
    }
    headerLength = bytes.count
    bytes += body.bytes
  }

  private init(_ projection: Projection) {
    self.projection = projection
  }

  private mutating func point(_ coordinate: Coordinate) throws(ReferenceSystemError) {
    begin(Code.point)
    try positions([coordinate])
  }

  private mutating func lines(_ lines: [LineString]) throws(ReferenceSystemError) {
    begin(Code.multiLineString)
    append(count: lines.count)
    for line in lines {
      begin(Code.lineString)
      append(count: line.coordinates.count)
      try positions(line.coordinates)
    }
  }

  private mutating func areas(_ polygons: [Polygon]) throws(ReferenceSystemError) {
    begin(Code.multiPolygon)
    append(count: polygons.count)
    for polygon in polygons {
      begin(Code.polygon)
      append(count: polygon.rings.count)
      for ring in polygon.rings {
        append(count: ring.coordinates.count)
        try positions(ring.coordinates)
      }
    }
  }

  private mutating func positions(_ coordinates: [Coordinate]) throws(ReferenceSystemError) {
    for position in try projection.positions(of: coordinates.map(\.roundedAsWritten)) {
      append(position.x)
      append(position.y)
      if envelope == nil { envelope = Envelope(position) } else { envelope?.include(position) }
    }
  }

  private mutating func begin(_ code: UInt32) {
    bytes.append(1)
    append(code)
  }

  private mutating func append(count: Int) { append(UInt32(clamping: count)) }

  private mutating func append(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func append(_ value: Double) {
    withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

extension Coordinate {
  /// The coordinate with the decimals that ``FeatureCollectionWriter`` writes.
  fileprivate var roundedAsWritten: Coordinate {
    let scale = 1e7
    let rounded = Coordinate(
      longitude: (longitude * scale).rounded(.toNearestOrAwayFromZero) / scale,
      latitude: (latitude * scale).rounded(.toNearestOrAwayFromZero) / scale
    )
    return rounded ?? self
  }
}
