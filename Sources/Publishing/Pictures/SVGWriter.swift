internal import GeoFormats

/// Writes SVG element by element. Text is text, never markup; numbers have one decimal at most.
struct SVGWriter {
  /// The value of an attribute.
  enum Value: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    case text(String)
    case number(Double)

    init(stringLiteral text: String) { self = .text(text) }
    init(floatLiteral number: Double) { self = .number(number) }
    init(integerLiteral number: Int) { self = .number(Double(number)) }
  }

  private(set) var bytes: [UInt8] = []

  /// Begins an element that others come into.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, Value> = [:]) {
    append("<\(name)")
    append(attributes)
    append(">\n")
  }

  mutating func close(_ name: String) { append("</\(name)>\n") }

  /// Writes a whole element.
  ///
  /// - Parameter title: What a reader is told who points at it.
  mutating func element(
    _ name: String,
    _ attributes: KeyValuePairs<String, Value>,
    content: String? = nil,
    title: String? = nil
  ) {
    append("<\(name)")
    append(attributes)
    guard content != nil || title != nil else { return append("/>\n") }
    append(">")
    if let title { append("<title>\(MarkupText.escaped(title))</title>") }
    if let content { append(MarkupText.escaped(content)) }
    append("</\(name)>\n")
  }

  /// Writes what was written before.
  mutating func append(_ written: SVGWriter) { bytes += written.bytes }

  private mutating func append(_ attributes: KeyValuePairs<String, Value>) {
    for (name, value) in attributes {
      switch value {
      case .text(let text): append(" \(name)=\"\(MarkupText.escaped(text))\"")
      case .number(let number):
        append(" \(name)=\"")
        DecimalText.append(number, decimals: 1, to: &bytes)
        append("\"")
      }
    }
  }

  private mutating func append(_ text: String) { bytes += text.utf8 }

  /// A number with so many decimals at most.
  static func text(_ number: Double, decimals: Int = 1) -> String {
    var bytes: [UInt8] = []
    DecimalText.append(number, decimals: decimals, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
