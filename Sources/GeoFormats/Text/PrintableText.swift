extension String {
  /// The text fit for one line of a message: nothing in it can move the cursor, hide or reorder what follows.
  ///
  /// Controls, line separators, bidirectional overrides, and scalars without a meaning of their own are
  /// written as Swift escapes. Beyond `limit` scalars the text ends in an ellipsis.
  ///
  /// - Complexity: O(`limit`).
  package func printable(limit: Int) -> String {
    var text = ""
    var count = 0
    for scalar in unicodeScalars {
      guard count < limit else {
        text += "…"
        break
      }
      count += 1
      switch scalar {
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case " "..."~": text.unicodeScalars.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
          text += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
        default:
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text
  }
}
