/// What is written beside features. Where there is no room a label is left out.
public struct QGISLabels: Hashable, Sendable {
  public enum Placement: Hashable, Sendable {
    /// Beside a point, at so many millimetres.
    case beside(Double)
    /// On the middle of a point, also where it covers others.
    case onPoint
    /// Along a line, above it.
    case along
    /// Inside an area.
    case inside
  }

  public var text: QGISExpression
  /// In points.
  public var size: Double
  public var color: QGISColor
  /// The colour around the letters.
  public var halo: QGISColor?
  public var isBold: Bool
  public var placement: Placement
  /// 0 through 10: which labels find room first.
  public var priority: Int
  /// The largest denominator of a scale at which there are labels; at every scale where it is `nil`.
  public var smallestScale: Int?

  public init(
    _ text: QGISExpression,
    size: Double,
    color: QGISColor = .black,
    halo: QGISColor? = nil,
    isBold: Bool = false,
    placement: Placement,
    priority: Int = 5,
    smallestScale: Int? = nil
  ) {
    self.text = text
    self.size = size
    self.color = color
    self.halo = halo
    self.isBold = isBold
    self.placement = placement
    self.priority = priority
    self.smallestScale = smallestScale
  }

  var xml: XML {
    let style = XML(
      "text-style",
      [
        "fieldName": text.text, "isExpression": "1", "fontFamily": "Sans Serif", "fontSize": size.description,
        "fontSizeUnit": "Point", "fontWeight": isBold ? "75" : "50", "textColor": color.text,
        "textOpacity": "1", "multilineHeight": "1", "allowHtml": "0", "fontKerning": "1",
      ],
      [
        XML(
          "text-buffer",
          [
            "bufferDraw": halo == nil ? "0" : "1", "bufferSize": "0.7", "bufferSizeUnits": "MM",
            "bufferColor": (halo ?? .white).text, "bufferOpacity": "1", "bufferNoFill": "1",
            "bufferJoinStyle": "128",
          ]
        )
      ]
    )
    return XML(
      "labeling",
      ["type": "simple"],
      [
        XML(
          "settings",
          ["calloutType": "simple"],
          [
            style, XML("text-format", ["multilineAlign": "0", "wrapChar": ""]), placementXML, renderingXML,
            XML("dd_properties", [:], [.properties([])]),
          ]
        )
      ]
    )
  }

  private var placementXML: XML {
    // The numbers of QGIS: 6 around a point by preference, 1 over a point, 2 along a line, 4 level in an area.
    let (mode, distance): (String, Double) =
      switch placement {
      case .beside(let distance): ("6", distance)
      case .onPoint: ("1", 0)
      case .inside: ("4", 0)
      case .along: ("2", 0.5)
      }
    return XML(
      "placement",
      [
        "placement": mode, "dist": distance.description, "distUnits": "MM", "quadOffset": "4",
        "priority": "\(priority)", "predefinedPositionOrder": "TR,TL,BR,BL,R,L,TSR,BSR",
        // 2: above the line.
        "placementFlags": "2", "offsetType": "1", "centroidInside": "1", "centroidWhole": "0",
        "fitInPolygonOnly": "0", "polygonPlacementFlags": "2", "offsetUnits": "MM", "xOffset": "0",
        "yOffset": "0", "rotationAngle": "0",
        "preserveRotation": "1", "repeatDistance": "0", "repeatDistanceUnits": "MM",
        "maxCurvedCharAngleIn": "25", "maxCurvedCharAngleOut": "-25",
      ]
    )
  }

  private var renderingXML: XML {
    XML(
      "rendering",
      [
        "drawLabels": "1", "scaleVisibility": smallestScale == nil ? "0" : "1", "scaleMin": "0",
        "scaleMax": "\(smallestScale ?? 0)", "displayAll": placement == .onPoint ? "1" : "0",
        "obstacle": "1", "obstacleFactor": "1", "obstacleType": "1",
        "zIndex": placement == .onPoint ? "1" : "0",
        "fontMinPixelSize": "3", "fontMaxPixelSize": "10000", "limitNumLabels": "0", "maxNumLabels": "2000",
        "mergeLines": "0", "labelPerPart": "0", "minFeatureSize": "0", "upsidedownLabels": "0",
      ]
    )
  }
}
