/// Any JSON value, for properties whose shape is not known beforehand.
public enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number written without point and exponent that fits an `Int`.
  case integer(Int)
  /// Any other number.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The text of a string, else `nil`.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A number of either kind, else `nil`.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  /// A whole number, else `nil`.
  public var int: Int? {
    if case .integer(let value) = self { value } else { nil }
  }
}
