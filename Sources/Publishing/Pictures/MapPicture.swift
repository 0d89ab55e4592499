internal import Chronicle
internal import Gazetteer
internal import Geo

/// Maps as SVG pictures on sheets of A4: outlines, roads, blockades and deaths, with a legend and what is not on
/// the map.
///
/// The ground is drawn once; each map after the first costs its marks.
struct MapPicture {
  private static let notes = 132.0
  /// With more marks than this no labels stand beside them: they would hide each other.
  private static let mostLabelledMarks = 40

  private let pack: CountryPack
  private let sheet: Sheet
  private let ground: GroundPicture

  /// Lays out the sheet, upright or on its side as the country is.
  ///
  /// - Returns: `nil` where the country pack has nothing to lay a map out by.
  init?(pack: CountryPack) {
    guard let box = Ground.extent(of: pack) else { return nil }
    let shape = MapProjection(box, maximumWidth: 1, maximumHeight: 1)
    let sheet = Sheet(isUpright: shape.height >= shape.width, notes: Self.notes)
    let ground = Ground(
      pack,
      width: sheet.innerWidth * GroundPicture.resolution,
      height: sheet.innerHeight * GroundPicture.resolution,
      tolerance: 3
    )
    guard let ground else { return nil }
    self.pack = pack
    self.sheet = sheet
    self.ground = GroundPicture(ground)
  }

  /// Draws phases and incidents. Of several phases of one blockade the best supported is shown.
  func svg(title: String, subtitle: String, phases: [Phase], incidents: [Incident]) -> [UInt8] {
    let shown = Self.onePerBlockade(phases)
    let killed = incidents.filter { $0.measure == .killed }
    var svg = SVGWriter()
    sheet.open(title: title, subtitle: subtitle, to: &svg)
    let left = Sheet.margin + (sheet.innerWidth - width) / 2
    svg.open("g", ["transform": .text("translate(\(SVGWriter.text(left)) \(SVGWriter.text(sheet.top)))")])
    svg.append(ground.drawing)
    drawUncertainty(of: shown, to: &svg)
    for phase in shown { drawSection(phase, to: &svg) }
    for phase in shown { drawMark(phase, to: &svg) }
    for incident in killed { drawDeaths(incident, to: &svg) }
    drawLabels(shown, killed, to: &svg)
    ground.scaleBar(to: &svg)
    svg.close("g")
    MapLegend(sheet: sheet).draw(below: sheet.top + sheet.innerHeight + 20, to: &svg)
    let publishers = Set(shown.flatMap(\.publishers) + killed.flatMap(\.publishers)).sorted()
    let notes = NoteText.lines("Sources", publishers, room: sheet.room, most: 3)
    sheet.write(
      [Self.summary(shown, killed)] + notes,
      below: sheet.top + sheet.innerHeight + 76,
      to: &svg
    )
    svg.close("svg")
    return svg.bytes
  }

  private var width: Double { ground.ground.projection.width / GroundPicture.resolution }
  private var height: Double { ground.ground.projection.height / GroundPicture.resolution }

  private func position(of coordinate: Coordinate) -> (x: Double, y: Double) {
    let (x, y) = ground.ground.projection.position(of: coordinate)
    return (x / GroundPicture.resolution, y / GroundPicture.resolution)
  }

  // MARK: Events

  /// Of each blockade the phase that is best supported: a reported one before a presumed one. Blocked ones come
  /// last, so that they lie on top.
  private static func onePerBlockade(_ phases: [Phase]) -> [Phase] {
    var best: [BlockadeID: Phase] = [:]
    for phase in phases where best[phase.blockadeID]?.evidence != .reported { best[phase.blockadeID] = phase }
    let ordered = best.sorted { $0.key < $1.key }.map(\.value)
    return ordered.filter { $0.status != .blocked } + ordered.filter { $0.status == .blocked }
  }

  /// The point of a location that is no line.
  private func point(of phase: Phase) -> Coordinate? {
    guard let location = phase.placement.location else { return nil }
    switch location.geometry {
    case .lineString, .multiLineString: return nil
    default: return location.representativePoint
    }
  }

  /// Rings that hold the true point nine times in ten, where they are larger than the mark.
  private func drawUncertainty(of phases: [Phase], to svg: inout SVGWriter) {
    for phase in phases {
      guard let point = point(of: phase), let location = phase.placement.location else { continue }
      let radius =
        ground.ground.projection.units(location.uncertainty, at: point) / GroundPicture.resolution
      guard radius > Mark.radius + 1 else { continue }
      let (x, y) = position(of: point)
      let color = Palette.colors(of: phase.status).fill
      svg.element(
        "circle",
        [
          "cx": .number(x), "cy": .number(y), "r": .number(radius), "fill": .text(color),
          "fill-opacity": "0.08",
          "stroke": .text(color), "stroke-opacity": "0.6", "stroke-width": "0.8",
        ]
      )
    }
  }

