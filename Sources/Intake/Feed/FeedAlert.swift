internal import Chronicle
internal import GeoFormats

/// One alert of a feed, its fields as text, whatever type they came in.
struct FeedAlert: Hashable, Sendable {
  let list: String
  private let texts: [FeedDescription.Field: String]
  /// In degrees, as typed; `nil` where missing or no number.
  let longitude: Double?
  let latitude: Double?

  /// Takes an alert's kept state apart.
  ///
  /// - Returns: `nil` for a row that is no object with properties.
  init?(state: [UInt8], description: FeedDescription) {
    guard var reader = try? JSONReader(state, file: ""), case .object(let row)? = try? reader.value(),
      case .object(let properties)? = row["properties"], let list = row["list"]?.string
    else { return nil }
    self.list = list
    var texts: [FeedDescription.Field: String] = [:]
    for (field, name) in description.fields {
      if let text = properties[name].flatMap(Self.text), !text.isEmpty { texts[field] = text }
    }
    self.texts = texts
    var pair: [Double] = []
    if case .object(let geometry)? = row["geometry"], case .array(let numbers)? = geometry["coordinates"] {
      pair = numbers.prefix(2).compactMap { Self.text($0).flatMap(Self.number) }
    }
    longitude = pair.count == 2 ? pair[0] : texts[.longitude].flatMap(Self.number)
    latitude = pair.count == 2 ? pair[1] : texts[.latitude].flatMap(Self.number)
  }

  /// A field's text without the space and the stray quotation marks around it; empty where there is none.
  subscript(field: FeedDescription.Field) -> String { texts[field] ?? "" }

  private static func text(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): trimmed(text)
    case .integer(let number): String(number)
    case .number(let number): number.description
    case .bool(let value): value ? "true" : "false"
    case .null, .array, .object: nil
    }
  }

  private static func trimmed(_ text: String) -> String {
    func isEdge(_ character: Character) -> Bool { character.isWhitespace || "\"'".contains(character) }
    guard let first = text.firstIndex(where: { !isEdge($0) }),
      let last = text.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(text[first...last])
  }

  /// A number with a point or a comma before its decimals.
  private static func number(_ text: String) -> Double? {
    let value = Double(text.replacing(",", with: ".", maxReplacements: 1))
    return value.flatMap { $0.isFinite ? $0 : nil }
  }
}
