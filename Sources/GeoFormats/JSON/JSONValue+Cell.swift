extension JSONValue {
  /// The value as the cell of a table: a text as it is, a null as nothing, anything else as JSON.
  public var cell: String {
    switch self {
    case .string(let text): return text
    case .null: return ""
    case .bool, .integer, .number, .array, .object:
      var json = JSONWriter()
      json.value(self)
      return String(decoding: json.bytes, as: UTF8.self)
    }
  }
}