  private func drawSection(_ phase: Phase, to svg: inout SVGWriter) {
    let lines: [LineString]
    switch phase.placement.location?.geometry {
    case .lineString(let line)?: lines = [line]
    case .multiLineString(let several)?: lines = several.lines
    default: return
    }
    let paths = lines.map { line in
      Thinning.thinned(
        Thinning.distinct(line.coordinates.map { ground.ground.projection.gridPoint(of: $0) }),
        tolerance: 3
      )
    }
    svg.element(
      "path",
      [
        "d": .text(PathText.text(paths)), "transform": .text("scale(\(1 / GroundPicture.resolution))"),
        "fill": "none", "stroke": .text(Palette.colors(of: phase.status).fill), "stroke-width": 40,
        "stroke-opacity": "0.75", "stroke-linecap": "round", "stroke-linejoin": "round",
        "stroke-dasharray": phase.evidence == .presumed ? "20 60" : "none",
      ],
      title: Self.tip(of: phase)
    )
  }

  private func drawMark(_ phase: Phase, to svg: inout SVGWriter) {
    guard let point = point(of: phase) else { return }
    let (x, y) = position(of: point)
    Mark.draw(phase.status, phase.evidence, x: x, y: y, title: Self.tip(of: phase), to: &svg)
  }

  private func drawDeaths(_ incident: Incident, to svg: inout SVGWriter) {
    guard let point = incident.placement.location?.representativePoint else { return }
    let (x, y) = position(of: point)
    let tip = "\(incident.day): \(incident.best) killed, \(incident.category)"
    Mark.draw(killed: incident.best, x: x, y: y, title: tip, to: &svg)
  }

  private static func tip(of phase: Phase) -> String {
    let location = phase.placement.location
    let name = location.flatMap { $0.routeName ?? $0.place } ?? "blockade"
    let days =
      "\(phase.start.day) to \(phase.end.map { max(phase.start.day, $0.day.previous).description } ?? "today")"
    return "\(name), \(phase.status.rawValue), \(phase.evidence.rawValue), \(days)"
  }

  // MARK: Labels

  /// Names of kilometres and places beside their marks, where there are few enough; names of regions with the
  /// number of their blockades.
  private func drawLabels(_ phases: [Phase], _ incidents: [Incident], to svg: inout SVGWriter) {
    var labels = LabelPlaces(width: width, height: height)
    let marks = phases.compactMap { phase in point(of: phase).map { (phase, position(of: $0)) } }
    for (_, point) in marks { labels.reserve(x: point.x, y: point.y, radius: Mark.radius + 1) }
    for incident in incidents {
      guard let point = incident.placement.location?.representativePoint else { continue }
      let (x, y) = position(of: point)
      labels.reserve(x: x, y: y, radius: Mark.reach(killed: incident.best))
    }
    if marks.count <= Self.mostLabelledMarks {
      for (phase, point) in marks {
        guard let location = phase.placement.location, let name = Self.label(of: location) else { continue }
        if let place = labels.beside(x: point.x, y: point.y, gap: 7, name, size: 11) {
          Self.write(name, at: place, size: 11, color: Palette.ink, to: &svg)
        }
      }
    }
    var counts: [RegionCode: Int] = [:]
    for case let region? in phases.lazy.map({ $0.placement.location?.region }) {
      counts[region, default: 0] += 1
    }
    for area in ground.ground.areas {
      let count = counts.reduce(0) { $1.key.isInside(area.code) ? $0 + $1.value : $0 }
      let name = count > 0 ? "\(area.name) \(count)" : area.name
      let (x, y) = (
        Double(area.label.x) / GroundPicture.resolution, Double(area.label.y) / GroundPicture.resolution
      )
      if let place = labels.around(x: x, y: y, name, size: 11) {
        Self.write(name, at: place, size: 11, color: Palette.name, isBold: count > 0, to: &svg)
      }
    }
  }

  private static func label(of location: Location) -> String? {
    if let place = location.place { return place }
    return location.kilometre.map { "km \(SVGWriter.text($0))" }
  }

  private static func write(
    _ text: String,
    at place: (x: Double, y: Double),
    size: Double,
    color: String,
    isBold: Bool = false,
    to svg: inout SVGWriter
  ) {
    svg.element(
      "text",
      [
        "x": .number(place.x), "y": .number(place.y), "font-size": .number(size), "text-anchor": "middle",
        "font-weight": isBold ? "bold" : "normal", "fill": .text(color), "stroke": .text(Palette.land),
        "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke",
      ],
      content: text
    )
  }

  // MARK: Notes

  private static func summary(_ phases: [Phase], _ incidents: [Incident]) -> String {
    let statuses = BlockadeStatus.allCases.filter(\.isInForce).map { status in
      "\(phases.count { $0.status == status }) \(status.rawValue)"
    }
    let presumed = phases.count { $0.evidence == .presumed }
    let unlocated = phases.count { $0.placement.location == nil }
    let killed = Dictionary(grouping: incidents, by: \.category).sorted { $0.key < $1.key }.map {
      "\($0.value.reduce(0) { $0.addingReportingOverflow($1.best).partialValue }) \($0.key)"
    }
    return """
      Blockades: \(phases.count) (\(statuses.joined(separator: ", ")); \(presumed) of them presumed), \
      \(unlocated) without a position. Killed: \(killed.isEmpty ? "none" : killed.joined(separator: ", ")).
      """
  }
}
