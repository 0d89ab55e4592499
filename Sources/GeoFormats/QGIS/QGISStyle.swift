/// How QGIS shows a layer: symbols, labels, what it says of a feature under the pointer, and time.
///
/// Written for QGIS 3.22 and later.
public struct QGISStyle: Hashable, Sendable {
  public var renderer: QGISRenderer
  /// What features are drawn in the order of, the least first.
  public var drawingOrder: QGISExpression?
  public var labels: QGISLabels?
  /// HTML with expressions between `[%` and `%]`.
  public var mapTip: String
  /// What stands for a feature in lists.
  public var displayName: QGISExpression?
  public var time: QGISTime?
  /// 0 through 1.
  public var opacity: Double

  public init(
    _ renderer: QGISRenderer,
    drawingOrder: QGISExpression? = nil,
    labels: QGISLabels? = nil,
    mapTip: String = "",
    displayName: QGISExpression? = nil,
    time: QGISTime? = nil,
    opacity: Double = 1
  ) {
    self.renderer = renderer
    self.drawingOrder = drawingOrder
    self.labels = labels
    self.mapTip = mapTip
    self.displayName = displayName
    self.time = time
    self.opacity = opacity
  }

  /// The oldest version that reads all of it.
  static let version = "3.22.0"

  /// The contents of a `.qml` file.
  ///
  /// - Parameter writer: A name by which its writer knows it again. QGIS drops it where somebody saves the style
  ///   anew.
  public func qml(writtenBy writer: String) -> String {
    XML(
      "qgis",
      [
        "version": Self.version, "writer": writer, "styleCategories": "AllStyleCategories",
        "labelsEnabled": labels == nil ? "0" : "1",
      ],
      elements
    ).document(doctype: "qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'")
  }

  /// What stands in a style file and in the layer of a project alike.
  var elements: [XML] {
    [
      time?.xml, renderer.xml(drawnBy: drawingOrder), labels?.xml, XML("blendMode", "0"),
      XML("featureBlendMode", "0"), XML("layerOpacity", opacity.description),
      displayName.map { XML("previewExpression", $0.text) }, mapTip.isEmpty ? nil : XML("mapTip", mapTip),
    ].compactMap { $0 }
  }
}
