internal import GeoFormats

/// How incidents with deaths look: the area of a mark, and the number on it, say how many were killed by the
/// best figure.
enum DeathStyles {
  private typealias Field = DeathProperty

  /// For points, on the day it happened.
  static let ofDay = points(time: ofDayTime)

  /// For points, all up to the day.
  static let soFar = points(time: .since(Field.start.rawValue))

  /// For lines: it happened somewhere on each.
  static let sections = style(
    .rules([lineRule]),
    labels: labels(.along, color: MapColors.text),
    time: ofDayTime
  )

  /// For a layer that has both, as the GeoJSON file.
  static let mixed = style(
    .rules([pointRule.only("Point"), lineRule.only("Line")]),
    labels: labels(.onPoint, color: .white),
    time: .fromEach("to_datetime(\(Field.start.field))", until: "to_datetime(\(Field.end.field))")
  )

  private static let ofDayTime = QGISTime.from(Field.start.rawValue, until: Field.end.rawValue)

  private static func points(time: QGISTime) -> QGISStyle {
    style(.rules([pointRule]), labels: labels(.onPoint, color: .white), time: time)
  }

  private static func style(_ renderer: QGISRenderer, labels: QGISLabels, time: QGISTime) -> QGISStyle {
    QGISStyle(
      renderer,
      // The smaller on top.
      drawingOrder: "-\(Field.best.field)",
      labels: labels,
      mapTip: mapTip,
      displayName: Field.incidentID.field,
      time: time
    )
  }

  private static let pointRule = QGISRenderer.Rule(
    "people killed",
    where: "TRUE",
    .mark(
      .diamond,
      size: .millimetresByFeature("3.6 + 1.4 * sqrt(\(Field.best.field))"),
      fill: MapColors.death,
      stroke: .init(.white, width: 0.25)
    )
  )

  private static let lineRule = QGISRenderer.Rule(
    "people killed somewhere on it",
    where: "TRUE",
    .line(.init(.white, width: 1.4), .init(MapColors.death, width: 0.8))
  )

  private static func labels(_ placement: QGISLabels.Placement, color: QGISColor) -> QGISLabels {
    QGISLabels(
      "to_string(\(Field.best.field))",
      size: 6.5,
      color: color,
      halo: placement == .onPoint ? nil : MapColors.land,
      isBold: true,
      placement: placement,
      priority: 10
    )
  }

  private static let mapTip: String = {
    var tip = MapTip()
    tip.appendTitle(
      "concat(\(Field.best.field), ' killed: ', coalesce(\(Field.place.field), \(Field.department.field)))"
    )
    tip.append(
      "concat(\(Field.district.field) || ', ', \(Field.province.field) || ', ', \(Field.department.field))"
    )
    tip.append(
      """
      concat(\(MapTip.moment(Field.start.field)), ', ', \(Field.category.field), ', ', \
      coalesce(\(Field.low.field), '?'), ' to ', coalesce(\(Field.high.field), '?'), \
      ', figures: ', \(Field.revisions.field))
      """
    )
    tip.appendQuote(Field.quote.field)
    tip.append("concat(\(Field.publisher.field), ': ', \(Field.source.field))")
    tip.append(Field.warnings.field)
    return tip.html
  }()
}
