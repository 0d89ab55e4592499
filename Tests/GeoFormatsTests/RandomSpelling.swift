import GeoFormats
import TestSupport

/// Spells a JSON value in one of the many ways that mean the same.
struct RandomSpelling {
  var random: SeededGenerator

  mutating func spell(_ value: JSONValue) -> String {
    space() + bare(value) + space()
  }

  private mutating func bare(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .integer(let number): return spell(number)
    case .number(let number): return spell(number)
    case .string(let text): return spell(text)
    case .array(let elements):
      var parts: [String] = []
      for element in elements { parts.append(spell(element)) }
      return "[" + (parts.isEmpty ? space() : parts.joined(separator: ",")) + "]"
    case .object(let members):
      var parts: [String] = []
      for (name, value) in members.shuffled(using: &random) {
        parts.append(space() + spell(name) + space() + ":" + spell(value))
      }
      return "{" + (parts.isEmpty ? space() : parts.joined(separator: ",")) + "}"
    }
  }

  private mutating func space() -> String {
    guard Int.random(in: 0..<4, using: &random) == 0 else { return "" }
    return (0..<Int.random(in: 1..<4, using: &random))
      .map { _ in [" ", "\n", "\t", "\r"].randomElement(using: &random) ?? "" }.joined()
  }

  private mutating func spell(_ number: Int) -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "\(number).0"
    case 1: "\(number)e0"
    case 2: number % 10 == 0 && number != 0 ? "\(number / 10)E+1" : "\(number).000"
    default: "\(number)"
    }
  }

  private mutating func spell(_ number: Double) -> String {
    let text = "\(number)"
    guard !text.contains("e"), Bool.random(using: &random) else { return text }
    return [text + "0", text + "e0", text + "00E-0"].randomElement(using: &random) ?? text
  }

  private mutating func spell(_ text: String) -> String {
    var spelling = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" || scalar == "\\" || scalar.value < 0x20 || Int.random(in: 0..<6, using: &random) == 0
      {
        for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &random))
          spelling += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      } else {
        spelling.unicodeScalars.append(scalar)
      }
    }
    return spelling + "\""
  }
}
