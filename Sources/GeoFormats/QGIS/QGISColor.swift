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

  /// As QGIS writes it.
  var text: String { "\(red),\(green),\(blue),\(opacity)" }
}
