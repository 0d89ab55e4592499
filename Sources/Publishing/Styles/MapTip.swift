internal import GeoFormats

/// What a map says of a feature under the pointer: HTML of expressions, whose texts are never markup.
struct MapTip {
  private var lines: [String] = []

  /// Appends a line of text.
  mutating func append(_ text: QGISExpression) { lines.append("[% \(text.asHTML) %]") }

  /// Appends a line with a text in bold.
  mutating func appendTitle(_ text: QGISExpression) { lines.append("<b>[% \(text.asHTML) %]</b>") }

  /// Appends the words a feature rests on, in quotation marks, where there are any.
  mutating func appendQuote(_ text: QGISExpression) {
    lines.append("<i>[% \(QGISExpression("'“' || \(text) || '”'").asHTML) %]</i>")
  }

  var html: String {
    "<div style=\"max-width: 24em\">\(lines.joined(separator: "<br/>\n"))</div>"
  }

  /// A moment for people, without a time of day that says nothing. Also of a field that is read as text because
  /// it is empty throughout.
  static func moment(_ field: QGISExpression) -> QGISExpression {
    "replace(format_date(to_datetime(\(field)), 'yyyy-MM-dd HH:mm'), ' 00:00', '')"
  }
}
