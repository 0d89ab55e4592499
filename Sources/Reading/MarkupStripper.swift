/// Drops HTML tags and writes entities out, keeping for each byte where it came from.
enum MarkupStripper {
  /// Tags that end a paragraph or a line; all others vanish.
  private static let breaking: [String: Int] = [
    "p": 2, "div": 2, "h1": 2, "h2": 2, "h3": 2, "h4": 2, "ul": 2, "ol": 2, "table": 2, "article": 2,
    "section": 2, "blockquote": 2, "br": 1, "li": 1, "tr": 1, "title": 2,
  ]

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "aacute": "á",
    "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "uuml": "ü", "Aacute": "Á",
    "Eacute": "É", "Iacute": "Í", "Oacute": "Ó", "Uacute": "Ú", "Ntilde": "Ñ", "Uuml": "Ü", "ldquo": "“",
    "rdquo": "”", "lsquo": "‘", "rsquo": "’", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—",
    "hellip": "…", "bull": "•", "middot": "·", "iexcl": "¡", "iquest": "¿", "ordm": "º", "ordf": "ª",
    "deg": "°", "copy": "©", "euro": "€",
  ]

  /// The text without markup, and for each of its bytes the offset in `bytes`.
  ///
  /// - Complexity: O(*n*).
  static func strip(_ bytes: [UInt8]) -> (text: [UInt8], origins: [Int32]) {
    var text: [UInt8] = []
    var origins: [Int32] = []
    text.reserveCapacity(bytes.count)
    origins.reserveCapacity(bytes.count)
    func put(_ byte: UInt8, _ origin: Int) {
      text.append(byte)
      origins.append(Int32(clamping: origin))
    }
    var position = 0
    // Behind this no tag is ever closed, so that looking for an end again and again is of no use.
    let lastClose = bytes.lastIndex(of: UInt8(ascii: ">")) ?? -1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "<"), position < lastClose, let tag = tag(bytes, position) {
        for _ in 0..<(breaking[tag.name] ?? 0) { put(0x0A, position) }
        position = tag.end
      } else if byte == UInt8(ascii: "&"), let entity = entity(bytes, position) {
        for byte in entity.text.utf8 { put(byte, position) }
        position = entity.end
      } else {
        put(byte, position)
        position += 1
      }
    }
    return (text, origins)
  }

  private static func tag(_ bytes: [UInt8], _ start: Int) -> (name: String, end: Int)? {
    var position = start + 1
    guard position < bytes.count else { return nil }
    if bytes[position...].starts(with: "!--".utf8) {
      return end(of: "-->", bytes, position + 3).map { ("!--", $0) }
    }
    if bytes[position] == UInt8(ascii: "/") { position += 1 }
    let nameStart = position
    while position < bytes.count, position - nameStart < 12, isNameByte(bytes[position]) { position += 1 }
    guard position > nameStart else { return nil }
    let name = String(decoding: bytes[nameStart..<position], as: UTF8.self).lowercased()
    // No tag is longer than this; what looks like one is text.
    guard let close = bytes[position...].prefix(4096).firstIndex(of: UInt8(ascii: ">")) else { return nil }
    if bytes[start + 1] != UInt8(ascii: "/"), name == "script" || name == "style" {
      return (name, end(of: "</\(name)", bytes, close + 1) ?? close + 1)
    }
    return (name, close + 1)
  }

  private static func end(of mark: String, _ bytes: [UInt8], _ start: Int) -> Int? {
    let mark = Array(mark.utf8)
    var position = start
    let limit = min(bytes.count, start + 1 << 20)
    while position + mark.count <= limit {
      if bytes[position] == mark[0], bytes[position...].starts(with: mark) { return position + mark.count }
      position += 1
    }
    return nil
  }

  private static func entity(_ bytes: [UInt8], _ start: Int) -> (text: String, end: Int)? {
    guard let close = bytes[(start + 1)...].prefix(10).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: bytes[(start + 1)..<close], as: UTF8.self)
    if let text = entities[name] { return (text, close + 1) }
    guard name.hasPrefix("#") else { return nil }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return (String(Character(scalar)), close + 1)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
