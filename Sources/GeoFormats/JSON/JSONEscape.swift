/// Escapes in texts of JSON (RFC 8259, section 7).
enum JSONEscape {
  /// The scalar that an escape stands for, and the length of the escape; `nil` where it is none, or half a
  /// surrogate pair, which no text can hold.
  ///
  /// - Parameter start: The backslash. Reading stops at the first byte that does not fit, so bytes that end in
  ///   a zero are safe.
  static func scalar(at start: UnsafePointer<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    switch start[1] {
    case UInt8(ascii: "\""): return ("\"", 2)
    case UInt8(ascii: "\\"): return ("\\", 2)
    case UInt8(ascii: "/"): return ("/", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "u"):
      guard let code = codeUnit(at: start + 2) else { return nil }
      if code & 0xFC00 == 0xD800 {
        guard start[6] == UInt8(ascii: "\\"), start[7] == UInt8(ascii: "u"),
          let low = codeUnit(at: start + 8), low & 0xFC00 == 0xDC00,
          let scalar = Unicode.Scalar(0x10000 + (code & 0x3FF) << 10 + low & 0x3FF)
        else { return nil }
        return (scalar, 12)
      }
      // Only a low surrogate on its own is no scalar now.
      return Unicode.Scalar(code).map { ($0, 6) }
    default: return nil
    }
  }

  /// The number that four hexadecimal digits say; `nil` for others. There must be four bytes to read.
  static func codeUnit(at start: UnsafePointer<UInt8>) -> UInt32? {
    var code: UInt32 = 0
    for place in 0..<4 {
      let byte = start[place]
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      code = code << 4 | UInt32(digit)
    }
    return code
  }
}
