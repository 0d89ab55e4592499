internal import GeoFormats

/// A style beside a GeoJSON layer of the same name, with which QGIS opens the layer.
///
/// Who saves a style of one's own as the layer's default puts it in the same place. Such a file is not ours, and
/// stays.
public struct StyleFile: Sendable {
  /// The path in an output folder.
  public let path: String
  let style: QGISStyle

  public static let all = [
    StyleFile(path: "layers/blockades.qml", style: BlockadeStyles.mixed),
    StyleFile(path: "layers/deaths.qml", style: DeathStyles.mixed),
  ]

  /// What tells a style of ours from others.
  static let writer = "roadblocks"

  var bytes: [UInt8] { Array(style.qml(writtenBy: Self.writer).utf8) }

  /// Whether a style file was written by this program, and by nobody since.
  public static func isOurs(_ bytes: [UInt8]) -> Bool {
    // The mark stands in the root element, right at the top.
    String(decoding: bytes.prefix(400), as: UTF8.self).contains(" writer=\"\(writer)\"")
  }
}
