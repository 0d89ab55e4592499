/// An element of an XML document: its name, its attributes in order, and what it holds.
///
/// ```swift
/// XML("layer", ["class": "SimpleFill"], [XML("option", ["value": "<any text>"])])
/// ```
struct XML: Hashable, Sendable {
  let name: String
  /// In the order they are written.
  let attributes: [Attribute]
  /// Elements inside it.
  let children: [XML]
  /// The text inside it, before the elements.
  let text: String

  struct Attribute: Hashable, Sendable {
    let name: String
    let value: String
  }

  /// - Parameters:
  ///   - attributes: A name may stand here once.
  ///   - text: Any text; what XML cannot hold becomes U+FFFD.
  init(
    _ name: String,
    _ attributes: KeyValuePairs<String, String> = [:],
    _ children: [XML] = [],
    text: String = ""
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.key, value: $0.value) }
    self.children = children
    self.text = text
  }

  /// An element that holds a text only.
  init(_ name: String, _ text: String) { self.init(name, [:], [], text: text) }

  /// The element as the root of a document, in UTF-8, one element a line.
  ///
  /// - Parameter doctype: What the document says of its type, between `<!DOCTYPE` and `>`.
  func document(doctype: String) -> String {
    var output = "<!DOCTYPE \(doctype)>\n"
    write(indentation: 0, to: &output)
    return output
  }

  private func write(indentation: Int, to output: inout String) {
    let margin = String(repeating: " ", count: indentation)
    output += "\(margin)<\(name)"
    for attribute in attributes { output += " \(attribute.name)=\"\(Self.escaped(attribute.value))\"" }
    if children.isEmpty {
      output += text.isEmpty ? "/>\n" : ">\(Self.escaped(text))</\(name)>\n"
    } else {
      output += ">\(Self.escaped(text))\n"
      for child in children { child.write(indentation: indentation + 1, to: &output) }
      output += "\(margin)</\(name)>\n"
    }
  }

  /// Text that reads back the same, in an attribute as between tags.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
