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
    package var value: ArraySlice<UInt8>?
    /// Whether that value is written as a string.
    package var isString = false
    /// Where a geometry stands that is no plain point.
    fileprivate var geometryText = 0..<0
  }

  package enum PointGeometry {
    case point(Coordinate)
    /// Null, or not there.
    case missing
    /// Anything else; ``PointFeatures/geometryProblem(of:)`` says what is wrong.
    case unusable
  }

  /// The piece, followed by what a ``JSONCursor`` needs.
  private let text: [UInt8]
  private let count: Int
  private let property: [UInt8]?
  private let file: String
  /// Where the next feature is looked for.
  private var offset: Int
  private var isOver = false
  /// How many line breaks the piece holds.
  package let lineBreaks: Int
  /// From the bracket on that closes the array, where it has been come to.
  package private(set) var tail: [UInt8] = []

  /// - Parameters:
  ///   - piece: Whole features with what is between them.
  ///   - property: The name of the property that is wanted.
  ///   - file: The name to print in errors, whose lines count from the piece's first.
  package init(_ piece: UnsafeBufferPointer<UInt8>, property: String?, file: String) {
    count = piece.count
    var text: [UInt8] = []
    text.reserveCapacity(piece.count + JSONCursor.padding)
    text.append(contentsOf: piece)
    text.append(contentsOf: repeatElement(0, count: JSONCursor.padding))
    self.text = text
    self.property = property.map { Array($0.utf8) }
    self.file = file
    // A comma at the beginning belongs to the features of the piece before.
    offset = piece.firstIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") } ?? piece.count
    var lineBreaks = 0
    for byte in piece where byte == UInt8(ascii: "\n") { lineBreaks &+= 1 }
    self.lineBreaks = lineBreaks
  }

  /// The next feature; `nil` after the last.
  ///
  /// - Throws: Where the text is no JSON, or no object.
  package mutating func next() throws(InputError) -> Feature? {
    guard !isOver else { return nil }
    do throws(JSONFault) {
      return try withCursor(at: offset) { (features, cursor) throws(JSONFault) in
        try features.next(&cursor)
      }
    } catch {
      throw fault()
    }
  }

  private mutating func withCursor<Value>(
    at offset: Int,
    _ body: (inout PointFeatures, inout JSONCursor) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value {
    let (text, count) = (text, count)
    return try text.withUnsafeBufferPointer { (bytes) throws(JSONFault) in
      // The padding alone makes it longer than nothing.
      guard let start = bytes.baseAddress else { throw JSONFault() }
      var cursor = JSONCursor(start, count: count, at: offset)
      return try body(&self, &cursor)
    }
  }

  private mutating func next(_ cursor: inout JSONCursor) throws(JSONFault) -> Feature? {
    cursor.skipSpace()
    if cursor.isAtEnd || cursor.byte == UInt8(ascii: "]") {
      tail = Array(text[cursor.offset..<count])
      isOver = true
      return nil
    }
    var feature = Feature()
    let start = cursor.offset
    try cursor.members(depth: FeatureStream.depth) { (cursor, name) throws(JSONFault) in
      if name.isName(Self.geometryName) {
        feature.geometry = try geometry(&cursor, &feature)
      } else if name.isName(Self.propertiesName) {
        try readProperties(&cursor, &feature)
      } else {
        try cursor.skipValue(depth: FeatureStream.depth + 1)
      }
    }
    feature.range = start..<cursor.offset
    // The comma behind the last feature of a piece stands before the next piece.
    if cursor.pass(",") {
      cursor.skipSpace()
      if cursor.byte == UInt8(ascii: "]") { throw JSONFault() }
    } else if !cursor.isAtEnd, cursor.byte != UInt8(ascii: "]") {
      throw JSONFault()
    }
    offset = cursor.offset
    return feature
  }

  private static let geometryName = Array("geometry".utf8)
  private static let propertiesName = Array("properties".utf8)

  private func readProperties(
    _ cursor: inout JSONCursor,
    _ feature: inout Feature
  ) throws(JSONFault) {
    let depth = FeatureStream.depth + 1
    cursor.skipSpace()
    let start = cursor.offset
    feature.propertiesAreObject = cursor.byte == UInt8(ascii: "{")
    if feature.propertiesAreObject {
      try cursor.members(depth: depth) { (cursor, name) throws(JSONFault) in
        feature.hasProperties = true
        guard let property, feature.value == nil, name.isName(property) else {
          return try cursor.skipValue(depth: depth + 1)
        }
        cursor.skipSpace()
        let start = cursor.offset
        switch cursor.byte {
        case UInt8(ascii: "\""):
          feature.isString = true
          if try !cursor.skipText() {
            feature.value = text[(start + 1)..<(cursor.offset - 1)]
          } else {
            var reader = JSONCursor(cursor, at: start)
            feature.value = try reader.text()[...]
          }
        case UInt8(ascii: "n"): try cursor.skipValue(depth: depth + 1)
        default:
          try cursor.skipValue(depth: depth + 1)
          feature.value = text[start..<cursor.offset]
        }
      }
    } else {
      try cursor.skipValue(depth: depth)
    }
    feature.properties = start..<cursor.offset
  }

  private func geometry(
    _ cursor: inout JSONCursor,
    _ feature: inout Feature
  ) throws(JSONFault) -> PointGeometry {
    let depth = FeatureStream.depth + 1
    cursor.skipSpace()
    let start = cursor
    do throws(JSONFault) {
      if case .point(let point)? = try cursor.geometry(depth: depth) { return .point(point) }
    } catch {}
    // No point; or one with its coordinates before its type, or alone among many, or wrong in some way.
    cursor = start
    try cursor.skipValue(depth: depth)
    feature.geometryText = start.offset..<cursor.offset
    if start.byte == UInt8(ascii: "n") { return .missing }
    if case .success(let point) = point(in: feature.geometryText) { return .point(point) }
    return .unusable
  }

  /// The point that a geometry is, or what is wrong with it.
  private func point(in range: Range<Int>) -> Result<Coordinate, InputError> {
    do throws(InputError) {
      var reader = GeoJSONReader(json: try JSONReader(Array(text[range]), file: file))
      switch try reader.geometry() {
      case .point(let point): return .success(point)
      case .multiPoint(let points) where points.count == 1: return .success(points[0])
      default:
        return .failure(
          InputError(
            location: InputLocation(file: file, line: 1, column: 1),
            observed: "a geometry that is no point",
            expected: "a Point"
          )
        )
      }
    } catch {
      return .failure(error)
    }
  }

  /// What is wrong with a geometry that is ``PointGeometry/unusable``.
  package func geometryProblem(of feature: Feature) -> InputError {
    guard case .failure(var error) = point(in: feature.geometryText) else { return fault() }
    error.location = error.location.moved(to: location(at: feature.geometryText.lowerBound))
    return error
  }

  /// What is wrong with the text of the piece.
  private func fault() -> InputError {
    // Commas at the beginning belong to the features of other pieces; lines are kept.
    let start = text[..<count].firstIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") } ?? count
    let between = text[..<start].map { $0 == UInt8(ascii: ",") ? UInt8(ascii: " ") : $0 }
    do throws(InputError) {
      let array = between + [UInt8(ascii: "[")] + text[start..<count] + [UInt8(ascii: "]")]
      var reader = try JSONReader(array, file: file)
      try reader.beginArray()
      while try reader.nextElement() {
        guard try reader.peek() == .object else { throw reader.error(expected: "an object") }
        try reader.skipValue()
      }
    } catch {
      return error
    }
    return InputError(
      location: location(at: offset),
      observed: "something unreadable",
      expected: "a feature"
    )
  }

  /// The text of a feature.
  package func text(of feature: Feature) -> ArraySlice<UInt8> { text[feature.range] }

  /// Where a feature begins. The line counts from the piece's first.
  package func location(of feature: Feature) -> InputLocation { location(at: feature.range.lowerBound) }

  private func location(at offset: Int) -> InputLocation {
    var place = TextPosition(startingAt: 0)
    place.advance(to: offset, in: text)
    return place.location(in: file)
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

extension UnsafeBufferPointer<UInt8> {
  /// Whether a member's name, as it is spelt between its quotation marks, is this one.
  @inline(__always)
  fileprivate func isName(_ name: [UInt8]) -> Bool {
    if count == name.count, elementsEqual(name) { return true }
    guard contains(UInt8(ascii: "\\")) else { return false }
    var reader = try? JSONReader([UInt8(ascii: "\"")] + Array(self) + [UInt8(ascii: "\"")], file: "")
    return (try? reader?.stringBytes())?.elementsEqual(name) ?? false
  }
}
