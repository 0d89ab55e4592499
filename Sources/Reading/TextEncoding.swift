/// How the bytes of a dispatch stand for characters.
public enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8
  /// ISO 8859-1.
  case latin1
  case windows1252

  /// The bytes as UTF-8.
  ///
  /// Every byte of the two old encodings is taken: the five that Windows-1252 leaves open stand for control
  /// characters, as in ISO 8859-1.
  func utf8(from bytes: [UInt8]) -> [UInt8] {
    guard self != .utf8 else { return bytes }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      var scalar = Unicode.Scalar(byte)
      if self == .windows1252, 0x80...0x9F ~= byte { scalar = Self.windowsOnly[Int(byte) - 0x80] }
      utf8.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
    }
    return utf8
  }

  /// What 0x80 through 0x9F stand for in Windows-1252.
  private static let windowsOnly: [Unicode.Scalar] = [
    "\u{20AC}", "\u{81}", "\u{201A}", "\u{192}", "\u{201E}", "\u{2026}", "\u{2020}", "\u{2021}",
    "\u{2C6}", "\u{2030}", "\u{160}", "\u{2039}", "\u{152}", "\u{8D}", "\u{17D}", "\u{8F}",
    "\u{90}", "\u{2018}", "\u{2019}", "\u{201C}", "\u{201D}", "\u{2022}", "\u{2013}", "\u{2014}",
    "\u{2DC}", "\u{2122}", "\u{161}", "\u{203A}", "\u{153}", "\u{9D}", "\u{17E}", "\u{178}",
  ]
}
