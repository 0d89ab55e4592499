/// Walks over the features of a GeoJSON collection one by one, in memory that does not grow with the file, only
/// with the largest feature.
///
/// The members of the collection may stand in any order. Those beside the features are read as far as they
/// matter: the type has to be right, and no reference system but WGS 84 may be named.
struct FeatureStream {
  /// What a feature's text stands in: the collection and its array.
  static let depth = 2

  private enum Place {
    case beforeCollection
    case members(isFirst: Bool)
    case features(isFirst: Bool)
    case over
  }

  private let input: StoredInput
  private let window: InputWindow
  /// The next byte, as a place in the window.
  private var next = 0
  private var place = Place.beforeCollection
  private(set) var hasType = false
  private var hasFeatures = false

  init(_ input: StoredInput, windowSize: Int = InputWindow.usualSize) {
    self.input = input
    window = InputWindow(on: input, size: windowSize)
  }

  /// Begins among the features.
  ///
  /// - Parameters:
  ///   - offset: Where in the file a feature begins.
  ///   - hasType: Whether the collection's type came before its features.
  init(_ input: StoredInput, from offset: Int, hasType: Bool, windowSize: Int) {
    self.input = input
    self.hasType = hasType
    hasFeatures = true
    place = .features(isFirst: true)
    window = InputWindow(on: input, at: offset, size: windowSize)
  }

  /// Moves to the next feature and gives its place in the file; `nil` after the last feature. Follow it with
  /// ``read(_:into:)``.
  @inline(__always)
  mutating func startOfNext() throws(InputError) -> Int? {
    try moveToFeature() ? window.offset + next : nil
  }

  /// Reads the feature that ``startOfNext()`` moved to.
  @inline(__always)
  mutating func read(
    _ plan: JSONCursor.FeaturePlan,
    into record: inout FeatureRecord
  ) throws(InputError) {
    let (isRead, range) = try value { (cursor) throws(JSONFault) in
      let start = cursor
      do throws(JSONFault) {
        try cursor.read(plan, into: &record)
        return true
      } catch {
        // Sound JSON all the same, or not?
        cursor = start
        try cursor.skipValue(depth: Self.depth)
        return false
      }
    }
    if !isRead { record = try unusualFeature(in: range, fields: plan.fields) }
  }

  /// Reads a feature in which something is unusual or wrong.
  @inline(never)
  private func unusualFeature(
    in range: Range<Int>,
    fields: FeatureFields
  ) throws(InputError) -> FeatureRecord {
    let bytes = Array(window.bytes[(range.lowerBound - window.offset)..<(range.upperBound - window.offset)])
    do throws(InputError) {
      var reader = GeoJSONReader(json: try JSONReader(bytes, file: input.path, depth: Self.depth))
      return FeatureRecord(try reader.feature(hasGeometry: fields.hasGeometry), fields: fields)
    } catch {
      throw try moved(error, to: range.lowerBound)
    }
  }

  /// Reads the next feature.
  ///
  /// - Parameter read: Passes one value, which may be no feature. It may be called several times on the same
  ///   feature, with more of it each time.
  /// - Returns: What was read, and where in the file it stands; `nil` after the last feature.
  /// - Throws: Where the file is no JSON or no collection of features.
  @inline(__always)
  mutating func next<Value>(
    _ read: (inout JSONCursor) throws(JSONFault) -> Value
  ) throws(InputError) -> (value: Value, range: Range<Int>)? {
    guard try moveToFeature() else { return nil }
    return try value(read)
  }

  /// Where an offset in the file stands in lines and columns.
  ///
  /// - Complexity: O(*n*); reads the file again up to there.
  func location(at offset: Int) throws(InputError) -> InputLocation {
    try input.locations(at: [offset]).first ?? InputLocation(file: input.path)
  }

  // MARK: Grammar

  /// Moves to the next feature, over whatever stands between; `false` at the end of the file.
  private mutating func moveToFeature() throws(InputError) -> Bool {
    while true {
      switch place {
      case .features(let isFirst):
        if try nextItem(isFirst: isFirst, end: "]") {
          place = .features(isFirst: false)
          return true
        }
        place = .members(isFirst: false)
      case .beforeCollection:
        try passByteOrderMark()
        guard try byte() == UInt8(ascii: "{") else { throw try error(expected: "an object") }
        next += 1
        place = .members(isFirst: true)
      case .members(let isFirst):
        guard try nextItem(isFirst: isFirst, end: "}") else {
          try finish()
          return false
        }
        place = .members(isFirst: false)
        try member()
      case .over:
        return false
      }
    }
  }

  /// Reads a member of the collection, or enters its features.
  private mutating func member() throws(InputError) {
    guard try byte() == UInt8(ascii: "\"") else { throw try error(expected: "a name in quotation marks") }
    let start = window.offset + next
    let (name, _) = try value { (cursor) throws(JSONFault) in try cursor.text() }
    guard try byte() == UInt8(ascii: ":") else { throw try error(expected: "a colon after the name") }
    next += 1
    _ = try byte()
    switch name {
    case Array("type".utf8):
      guard !hasType else { throw try error(at: start, expected: "“type” once") }
      let (type, range) = try value { (cursor) throws(JSONFault) in try cursor.digest(depth: 1) }
      guard type == Self.collectionType else {
        throw try error(at: range.lowerBound, expected: "the type “FeatureCollection”")
      }
      hasType = true
    case Array("features".utf8):
      guard !hasFeatures else { throw try error(at: start, expected: "“features” once") }
      guard try byte() == UInt8(ascii: "[") else { throw try error(expected: "an array") }
      next += 1
      hasFeatures = true
      place = .features(isFirst: true)
    default:
      let (_, range) = try value { (cursor) throws(JSONFault) in try cursor.digest(depth: 1) }
      if name == Array("crs".utf8) { try checkReferenceSystem(range) }
    }
  }

