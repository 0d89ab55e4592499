internal import Chronicle

/// What the features of a layer have in common.
enum LayerValue: Hashable, Sendable {
  case day(Day)
  case text(String)
  /// Nothing: an empty cell, null, or no such property.
  case none

  /// What a cell or a property says: the day that a date begins with, where it is one, else its text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, isDay: Bool) {
    if bytes.allSatisfy({ $0 == UInt8(ascii: " ") }) {
      self = .none
    } else if isDay, let day = DayText.day(bytes, in: 0..<bytes.count) {
      self = .day(day)
    } else {
      self = .text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// As tables and messages show it.
  var text: String {
    switch self {
    case .day(let day): day.description
    case .text(let text): text
    case .none: ""
    }
  }

  /// The name of a file that says it, without its ending: the text, but that what could lead elsewhere or is not
  /// allowed in a name on some system is written as in addresses (`%2F`), and what is long is cut.
  var fileName: String {
    if case .none = self { return "none" }
    var name = ""
    for scalar in text.unicodeScalars {
      let isEdge = name.isEmpty
      switch scalar {
      case "/", "\\", ":", "*", "?", "\"", "<", ">", "|", "%": name += Self.escaped(scalar)
      case ".", " ": name += isEdge ? Self.escaped(scalar) : String(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate:
          name += Self.escaped(scalar)
        default: name.unicodeScalars.append(scalar)
        }
      }
      // Most systems allow 255 bytes; an ending and a number have to find room.
      if name.utf8.count > 180 { break }
    }
    return name
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    String(scalar).utf8.map { byte in
      let digits = String(byte, radix: 16, uppercase: true)
      return digits.count == 1 ? "%0" + digits : "%" + digits
    }.joined()
  }
}
