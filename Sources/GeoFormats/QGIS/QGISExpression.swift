/// An expression of QGIS, such as `"best" > 3`.
public struct QGISExpression: Hashable, Sendable, ExpressibleByStringInterpolation {
  public var text: String

  public init(_ text: String) { self.text = text }

  public init(stringLiteral text: String) { self.text = text }

  /// A field's value.
  public static func field(_ name: String) -> QGISExpression {
    QGISExpression("\"\(name.replacing("\"", with: "\"\""))\"")
  }

  /// A text as it is.
  public static func literal(_ text: String) -> QGISExpression {
    QGISExpression("'\(text.replacing("\\", with: "\\\\").replacing("'", with: "''"))'")
  }

  /// This text where HTML is expected: nothing in it is markup.
  public var asHTML: QGISExpression {
    """
    replace(replace(replace(coalesce(\(text), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;')
    """
  }
}

extension QGISExpression: CustomStringConvertible {
  public var description: String { text }
}