  private static let collectionType = ValueDigest(text: "FeatureCollection")

  private func checkReferenceSystem(_ range: Range<Int>) throws(InputError) {
    let bytes = try input.bytes(in: range)
    do throws(InputError) {
      var reader = GeoJSONReader(json: try JSONReader(bytes, file: input.path))
      try reader.checkReferenceSystem()
    } catch {
      throw try moved(error, to: range.lowerBound)
    }
  }

  private mutating func finish() throws(InputError) {
    _ = try byte()
    guard window.isAtEnd, next == window.count else { throw try error(expected: "the end of the file") }
    for (name, isThere) in [("type", hasType), ("features", hasFeatures)] where !isThere {
      throw InputError(
        location: try location(at: 0),
        observed: "a FeatureCollection without “\(name)”",
        expected: "one as RFC 7946 has it"
      )
    }
    place = .over
  }

  /// Moves to the next member or element, past the comma; `false` at the closing bracket, which is passed.
  @inline(__always)
  private mutating func nextItem(isFirst: Bool, end: Unicode.Scalar) throws(InputError) -> Bool {
    let bracket = UInt8(truncatingIfNeeded: end.value)
    let found = try byte()
    if isFirst {
      if found != bracket { return true }
    } else if found == UInt8(ascii: ",") {
      next += 1
      if try byte() != bracket { return true }
      throw try error(expected: end == "]" ? "a value after the comma" : "a name after the comma")
    } else if found != bracket {
      throw try error(expected: "a comma or \(end)")
    }
    next += 1
    return false
  }

  // MARK: Bytes

  /// Passes any space and gives the byte that follows, which stays; 0 at the end of the file.
  @inline(__always)
  private mutating func byte() throws(InputError) -> UInt8 {
    while true {
      var cursor = window.cursor(at: next)
      cursor.skipSpace()
      next = cursor.offset
      if !cursor.isAtEnd { return cursor.byte }
      if window.isAtEnd { return 0 }
      try readOn()
    }
  }

  private mutating func passByteOrderMark() throws(InputError) {
    let mark = UTF8Check.byteOrderMark
    while window.count < mark.count, !window.isAtEnd { try readOn() }
    if window.bytes.starts(with: mark) { next = mark.count }
  }

  private mutating func readOn() throws(InputError) {
    try window.readOn(keepingFrom: next)
    next = 0
  }

  /// Reads one value, as often as it takes to have all of it in the window.
  @inline(__always)
  private mutating func value<Value>(
    _ read: (inout JSONCursor) throws(JSONFault) -> Value
  ) throws(InputError) -> (value: Value, range: Range<Int>) {
    while true {
      var cursor = window.cursor(at: next)
      do throws(JSONFault) {
        let value = try read(&cursor)
        // At the very end of the window a number might go on.
        if !cursor.isAtEnd || window.isAtEnd {
          let start = window.offset + next
          next = cursor.offset
          return (value, start..<(window.offset + next))
        }
      } catch {
        // An escape, the longest thing that is looked at as a whole, may break off at the end of the window.
        if window.isAtEnd || cursor.offset + 16 < window.count { throw try faultOfValue() }
      }
      try readOn()
    }
  }

  // MARK: Errors

  /// What is wrong with the value that comes next, which could not be read.
  private func faultOfValue() throws(InputError) -> InputError {
    let start = window.offset + next
    do throws(InputError) {
      var reader = try JSONReader(wholeScalars(from: next), file: input.path, depth: Self.depth)
      _ = try reader.value()
    } catch {
      return try moved(error, to: start)
    }
    return InputError(
      location: try location(at: start),
      observed: "something unreadable",
      expected: "a value"
    )
  }

  private mutating func error(expected: String) throws(InputError) -> InputError {
    _ = try byte()
    return try error(at: window.offset + next, expected: expected)
  }

  private func error(at offset: Int, expected: String) throws(InputError) -> InputError {
    let bytes = try input.bytes(in: offset..<(offset + 256))
    do throws(InputError) {
      // Enough for the word that is found there.
      return try moved(JSONReader(bytes, file: input.path).error(at: 0, expected: expected), to: offset)
    } catch {
      return try moved(error, to: offset)
    }
  }

  /// The window from a place on, without a character that it cuts in two at its end.
  private func wholeScalars(from place: Int) -> [UInt8] {
    var bytes = Array(window.bytes[place...])
    guard !window.isAtEnd else { return bytes }
    while let last = bytes.last, last >= 0x80 { bytes.removeLast() }
    return bytes
  }

  /// An error about bytes read on their own, at its place in the file.
  private func moved(_ error: InputError, to offset: Int) throws(InputError) -> InputError {
    var error = error
    error.location = error.location.moved(to: try location(at: offset))
    return error
  }
}
