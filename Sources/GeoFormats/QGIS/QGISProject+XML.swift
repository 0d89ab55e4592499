internal import Geo

extension QGISProject {
  /// The contents of a `.qgs` file.
  var document: String {
    let layers = groups.flatMap(\.layers)
    return XML(
      "qgis",
      ["version": QGISStyle.version, "projectname": title],
      [
        XML("homePath", ["path": ""]),
        XML("title", title),
        XML("projectCrs", [:], [mapSystem.xml]),
        tree,
        canvas,
        XML("projectlayers", [:], layers.map(layer)),
        XML("layerorder", [:], layers.map { XML("layer", ["id": $0.id]) }),
        properties,
        viewSettings,
        timeSettings,
      ].compactMap { $0 }
    ).document(doctype: "qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'")
  }

  private func source(of layer: Layer) -> String { "./\(file)|layername=\(layer.table)" }

  private var tree: XML {
    XML(
      "layer-tree-group",
      [:],
      groups.map { group in
        XML(
          "layer-tree-group",
          ["name": group.title, "checked": "Qt::Checked", "expanded": group.isExpanded ? "1" : "0"],
          group.layers.map { layer in
            XML(
              "layer-tree-layer",
              [
                "id": layer.id, "name": layer.title, "source": source(of: layer), "providerKey": "ogr",
                "checked": layer.isVisible ? "Qt::Checked" : "Qt::Unchecked",
                "expanded": layer.isVisible ? "1" : "0",
              ]
            )
          }
        )
      }
    )
  }

  private var canvas: XML? {
    extent.map { extent in
      XML(
        "mapcanvas",
        ["name": "theMapCanvas", "annotationsVisible": "1"],
        [
          XML("units", mapSystem.isGeographic ? "degrees" : "meters"),
          extent.xml,
          XML("rotation", "0"),
          XML("destinationsrs", [:], [mapSystem.xml]),
        ]
      )
    }
  }

  private func layer(_ layer: Layer) -> XML {
    XML(
      "maplayer",
      [
        "type": "vector", "geometry": layer.shape.rawValue, "readOnly": "0",
        "labelsEnabled": layer.style?.labels == nil ? "0" : "1", "styleCategories": "AllStyleCategories",
        "simplifyDrawingHints": layer.shape == .point ? "0" : "1", "simplifyDrawingTol": "1",
        "hasScaleBasedVisibilityFlag": "0",
      ],
      [
        XML("id", layer.id),
        XML("datasource", source(of: layer)),
        XML("layername", layer.title),
        XML("srs", [:], layer.shape == .none ? [] : [layerSystem.xml]),
        XML("provider", ["encoding": "UTF-8"], text: "ogr"),
      ] + (layer.style?.elements ?? [])
    )
  }

  private var properties: XML {
    func entry(_ name: String, _ value: String, type: String = "int") -> XML {
      XML(name, ["type": type], text: value)
    }
    var sections = [
      XML(
        "Gui",
        [:],
        [
          entry("CanvasColorRedPart", "\(background.red)"),
          entry("CanvasColorGreenPart", "\(background.green)"),
          entry("CanvasColorBluePart", "\(background.blue)"),
        ]
      ),
      // No label is cut by the edge of the map.
      XML("PAL", [:], [entry("ShowingPartialsLabels", "false", type: "bool")]),
      // The project moves with the file.
      XML("Paths", [:], [entry("Absolute", "false", type: "bool")]),
      XML("SpatialRefSys", [:], [entry("ProjectionsEnabled", "1")]),
    ]
    if let days {
      sections.append(
        XML(
          "TemporalControllerWidget",
          [:],
          [
            // 1: the animation, ready to play.
            entry("NavigationMode", "1"),
            entry("StartDateTime", days.start, type: "QString"),
            entry("EndDateTime", days.end, type: "QString"),
          ]
        )
      )
    }
    return XML("properties", [:], sections)
  }

  private var viewSettings: XML {
    let view = extent.map { extent in
      XML(
        "DefaultViewExtent",
        [
          "xmin": extent.minimum.x.description, "ymin": extent.minimum.y.description,
          "xmax": extent.maximum.x.description, "ymax": extent.maximum.y.description,
        ],
        [mapSystem.xml]
      )
    }
    return XML("ProjectViewSettings", ["UseProjectScales": "0"], [view].compactMap { $0 })
  }

  private var timeSettings: XML? {
    days.map { days in
      XML(
        "ProjectTimeSettings",
        ["timeStep": "1", "timeStepUnit": "d", "frameRate": "2", "cumulativeTemporalRange": "0"],
        // QGIS's controller counts in UTC and shows the fields' moments as they are; a Z keeps the two alike.
        [XML("TemporalRange", [:], [XML("start", "\(days.start)Z"), XML("end", "\(days.end)Z")])]
      )
    }
  }
}

extension QGISProject.Extent {
  fileprivate var xml: XML {
    XML(
      "extent",
      [:],
      [
        XML("xmin", minimum.x.description), XML("ymin", minimum.y.description),
        XML("xmax", maximum.x.description), XML("ymax", maximum.y.description),
      ]
    )
  }
}

extension ReferenceSystem {
  fileprivate var xml: XML {
    XML(
      "spatialrefsys",
      [:],
      [
        XML("wkt", wellKnownText), XML("srid", "\(code)"), XML("authid", identifier),
        XML("description", name), XML("geographicflag", isGeographic ? "true" : "false"),
      ]
    )
  }
}
