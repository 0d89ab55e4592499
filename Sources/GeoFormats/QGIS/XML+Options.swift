extension XML {
  /// A setting in the form that QGIS gives to all that it keeps as variants.
  static func option(_ name: String, _ value: String, type: String = "QString") -> XML {
    XML("Option", ["name": name, "type": type, "value": value])
  }

  /// Settings by name.
  static func options(_ options: [XML]) -> XML { XML("Option", ["type": "Map"], options) }

  /// Properties that an expression gives for each feature.
  static func properties(_ properties: [(name: String, expression: QGISExpression)]) -> XML {
    let entries = properties.map { property in
      XML(
        "Option",
        ["name": property.name, "type": "Map"],
        [
          .option("active", "true", type: "bool"),
          .option("expression", property.expression.text),
          // 3: by an expression.
          .option("type", "3", type: "int"),
        ]
      )
    }
    return .options([
      .option("name", ""),
      entries.isEmpty
        ? XML("Option", ["name": "properties"])
        : XML("Option", ["name": "properties", "type": "Map"], entries),
      .option("type", "collection"),
    ])
  }
}
