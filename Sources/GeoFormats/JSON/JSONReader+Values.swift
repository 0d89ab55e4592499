extension JSONReader {
  /// A string's text.
  public mutating func string() throws(InputError) -> String {
    _ = try startOfValue(expected: "a string")
    let text = try stringText(expected: "a string")
    expectation = .next
    return text
  }

  /// A string's text in UTF-8: a part of the input where it has no escapes, which costs no copy.
  public mutating func stringBytes() throws(InputError) -> ArraySlice<UInt8> {
    _ = try startOfValue(expected: "a string")
    let text = try stringBody(expected: "a string")
    expectation = .next
    return text
  }

  /// A number, correctly rounded.
  ///
  /// - Throws: Also where the number is beyond the largest `Double`.
  public mutating func double() throws(InputError) -> Double {
    let start = try startOfNumber(expected: "a number")
    var end = start
    let value = bytes.withUnsafeBufferPointer { bytes in
      let number = DecimalNumber(scanning: bytes, from: start, to: bytes.count)
      end = number.end
      return number.isJSON ? number.value(in: bytes) : .nan
    }
    guard value.isFinite else {
      if value.isInfinite {
        throw InputError(
          location: location(at: start),
          found: String(decoding: bytes[start..<end], as: UTF8.self),
          expected: "a number that is not beyond all measure"
        )
      }
      throw malformedNumber(at: start)
    }
    offset = end
    expectation = .next
    return value
  }

  /// A whole number, written without point and exponent.
  public mutating func integer() throws(InputError) -> Int {
    let start = try startOfNumber(expected: "a whole number")
    let number = bytes.withUnsafeBufferPointer { bytes in
      DecimalNumber(scanning: bytes, from: start, to: bytes.count)
    }
    guard number.isJSON else { throw malformedNumber(at: start) }
    guard let value = number.integer else {
      throw InputError(
        location: location(at: start),
        found: String(decoding: bytes[start..<number.end], as: UTF8.self),
        expected: "a whole number from \(Int.min) to \(Int.max)"
      )
    }
    offset = number.end
    expectation = .next
    return value
  }

  /// `true` or `false`.
  public mutating func bool() throws(InputError) -> Bool {
    switch try startOfValue(expected: "true or false") {
    case UInt8(ascii: "t"):
      try literal("true", expected: "true or false")
      return true
    case UInt8(ascii: "f"):
      try literal("false", expected: "true or false")
      return false
    default:
      throw error(expected: "true or false")
    }
  }

  /// `null`.
  public mutating func null() throws(InputError) {
    _ = try startOfValue(expected: "null")
    try literal("null", expected: "null")
  }

  /// Passes a `null`, or leaves anything else unread and gives `false`.
  public mutating func nextIsNull() throws(InputError) -> Bool {
    guard try startOfValue(expected: "a value") == UInt8(ascii: "n") else { return false }
    try literal("null", expected: "null")
    return true
  }

  /// Passes one value of any kind, checking its grammar as strictly as if it were read; only the size of
  /// numbers is not looked at.
  public mutating func skipValue() throws(InputError) {
    // Whether each object or array that was opened here is an object.
    var open: [Bool] = []
    while true {
      switch try peek() {
      case .object:
        try beginObject()
        open.append(true)
      case .array:
        try beginArray()
        open.append(false)
      case .string:
        try skipStringBody()
        expectation = .next
      case .number:
        try skipNumber()
      case .bool:
        _ = try bool()
      case .null:
        try null()
      }
      // On to the next value that is due, leaving whatever ends on the way.
      while true {
        guard let isObject = open.last else { return }
        if try isObject ? skipKey() : nextElement() { break }
        open.removeLast()
      }
    }
  }

  /// Passes one value of any kind and gives its place in ``bytes``, without the space around it.
  public mutating func rawValue() throws(InputError) -> Range<Int> {
    _ = try startOfValue(expected: "a value")
    let start = offset
    try skipValue()
    return start..<offset
  }

  /// One value of any kind.
  public mutating func value() throws(InputError) -> JSONValue {
    // The objects and arrays that are being filled, outermost first.
    var open: [Container] = []
    while true {
      var value: JSONValue
      switch try peek() {
      case .object:
        try beginObject()
        open.append(.object(JSONObject(), key: ""))
        value = .null
      case .array:
        try beginArray()
        open.append(.array([]))
        value = .null
      case .string: value = .string(try string())
      case .number: value = try number()
      case .bool: value = .bool(try bool())
      case .null:
        try null()
        value = .null
      }
      var isOpening = if case .first = expectation { true } else { false }
      // Hand the finished value to what it stands in; finish whatever ends with it.
      while true {
        guard let last = open.indices.last else { return value }
        if !isOpening { open[last].append(value) }
        isOpening = false
        if case .object = open[last] {
          if let key = try nextKey() {
            open[last].setKey(key)
            break
          }
        } else if try nextElement() {
          break
        }
        value = open.removeLast().value
      }
    }
  }

  private enum Container {
    case array([JSONValue])
    case object(JSONObject, key: String)

    mutating func append(_ value: JSONValue) {
      switch consume self {
      case .array(var elements):
        elements.append(value)
        self = .array(elements)
      case .object(var object, let key):
        object.append(key, value)
        self = .object(object, key: key)
      }
    }

    mutating func setKey(_ key: String) {
      switch consume self {
      case .array(let elements): self = .array(elements)
      case .object(let object, _): self = .object(object, key: key)
      }
    }

    var value: JSONValue {
      switch self {
      case .array(let elements): .array(elements)
      case .object(let object, _): .object(object)
      }
    }
  }

  private mutating func number() throws(InputError) -> JSONValue {
    let start = try startOfNumber(expected: "a number")
    let number = bytes.withUnsafeBufferPointer { bytes in
      DecimalNumber(scanning: bytes, from: start, to: bytes.count)
    }
    if number.isJSON, let integer = number.integer {
      offset = number.end
      expectation = .next
      return .integer(integer)
    }
    return .number(try double())
  }
}
