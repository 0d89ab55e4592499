internal import Chronicle
internal import GeoFormats

/// The colours of the map in QGIS: those of the pictures, and more for what only this map has.
enum MapColors {
  static let land = palette(Palette.land)
  static let border = palette(Palette.border)
  static let text = palette(Palette.ink)
  static let regionName = palette(Palette.name)
  static let death = palette(Palette.death)
  /// What lies outside the country, be it sea or land: neither is drawn.
  static let outside = QGISColor(0xE6E9EB)
  /// Darker than in the pictures: roads cross the classes of regions.
  static let road = QGISColor(0x8D8474)

  static func status(_ status: BlockadeStatus) -> QGISColor { palette(Palette.colors(of: status).fill) }

  private static func palette(_ text: String) -> QGISColor { QGISColor(css: text) ?? .black }

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
