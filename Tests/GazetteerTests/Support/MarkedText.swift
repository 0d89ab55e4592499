import GeoFormats
import Testing

/// Text in which the keycaps 1️⃣ to 9️⃣ mark places: the text without them, and where they stood.
struct MarkedText: ExpressibleByStringLiteral, Sendable, CustomTestStringConvertible {
  private(set) var text = ""
  /// Line and column of each mark, counted from 1.
  private(set) var marks: [Int: (line: Int, column: Int)] = [:]

  init(stringLiteral value: String) {
    var line = 1
    var column = 1
    for character in value {
      let scalars = character.unicodeScalars
      if scalars.last == "\u{20E3}", let digit = scalars.first?.properties.numericType,
        digit == .decimal, let number = scalars.first?.properties.numericValue
      {
        marks[Int(number)] = (line, column)
        continue
      }
      text.append(character)
      if scalars.last == "\n" { (line, column) = (line + 1, 1) } else { column += scalars.count }
    }
  }

  var testDescription: String { text }

  /// The location of the first mark, or of the whole text if it has none.
  func location(in file: String) -> InputLocation {
    InputLocation(file: file, line: marks[1]?.line, column: marks[1]?.column)
  }
}
