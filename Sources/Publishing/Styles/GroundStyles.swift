internal import GeoFormats

/// How regions and roads look.
enum GroundStyles {
  /// Regions by the number of blockades on a day.
  ///
  /// The classes double, so that the first blockades show and the many still differ; they are the same on
  /// every day.
  ///
  /// - Parameter most: The largest number there is.
  static func counts(most: Int) -> QGISStyle {
    let none = QGISRenderer.Class("none", -0.5...0.5, .area(MapColors.land, stroke: border))
    let some = classes(to: most).enumerated().map { index, range in
      QGISRenderer.Class(
        range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound) – \(range.upperBound)",
        (Double(range.lowerBound) - 0.5)...(Double(range.upperBound) + 0.5),
        .area(MapColors.rising(index), stroke: border)
      )
    }
    var tip = MapTip()
    tip.appendTitle("concat(\(CountColumn.name.field), ': ', \(CountColumn.inForce.field), ' blockades')")
    tip.append(
      """
      concat(\(CountColumn.day.field), ': ', \(CountColumn.blocked.field), ' blocked, ', \
      \(CountColumn.restricted.field), ' restricted, ', \(CountColumn.suspended.field), ' suspended; ', \
      \(CountColumn.presumed.field), ' of them presumed')
      """
    )
    return QGISStyle(
      .classes(by: CountColumn.inForce.field, [none] + some),
      mapTip: tip.html,
      displayName: "concat(\(CountColumn.name.field), ' ', \(CountColumn.day.field))",
      time: .from(RegionCountColumn.start.rawValue, until: RegionCountColumn.end.rawValue)
    )
  }

  /// 1, 2–3, 4–7 and so on up to the class that holds the largest number; at least one.
  static func classes(to most: Int) -> [ClosedRange<Int>] {
    var classes = [1...1]
    while let last = classes.last, last.upperBound < most {
      let start = last.upperBound + 1
      let (end, isOver) = start.multipliedReportingOverflow(by: 2)
      classes.append(start...(isOver ? .max : end - 1))
    }
    return classes
  }

  /// Regions as the ground of the map, with their names.
  static let outlines = QGISStyle(
    .single(.area(MapColors.land, stroke: border)),
    labels: QGISLabels(
      RegionColumn.name.field,
      size: 7.5,
      color: MapColors.regionName,
      halo: MapColors.land,
      placement: .inside,
      priority: 1
    ),
    displayName: RegionColumn.name.field
  )

  /// Roads, with their codes where the scale has room for them.
  static let routes = QGISStyle(
    .single(.line(.init(MapColors.road, width: 0.3))),
    labels: QGISLabels(
      RouteColumn.route.field,
      size: 6,
      color: MapColors.road,
      halo: MapColors.land,
      placement: .along,
      priority: 0,
      smallestScale: 2_500_000
    ),
    mapTip: {
      var tip = MapTip()
      tip.appendTitle("concat(\(RouteColumn.name.field), ' (', \(RouteColumn.route.field), ')')")
      tip.append(
        "concat('km ', \(RouteColumn.startKilometre.field), ' – ', \(RouteColumn.endKilometre.field))"
      )
      return tip.html
    }(),
    displayName: RouteColumn.route.field
  )

  private static let border = QGISSymbol.Stroke(MapColors.border, width: 0.26)
}
