/// A colour as red, green, blue and opacity, each 0 through 255.
public struct QGISColor: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8
  public var opacity: UInt8

  public static let black = QGISColor(0x000000)
  public static let white = QGISColor(0xFFFFFF)

  /// - Parameter hexadecimal: Red, green and blue, as `0xD55E00`; higher bits do not count.
  public init(_ hexadecimal: UInt32, opacity: UInt8 = 255) {
    red = UInt8(truncatingIfNeeded: hexadecimal >> 16)
    green = UInt8(truncatingIfNeeded: hexadecimal >> 8)
    blue = UInt8(truncatingIfNeeded: hexadecimal)
    self.opacity = opacity
  }

  /// Reads a colour as style sheets write it, `#d55e00` or `#222`; `nil` for any other form.
  public init?(css text: String) {
    guard text.hasPrefix("#"), let number = UInt32(text.dropFirst(), radix: 16), !text.contains("+") else {
      return nil
    }
    switch text.utf8.count {
    case 7: self.init(number)
    // Each digit stands for two of its kind.
    case 4: self.init((number >> 8 & 15) * 0x110000 | (number >> 4 & 15) * 0x1100 | (number & 15) * 0x11)
    default: return nil
    }
  }

  /// As QGIS writes it.
  var text: String { "\(red),\(green),\(blue),\(opacity)" }
}
