internal import Chronicle
internal import GeoFormats

/// How blockades look: colour and shape say the status, hollow marks and dashed lines that it is presumed.
enum BlockadeStyles {
  private typealias Field = BlockadeProperty

  /// For points.
  static let points = style(
    .rules(pointRules),
    labels: QGISLabels(
      label,
      size: 7,
      color: MapColors.text,
      halo: MapColors.land,
      placement: .beside(0.6),
      priority: 6,
      smallestScale: smallestScale
    )
  )

  /// For lines: the blockade stands somewhere on each.
  static let sections = style(
    .rules(lineRules),
    labels: QGISLabels(
      label,
      size: 7,
      color: MapColors.text,
      halo: MapColors.land,
      placement: .along,
      priority: 4,
      smallestScale: smallestScale
    )
  )

  /// For a layer that has both, as the GeoJSON file.
  static let mixed = style(
    .rules(pointRules.map { $0.only("Point") } + lineRules.map { $0.only("Line") }),
    labels: QGISLabels(
      "if(geometry_type($geometry) = 'Point', \(label), NULL)",
      size: 7,
      color: MapColors.text,
      halo: MapColors.land,
      placement: .beside(0.6),
      priority: 6,
      smallestScale: smallestScale
    ),
    time: .fromEach("to_datetime(\(Field.start.field))", until: "to_datetime(\(Field.end.field))")
  )

  /// For points: the circle that holds the true point nine times in ten, to scale.
  static let uncertainty = style(
    .rules(
      inForce.map { status, evidence in
        QGISRenderer.Rule(
          "\(status.rawValue), \(evidence.rawValue): true point within",
          where: condition(status, evidence),
          .mark(
            .circle,
            size: .metresByFeature("2 * \(Field.uncertainty.field)"),
            fill: MapColors.status(status).translucent,
            stroke: .init(MapColors.status(status), width: 0.3)
          )
        )
      }
    ),
    labels: nil
  )

  private static func style(
    _ renderer: QGISRenderer,
    labels: QGISLabels?,
    time: QGISTime = .from(Field.start.rawValue, until: Field.end.rawValue)
  ) -> QGISStyle {
    QGISStyle(
      renderer,
      drawingOrder: """
        if(\(Field.evidence.field) = \(QGISExpression.literal(Evidence.reported.rawValue)), 10, 0) \
        + if(\(Field.status.field) = \(QGISExpression.literal(BlockadeStatus.blocked.rawValue)), 1, 0)
        """,
      labels: labels,
      mapTip: mapTip,
      displayName: Field.blockadeID.field,
      time: time
    )
  }

  /// What a layer can show, reported before presumed.
  private static let inForce = Evidence.allCases.flatMap { evidence in
    BlockadeStatus.allCases.filter(\.isInForce).map { (status: $0, evidence: evidence) }
  }

  private static func condition(_ status: BlockadeStatus, _ evidence: Evidence) -> QGISExpression {
    """
    \(Field.status.field) = \(QGISExpression.literal(status.rawValue)) AND \
    \(Field.evidence.field) = \(QGISExpression.literal(evidence.rawValue))
    """
  }

  private static let pointRules = inForce.map { status, evidence in
    let color = MapColors.status(status)
    let isPresumed = evidence == .presumed
    return QGISRenderer.Rule(
      "\(status.rawValue), \(evidence.rawValue)",
      where: condition(status, evidence),
      .mark(
        mark(of: status),
        size: .millimetres(isPresumed ? 2.4 : 2.8),
        fill: isPresumed ? .white : color,
        stroke: isPresumed ? .init(color, width: 0.6) : .init(.white, width: 0.25)
      )
    )
  }

  private static let lineRules = inForce.map { status, evidence in
    let color = MapColors.status(status)
    return QGISRenderer.Rule(
      "\(status.rawValue) somewhere on it, \(evidence.rawValue)",
      where: condition(status, evidence),
      evidence == .presumed
        ? .line(.init(.white, width: 1.6), .init(color, width: 1, dashes: [1.2, 1.8]))
        : .line(.init(.white, width: 1.6), .init(color, width: 1.1))
    )
  }

  private static func mark(of status: BlockadeStatus) -> QGISSymbol.Mark {
    switch status {
    case .blocked, .cleared: .circle
    case .restricted: .triangle
    case .suspended: .square
    }
  }

  /// The place, else the road with its kilometre, else the road.
  private static let label: QGISExpression = """
    coalesce(\(Field.place.field), \(Field.route.field) || ' km ' || \(Field.kilometre.field), \
    \(Field.routeName.field), \(Field.route.field))
    """

  /// A map of a whole country has no room for the names of all its blockades.
  private static let smallestScale = 5_000_000

  private static let mapTip: String = {
    var tip = MapTip()
    tip.appendTitle(
      """
      concat(coalesce(\(Field.routeName.field), \(Field.place.field), \(Field.blockadeID.field)), \
      ' km ' || \(Field.kilometre.field), ' – ' || \(Field.kilometreTo.field))
      """
    )
    tip.append(
      "concat(\(Field.district.field) || ', ', \(Field.province.field) || ', ', \(Field.department.field))"
    )
    tip.append(
      """
      concat(\(Field.status.field), ', ', \(Field.evidence.field), ', ', \(Field.cause.field), ': ', \
      \(MapTip.moment(Field.start.field)), ' to ', \
      coalesce(\(MapTip.moment(Field.end.field)), 'not over'))
      """
    )
    tip.append(
      """
      concat(\(Field.method.field), ' ± ', format_number(\(Field.uncertainty.field) / 1000, 1), ' km')
      """
    )
    tip.appendQuote(Field.quote.field)
    tip.append("concat(\(Field.publisher.field), ': ', \(Field.source.field))")
    tip.append(Field.warnings.field)
    return tip.html
  }()
}

extension QGISRenderer.Rule {
  /// The rule for features of one kind of geometry only, as `geometry_type` names them.
  func only(_ kind: String) -> QGISRenderer.Rule {
    .init(
      label,
      where: "geometry_type($geometry) = \(QGISExpression.literal(kind)) AND (\(condition))",
      symbol
    )
  }
}

extension QGISColor {
  fileprivate var translucent: QGISColor {
    var color = self
    color.opacity = 60
    return color
  }
}
