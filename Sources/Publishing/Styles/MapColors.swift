internal import Chronicle
internal import GeoFormats

/// The colours of the map in QGIS. People who are colour-blind can tell those of the statuses apart (after Okabe
/// and Ito); a print without colours has the shapes of the marks.
enum MapColors {
  /// What lies outside the country, be it sea or land: neither is drawn.
  static let outside = QGISColor(0xE6E9EB)
  static let land = QGISColor(0xFAF8F2)
  static let border = QGISColor(0x9A9385)
  static let road = QGISColor(0x8D8474)
  static let regionName = QGISColor(0x6B6559)
  static let text = QGISColor(0x222222)
  static let death = QGISColor(0x000000, opacity: 225)

  static func status(_ status: BlockadeStatus) -> QGISColor {
    switch status {
    case .blocked: QGISColor(0xD55E00)
    case .restricted: QGISColor(0xE69F00)
    case .suspended: QGISColor(0x0072B2)
    case .cleared: QGISColor(0x009E73)
    }
  }

  /// The colour of a class of numbers: one hue that no status has, from light to dark, and the same for a class
  /// whatever classes there are above it. From the seventh on all are as dark as marks and names can bear.
  static func rising(_ index: Int) -> QGISColor {
    let (light, dark) = (QGISColor(0xECE7F4), QGISColor(0x7A5BA6))
    let share = min(Double(index) / 6, 1)
    func blend(_ from: UInt8, _ to: UInt8) -> UInt8 {
      UInt8((Double(from) + (Double(to) - Double(from)) * share).rounded())
    }
    var color = light
    color.red = blend(light.red, dark.red)
    color.green = blend(light.green, dark.green)
    color.blue = blend(light.blue, dark.blue)
    return color
  }
}
