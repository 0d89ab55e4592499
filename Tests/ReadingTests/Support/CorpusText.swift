import Chronicle
import Foundation
import Gazetteer
import Reading

/// A text of the corpus with what has to be read from it.
struct CorpusText {
  var id: String
  var date: String
  var lines: [String] = []
  var expected: [[String: String]] = []

  var body: String { lines.joined(separator: "\n") }

  /// The texts of a file; its format is told in `Scripts/score-reading.py`.
  static func texts(of file: URL) throws -> [CorpusText] {
    var texts: [CorpusText] = []
    for line in try String(contentsOf: file, encoding: .utf8).split(
      separator: "\n",
      omittingEmptySubsequences: false
    ) {
      if line.hasPrefix("# ") {
        let parts = line.dropFirst(2).split(separator: " ")
        texts.append(CorpusText(id: String(parts[0]), date: String(parts[1])))
      } else if line.hasPrefix("> ") {
        if line != "> nothing", let last = texts.indices.last {
          texts[last].expected.append(expectation(line.dropFirst(2)))
        }
      } else if let last = texts.indices.last {
        texts[last].lines.append(String(line))
      }
    }
    return texts
  }

  static func expectation(_ line: some StringProtocol) -> [String: String] {
    let words = line.split(separator: " ")
    var fields = ["kind": String(words[0]), "what": String(words[1])]
    var current = ""
    for word in words.dropFirst(2) {
      if let sign = word.firstIndex(of: "=") {
        current = String(word[..<sign])
        fields[current] = String(word[word.index(after: sign)...])
      } else {
        fields[current, default: ""] += " \(word)"
      }
    }
    return fields
  }
}

extension ReadStatement {
  /// Whether it is what a text of the corpus has to yield.
  func fits(_ expected: [String: String]) -> Bool {
    guard expected["kind"] == kind.rawValue else { return false }
    var fields: [String: String] = ["date": days.upperBound.description, "scope": scope.rawValue]
    fields["route"] = resolution?.location?.route
    switch content {
    case .blockade(let status, _): fields["what"] = status.rawValue
    case .toll(let measure, let value, let qualifier, let category):
      fields["what"] = measure.rawValue
      fields["value"] = String(value)
      fields["qualifier"] = qualifier.rawValue
      fields["category"] = category.text
    case .tally(let measure, let event, let value, let qualifier, _):
      fields["what"] = measure.rawValue
      fields["value"] = String(value)
      fields["qualifier"] = qualifier.rawValue
      fields["event"] = event.text
    }
    for (field, value) in expected where field != "kind" {
      switch field {
      case "place":
        guard
          place.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil).contains(
            value.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
          )
        else { return false }
      case "km":
        guard let kilometre, let wanted = Double(value), abs(kilometre - wanted) < 0.05 else { return false }
      default:
        guard fields[field] == value else { return false }
      }
    }
    return true
  }
}
