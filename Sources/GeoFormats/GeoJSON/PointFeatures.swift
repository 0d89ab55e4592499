package import Geo

/// Walks over the features in a piece of a collection, as far as points and single properties go.
package struct PointFeatures {
  /// A feature, by where its parts stand in the piece.
  package struct Feature {
    package var range = 0..<0
    package var geometry = PointGeometry.missing
    /// The value of “properties”, an object or null; `nil` where there is none.
    package var properties: Range<Int>?
    /// Whether the properties are an object, and whether that has members.
    package var propertiesAreObject = false
    package var hasProperties = false
    /// The value of the property that was asked for: a string's text, or a number's or another's as it is written.
    package var value: [UInt8]?
    /// Whether that value is written as a string.
    package var isString = false
  }

  package enum PointGeometry {
    case point(Coordinate)
    /// Null, or not there.
    case missing
    /// Anything else, with what is wrong.
    case unusable(InputError)
  }

  private var reader: JSONReader
  /// What the reader's offsets are ahead of the piece's.
  private let shift: Int
  private let property: String?
  private var hasBegun = false
  private var isOver = false
  /// How many line breaks the piece holds.
  package let lineBreaks: Int
  /// From the bracket on that closes the array, where it is in the piece.
  package let tail: [UInt8]

  /// - Parameters:
  ///   - piece: Whole features with what is between them.
  ///   - property: The name of the property that is wanted.
  ///   - file: The name to print in errors, whose lines count from the piece's first.
  package init(
    _ piece: UnsafeBufferPointer<UInt8>,
    property: String?,
    file: String
  ) throws(InputError) {
    let end = FeatureOutline.endOfFeatures(in: piece) ?? piece.count
    tail = Array(piece[end...])
    var features = piece[..<end]
    func isBetween(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ",") }
    // Commas before and after belong to the features of other pieces.
    while let first = features.first, isBetween(first) { features.removeFirst() }
    while let last = features.last, isBetween(last) { features.removeLast() }
    var text: [UInt8] = []
    text.reserveCapacity(end + 2)
    // Lines are kept, so that errors name the right ones.
    text.append(contentsOf: piece[..<features.startIndex].map { isBetween($0) && $0 != 0x2C ? $0 : 0x20 })
    text.append(UInt8(ascii: "["))
    text.append(contentsOf: features)
    text.append(UInt8(ascii: "]"))
    reader = try JSONReader(text, file: file)
    shift = 1
    self.property = property
    lineBreaks = piece.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  /// The next feature; `nil` after the last.
  ///
  /// - Throws: Where the text is no JSON, or no object.
  package mutating func next() throws(InputError) -> Feature? {
    guard !isOver else { return nil }
    if !hasBegun {
      hasBegun = true
      try reader.beginArray()
    }
    guard try reader.nextElement() else {
      isOver = true
      try reader.finish()
      return nil
    }
    var feature = Feature()
    let start = reader.startOfNext()
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "geometry":
        var ahead = reader
        try reader.skipValue()
        feature.geometry = Self.geometry(&ahead)
      case "properties":
        try readProperties(&feature)
      default:
        try reader.skipValue()
      }
    }
    feature.range = start - shift..<reader.offset - shift
    return feature
  }

  private mutating func readProperties(_ feature: inout Feature) throws(InputError) {
    let start = reader.startOfNext()
    guard try reader.peek() == .object else {
      try reader.skipValue()
      feature.properties = start - shift..<reader.offset - shift
      return
    }
    feature.propertiesAreObject = true
    try reader.beginObject()
    while let key = try reader.nextKey() {
      feature.hasProperties = true
      guard key == property, feature.value == nil else {
        try reader.skipValue()
        continue
      }
      switch try reader.peek() {
      case .string:
        feature.value = Array(try reader.stringBytes())
        feature.isString = true
      case .null:
        try reader.null()
      default:
        feature.value = Array(reader.bytes[try reader.rawValue()])
      }
    }
    feature.properties = start - shift..<reader.offset - shift
  }

  /// The text of a feature.
  package func text(of feature: Feature) -> ArraySlice<UInt8> {
    reader.bytes[feature.range.lowerBound + shift..<feature.range.upperBound + shift]
  }

  /// Where a feature begins. The line counts from the piece's first.
  package func location(of feature: Feature) -> InputLocation {
    reader.location(at: feature.range.lowerBound + shift)
  }

  private static func geometry(_ reader: inout JSONReader) -> PointGeometry {
    do {
      if try reader.nextIsNull() { return .missing }
      let location = reader.location()
      var geometry = GeoJSONReader(json: reader)
      switch try geometry.geometry() {
      case .point(let coordinate): return .point(coordinate)
      case .multiPoint(let points) where points.count == 1: return .point(points[0])
      default:
        return .unusable(
          InputError(location: location, observed: "a geometry that is no point", expected: "a Point")
        )
      }
    } catch {
      return .unusable(error)
    }
  }

  /// The names of the properties of the first feature; none where there is none in the bytes.
  package static func firstPropertyNames(
    in bytes: UnsafeBufferPointer<UInt8>,
    file: String
  ) throws(InputError) -> [String] {
    guard let end = FeatureOutline.endOfFirstFeature(in: bytes) else { return [] }
    var reader = try JSONReader(Array(bytes[..<end]), file: file)
    var names: [String] = []
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard key == "properties", try reader.peek() == .object else {
        try reader.skipValue()
        continue
      }
      try reader.beginObject()
      while let name = try reader.nextKey() {
        names.append(name)
        try reader.skipValue()
      }
    }
    return names
  }
}
