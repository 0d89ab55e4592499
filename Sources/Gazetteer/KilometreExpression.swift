/// The kilometres of a reference: one, a stretch, or a list.
package struct KilometreExpression: Hashable, Sendable {
  /// A number as written, with what it may mean: `1.410` is 1.41 or 1410.
  package struct Number: Hashable, Sendable {
    /// The likeliest meaning first.
    package let readings: [Double]

    /// The meaning that fits a route: the first that lies within its extent, else the first.
    func value(on extent: ClosedRange<Double>) -> Double {
      readings.first { $0 >= extent.lowerBound - 0.5 && $0 <= extent.upperBound + 0.5 } ?? readings[0]
    }

    /// No road is so long, and more digits are no kilometre.
    package static let limit = 1e9

    /// Reads digits with dots or commas among them; `nil` where there is no digit or too many.
    package init?(_ text: String) {
      let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
      guard !text.isEmpty, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) }) else {
        return nil
      }
      let plain = Double(parts.joined())
      switch parts.count {
      case 1:
        readings = [plain].compactMap(\.self)
      case 2 where parts[1].count == 3 && parts[0].count <= 2 && parts[0] != "0":
        // A dot or comma before three digits marks thousands in one language and decimals in another.
        readings = [plain, Double("\(parts[0]).\(parts[1])")].compactMap(\.self)
      case 2:
        readings = [Double("\(parts[0]).\(parts[1])")].compactMap(\.self)
      default:
        guard parts.dropFirst().dropLast().allSatisfy({ $0.count == 3 }), let last = parts.last else {
          return nil
        }
        let thousands = parts.dropLast().joined()
        readings = [last.count == 3 ? plain : Double("\(thousands).\(last)")].compactMap(\.self)
      }
      guard !readings.isEmpty, readings.allSatisfy({ $0 < Self.limit }) else { return nil }
    }

    /// A number that means just one thing; `nil` where it is none, negative, or larger than any road is long.
    package init?(_ value: Double) {
      guard value >= 0, value < Self.limit else { return nil }
      readings = [value]
    }

    /// Reads kilometres and metres: `382+200` is 382.2.
    package init?(kilometres: String, plusMetres metres: String) {
      guard
        kilometres.allSatisfy(\.isASCIIDigit), metres.allSatisfy(\.isASCIIDigit), metres.count <= 3,
        let whole = Double(kilometres), let part = Double(metres), whole < Self.limit
      else { return nil }
      readings = [whole + part / 1000]
    }
  }

  /// One kilometre, or the two ends of a stretch.
  package struct Span: Hashable, Sendable {
    package var from: Number
    package var to: Number?

    package init(from: Number, to: Number?) {
      self.from = from
      self.to = to
    }
  }

  /// At least one, in the order written.
  package var spans: [Span]

  package init(spans: [Span]) { self.spans = spans }

  /// A single kilometre; `nil` where it is no number, negative, or larger than any road is long.
  package init?(_ kilometre: Double) {
    guard let number = Number(kilometre) else { return nil }
    spans = [Span(from: number, to: nil)]
  }
}

extension Character {
  var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
