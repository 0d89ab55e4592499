extension QGISSymbol {
  /// The symbol under the name that a renderer knows it by.
  func xml(named name: String) -> XML {
    XML(
      "symbol",
      ["type": kind.rawValue, "name": name, "alpha": "1", "clip_to_extent": "1", "force_rhr": "0"],
      layers.map(\.xml)
    )
  }
}

extension QGISSymbol.Layer {
  fileprivate var xml: XML {
    switch self {
    case .mark(let mark, let size, let fill, let stroke):
      return Self.layer(
        "SimpleMarker",
        [
          ("name", mark.rawValue), ("color", fill.text), ("size", size.fixed), ("size_unit", size.unit),
          ("scale_method", "diameter"),
        ] + Self.outline(stroke),
        byFeature: size.expression.map { [("size", $0)] } ?? []
      )
    case .line(let stroke):
      let dashes = stroke.dashes.map { $0.description }.joined(separator: ";")
      return Self.layer(
        "SimpleLine",
        [
          ("line_color", stroke.color.text), ("line_width", stroke.width.description),
          ("line_width_unit", "MM"), ("line_style", "solid"), ("joinstyle", "round"),
          ("capstyle", dashes.isEmpty ? "round" : "flat"), ("use_custom_dash", dashes.isEmpty ? "0" : "1"),
          ("customdash", dashes.isEmpty ? "5;2" : dashes), ("customdash_unit", "MM"),
        ]
      )
    case .fill(let color, let stroke):
      return Self.layer(
        "SimpleFill",
        [("color", (color ?? .white).text), ("style", color == nil ? "no" : "solid"), ("joinstyle", "round")]
          + Self.outline(stroke)
      )
    }
  }

  private static func outline(_ stroke: QGISSymbol.Stroke?) -> [(String, String)] {
    guard let stroke else { return [("outline_style", "no")] }
    return [
      ("outline_color", stroke.color.text), ("outline_style", "solid"),
      ("outline_width", stroke.width.description), ("outline_width_unit", "MM"),
    ]
  }

  private static func layer(
    _ symbolClass: String,
    _ options: [(String, String)],
    byFeature: [(String, QGISExpression)] = []
  ) -> XML {
    XML(
      "layer",
      ["class": symbolClass, "enabled": "1", "locked": "0", "pass": "0"],
      [
        .options(options.map { .option($0.0, $0.1) }),
        XML("data_defined_properties", [:], [.properties(byFeature)]),
      ]
    )
  }
}

extension QGISSymbol.Size {
  /// The size in a legend, or where the expression gives none.
  fileprivate var fixed: String {
    switch self {
    case .millimetres(let size): size.description
    case .millimetresByFeature, .metresByFeature: "3"
    }
  }

  fileprivate var unit: String {
    switch self {
    case .millimetres, .millimetresByFeature: "MM"
    case .metresByFeature: "RenderMetersInMapUnits"
    }
  }

  fileprivate var expression: QGISExpression? {
    switch self {
    case .millimetres: nil
    case .millimetresByFeature(let expression), .metresByFeature(let expression): expression
    }
  }
}
