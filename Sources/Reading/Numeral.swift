/// Digits of a text, with dots and commas between some of them: `1280`, `1.280`, `3,5`.
struct Numeral {
  /// How many runs of digits the separators part it into.
  private(set) var groups = 1
  /// How many digits stand before the first separator.
  private(set) var firstLength = 0
  /// Whether all groups but the first have three digits.
  private(set) var isInThousands = true
  /// The number without its separators; `nil` where it is too large.
  private(set) var digits: Int? = 0

  /// - Parameter bytes: Digits, with a dot or a comma only between two of them.
  init(_ bytes: ArraySlice<UInt8>) {
    var (value, isTooLarge, length) = (0, false, 0)
    for byte in bytes {
      if 0x30...0x39 ~= byte {
        let (tens, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = tens.addingReportingOverflow(Int(byte - 0x30))
        value = sum
        isTooLarge = isTooLarge || overflows || overflowsToo
        length += 1
      } else {
        endGroup(of: length)
        groups += 1
        length = 0
      }
    }
    endGroup(of: length)
    digits = isTooLarge ? nil : value
  }

  private mutating func endGroup(of length: Int) {
    if groups == 1 {
      firstLength = length
    } else if length != 3 {
      isInThousands = false
    }
  }

  /// The number, where it has no separators and at most so many digits.
  func plain(_ most: Int) -> Int? { groups == 1 && firstLength <= most ? digits : nil }
}
