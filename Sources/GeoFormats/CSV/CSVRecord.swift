/// One record of a table: where its fields stand in the shared bytes.
@usableFromInline
struct CSVRecord: Sendable {
  let source: CSVSource
  let fields: [CSVField]
  let start: Int
  let end: Int
  @usableFromInline let line: Int

  @usableFromInline
  func text(at position: Int) -> String {
    guard fields.indices.contains(position) else { return "" }
    let field = fields[position]
    if field.quoting == .quotedWithDoubles {
      return String(decoding: undoubled(field), as: UTF8.self)
    }
    return String(decoding: source.bytes[field.start..<field.end], as: UTF8.self)
  }

  @usableFromInline
  func isEmpty(at position: Int) -> Bool {
    guard fields.indices.contains(position) else { return true }
    return fields[position].start == fields[position].end
  }

  @usableFromInline
  func withBytes<Result, Failure: Error>(
    at position: Int,
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard fields.indices.contains(position) else {
      return try body(UnsafeBufferPointer(start: nil, count: 0))
    }
    let field = fields[position]
    if field.quoting == .quotedWithDoubles {
      return try undoubled(field).withUnsafeBufferPointer(body)
    }
    return try source.bytes.withUnsafeBufferPointer { all throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[field.start..<field.end]))
    }
  }

  @usableFromInline
  func double(
    at position: Int,
    in range: ClosedRange<Double>?,
    as what: String
  ) throws(InputError) -> Double {
    if fields.indices.contains(position) {
      let field = fields[position]
      let value = source.bytes.withUnsafeBufferPointer { bytes in
        let number = DecimalNumber(scanning: bytes, from: field.start, to: field.end)
        guard number.end == field.end, number.isPlain else { return Double.nan }
        return number.value(in: bytes)
      }
      if value.isFinite, range?.contains(value) ?? true { return value }
    }
    throw numberError(at: position, expected: Self.phrase(what, range))
  }

  @usableFromInline
  func integer(at position: Int, in range: ClosedRange<Int>?, as what: String) throws(InputError) -> Int {
    if fields.indices.contains(position) {
      let field = fields[position]
      let value = source.bytes.withUnsafeBufferPointer { bytes in
        let number = DecimalNumber(scanning: bytes, from: field.start, to: field.end)
        return number.end == field.end ? number.integer : nil
      }
      if let value, range?.contains(value) ?? true { return value }
    }
    var expected = what
    if let range { expected += " from \(range.lowerBound) to \(range.upperBound)" }
    throw numberError(at: position, expected: expected)
  }

  private func numberError(at position: Int, expected: String) -> InputError {
    let text = text(at: position)
    var hint: String?
    if text.first == " " || text.last == " " {
      hint = "take out the spaces around it"
    } else if text.contains(","), !text.contains(".") {
      hint = "decimals stand after a point, not a comma"
    }
    return error(at: position, expected: expected, hint: hint)
  }

  private static func phrase(_ what: String, _ range: ClosedRange<Double>?) -> String {
    guard let range else { return what }
    var bounds: [UInt8] = []
    DecimalText.append(range.lowerBound, decimals: 7, to: &bounds)
    bounds.append(contentsOf: " to ".utf8)
    DecimalText.append(range.upperBound, decimals: 7, to: &bounds)
    return what + " from " + String(decoding: bounds, as: UTF8.self)
  }

  @usableFromInline
  func error(at position: Int, expected: String, hint: String? = nil) -> InputError {
    InputError(
      location: location(at: position),
      found: text(at: position),
      expected: expected,
      hint: hint
    )
  }

  /// What is to be said where the record is none.
  func error(_ fault: CSVGrammar.Fault) -> InputError {
    let message = fault.message
    let location = location(ofOffset: message.offset)
    if let observed = message.observed {
      return InputError(
        location: location,
        observed: observed,
        expected: message.expected,
        hint: message.hint
      )
    }
    return InputError(
      location: location,
      found: scalar(at: message.offset),
      expected: message.expected,
      hint: message.hint
    )
  }

  /// Where a field begins; for a column that the table leaves out, the line as a whole.
  @usableFromInline
  func location(at position: Int) -> InputLocation {
    guard fields.indices.contains(position) else { return InputLocation(file: source.file, line: line) }
    return location(ofOffset: fields[position].outerStart)
  }

  /// - Complexity: O(length of the record).
  func location(ofOffset offset: Int) -> InputLocation {
    var place = TextPosition(startingAt: start)
    place.advance(to: offset, in: source.bytes)
    return InputLocation(file: source.file, line: line + place.line - 1, column: place.column)
  }

  /// The whole character at an offset, for a message.
  func scalar(at offset: Int) -> String {
    let rest = source.bytes[offset..<min(offset + 4, source.bytes.count)]
    return String(decoding: rest, as: UTF8.self).unicodeScalars.first.map { String($0) } ?? ""
  }

  private func undoubled(_ field: CSVField) -> [UInt8] {
    source.bytes.withUnsafeBufferPointer { CSVField.content(of: field, in: $0) }
  }
}
