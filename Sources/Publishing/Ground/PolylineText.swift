/// Lines as short texts: each number is what was added to the one before, in as many characters as it needs.
///
/// The format is Google's *encoded polyline* with whole units in place of degrees × 10⁵: x before y, zigzag,
/// five bits a character from `?` on, the least first.
enum PolylineText {
  static func encoded(_ points: [GridPoint]) -> String {
    var bytes: [UInt8] = []
    var last = GridPoint(x: 0, y: 0)
    for point in points {
      let step = point - last
      append(step.x, to: &bytes)
      append(step.y, to: &bytes)
      last = point
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    var rest = UInt(bitPattern: (value << 1) ^ (value >> (Int.bitWidth - 1)))
    while rest >= 0x20 {
      bytes.append(UInt8(truncatingIfNeeded: rest & 0x1F | 0x20) + 63)
      rest >>= 5
    }
    bytes.append(UInt8(truncatingIfNeeded: rest) + 63)
  }
}
