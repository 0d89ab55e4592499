/// The fields of a row of a table, valid as long as the ``CSVRows`` that they are of stay at it.
package struct CSVFields {
  /// The piece of the table.
  @usableFromInline package let bytes: UnsafeBufferPointer<UInt8>
  @usableFromInline let places: UnsafeMutableBufferPointer<CSVField>

  /// Makes room for fields, which whoever made it gives back.
  init(of bytes: UnsafeBufferPointer<UInt8>, count: Int) {
    self.bytes = bytes
    places = .allocate(capacity: count)
    places.initialize(repeating: CSVField(start: 0, end: 0, quoting: .none))
  }

  /// Where a field stands in ``bytes``, without its quotation marks; those inside may be doubled.
  @inlinable @inline(__always)
  package func range(of column: Int) -> Range<Int> {
    Range(uncheckedBounds: (places[column].start, places[column].end))
  }

  /// The bytes of a field, as ``range(of:)`` has them.
  @inlinable @inline(__always)
  package func text(of column: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[range(of: column)])
  }

  /// Whether quotation marks in a field are doubled, so that it is not what it says.
  package func hasDoubledQuotes(_ column: Int) -> Bool { places[column].quoting == .quotedWithDoubles }

  /// What a field says.
  package func content(_ column: Int) -> [UInt8] { CSVField.content(of: places[column], in: bytes) }

  /// The number in a field, spaces around it not counted; not-a-number where there is none.
  package func number(_ column: Int) -> Double {
    let field = places[column]
    var (start, end) = (field.start, field.end)
    while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
    while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return DecimalNumber.plainValue(bytes, from: start, to: end)
  }

  /// Whether a field is a number that can stand in JSON as it is.
  package func isJSONNumber(_ column: Int) -> Bool {
    let field = places[column]
    let number = DecimalNumber(scanning: bytes, from: field.start, to: field.end)
    return number.end == field.end && number.isJSON
  }

  /// Appends the position in two fields as the coordinates of a point: degrees with at most seven decimals, as
  /// ``FeatureCollectionWriter`` writes them.
  package static func append(longitude: Double, latitude: Double, to json: inout ByteBuffer) {
    json.append(UInt8(ascii: "["))
    json.append(longitude, decimals: FeatureCollectionWriter.decimals)
    json.append(UInt8(ascii: ","))
    json.append(latitude, decimals: FeatureCollectionWriter.decimals)
    json.append(UInt8(ascii: "]"))
  }

  /// Appends a field's text as a JSON string.
  package func appendText(_ column: Int, to json: inout ByteBuffer) {
    guard !hasDoubledQuotes(column) else {
      content(column).withUnsafeBufferPointer { JSONText.append($0, to: &json) }
      return
    }
    JSONText.append(text(of: column), to: &json)
  }

  /// Whether a field holds nothing but spaces.
  package func isEmpty(_ column: Int) -> Bool {
    bytes[range(of: column)].allSatisfy { $0 == UInt8(ascii: " ") }
  }
}
