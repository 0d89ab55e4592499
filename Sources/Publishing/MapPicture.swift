internal import Chronicle
internal import Gazetteer
internal import Geo

/// A map as an SVG picture: outlines, roads, blockades and deaths, with a legend and what is not on it.
///
/// The colours can be told apart by people who are colour-blind (after Okabe and Ito); a presumed blockade
/// is hollow, so that a print without colours shows it too.
struct MapPicture {
  private static let sheetWidth = 760.0
  private static let sheetHeight = 900.0
  private static let margin = 24.0
  private static let header = 64.0
  private static let footer = 118.0

  private let pack: CountryPack
  private let projection: MapProjection?

  init(pack: CountryPack) {
    self.pack = pack
    let boxes = pack.outlines.compactMap(\.polygons.boundingBox)
    projection = boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }.map {
      MapProjection($0, maximumWidth: Self.sheetWidth, maximumHeight: Self.sheetHeight)
    }
  }

  /// Draws phases and incidents.
  ///
  /// - Returns: `nil` where the country pack draws no outlines to lay the map out by.
  func svg(title: String, subtitle: String, phases: [Phase], incidents: [Incident]) -> [UInt8]? {
    guard let projection else { return nil }
    let width = projection.width + 2 * Self.margin
    let height = projection.height + Self.header + Self.footer
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
      width="\(Self.number(width))" height="\(Self.number(height))" role="img" font-family="sans-serif">
      <title>\(Self.escaped(title))</title>
      <rect width="100%" height="100%" fill="#dfe8ee"/>
      <text x="24" y="32" font-size="22" font-weight="bold" fill="#222">\(Self.escaped(title))</text>
      <text x="24" y="52" font-size="13" fill="#444">\(Self.escaped(subtitle))</text>
      <g transform="translate(\(Self.number(Self.margin)) \(Self.number(Self.header)))">

      """
    for outline in pack.outlines { svg += outlinePath(outline.polygons) }
    for route in pack.routes {
      svg += polyline(route.line.coordinates, style: "stroke=\"#b9b2a3\" stroke-width=\"0.6\"")
    }
    svg += blockades(phases)
    svg += deaths(incidents)
    svg +=
      "</g>\n" + legend(below: projection.height + Self.header, phases: phases, incidents: incidents)
      + "</svg>\n"
    return Array(svg.utf8)
  }

  // MARK: Ground

  private func outlinePath(_ polygons: MultiPolygon) -> String {
    let rings = polygons.polygons.flatMap(\.rings).map {
      points($0.coordinates, joiner: "L", least: 0.8) + "Z"
    }
    return
      "<path d=\"M\(rings.joined(separator: "M"))\" fill=\"#faf8f2\" stroke=\"#9a9385\" stroke-width=\"0.7\"/>\n"
  }

  private func polyline(_ coordinates: [Coordinate], style: String) -> String {
    "<polyline points=\"\(points(coordinates, joiner: " ", least: 1.5))\" fill=\"none\" \(style)/>\n"
  }

  /// Points on the sheet, those left out that are nearer than `least` units to the one before.
  private func points(_ coordinates: [Coordinate], joiner: String, least: Double) -> String {
    guard let projection else { return "" }
    var texts: [String] = []
    var last: (x: Double, y: Double)?
    for (index, coordinate) in coordinates.enumerated() {
      let point = projection.position(of: coordinate)
      let isEnd = index == 0 || index == coordinates.count - 1
      if let last, !isEnd, abs(point.x - last.x) + abs(point.y - last.y) < least { continue }
      last = point
      texts.append("\(Self.number(point.x)),\(Self.number(point.y))")
    }
    return texts.joined(separator: joiner)
  }

  // MARK: Events

  private func blockades(_ phases: [Phase]) -> String {
    var lines = ""
    var marks = ""
    var labels = LabelPlaces(width: projection?.width ?? 0)
    for phase in phases {
      guard let point = phase.placement.location?.representativePoint, let projection else { continue }
      labels.reserve(projection.position(of: point), radius: 7)
    }
    for phase in Self.onePerBlockade(phases) {
      guard let location = phase.placement.location else { continue }
      let color = phase.status.color
      let isPresumed = phase.evidence == .presumed
      let tip = "<title>\(Self.escaped(Self.tip(of: phase)))</title>"
      switch location.geometry {
      case .lineString(let line):
        lines += section([line], color: color, isPresumed: isPresumed, tip: tip)
      case .multiLineString(let several):
        lines += section(several.lines, color: color, isPresumed: isPresumed, tip: tip)
      default:
        guard let projection, let point = location.representativePoint else { continue }
        let (x, y) = projection.position(of: point)
        let fill = isPresumed ? "#fff" : color
        marks +=
          "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"5\" fill=\"\(fill)\" stroke=\"\(color)\" "
          + "stroke-width=\"2\">\(tip)</circle>\n"
        if let name = Self.label(of: location), let place = labels.place(name, x: x, y: y) {
          marks += Self.text(name, x: place.x, y: place.y)
        }
      }
    }
    return lines + marks
  }

  /// Of each blockade the phase that is best supported: a reported one before a presumed one.
  private static func onePerBlockade(_ phases: [Phase]) -> [Phase] {
    var best: [BlockadeID: Phase] = [:]
    for phase in phases where best[phase.blockadeID]?.evidence != .reported { best[phase.blockadeID] = phase }
    return best.values.sorted { $0.blockadeID < $1.blockadeID }
  }

  private func section(_ parts: [LineString], color: String, isPresumed: Bool, tip: String) -> String {
    let dashes = isPresumed ? " stroke-dasharray=\"2 5\"" : ""
    let style =
      "stroke=\"\(color)\" stroke-width=\"4\" stroke-opacity=\"0.75\" stroke-linecap=\"round\"\(dashes)"
    return "<g>\(tip)\(parts.map { polyline($0.coordinates, style: style) }.joined())</g>\n"
  }

  private func deaths(_ incidents: [Incident]) -> String {
    guard let projection else { return "" }
    var marks = ""
    for incident in incidents where incident.measure == .killed {
      guard let point = incident.placement.location?.representativePoint else { continue }
      let (x, y) = projection.position(of: point)
      let half = 5 + 2 * Double(incident.best).squareRoot()
      let tip = "\(incident.day): \(incident.best) killed, \(incident.category)"
      marks += """
        <path d="M\(Self.number(x)),\(Self.number(y - half))l\(Self.number(half)),\(Self.number(half))\
        l\(Self.number(-half)),\(Self.number(half))l\(Self.number(-half)),\(Self.number(-half))Z" fill="#000" \
        fill-opacity="0.75" stroke="#fff"><title>\(Self.escaped(tip))</title></path>
        <text x="\(Self.number(x))" y="\(Self.number(y + 4))" font-size="11" text-anchor="middle" \
        fill="#fff">\(incident.best)</text>

        """
    }
    return marks
  }

  private static func tip(of phase: Phase) -> String {
    let location = phase.placement.location
    let name = location.flatMap { $0.routeName ?? $0.place } ?? "blockade"
    let days = "\(phase.start.day) to \(phase.end.map { $0.day.advanced(by: -1).description } ?? "today")"
    return "\(name), \(phase.status.rawValue), \(phase.evidence.rawValue), \(days)"
  }

  private static func label(of location: Location) -> String? {
    if let place = location.place { return place }
    return location.kilometre.map { "km \(number($0))" }
  }

  // MARK: Legend

  private func legend(below top: Double, phases: [Phase], incidents: [Incident]) -> String {
    let y = top + 24
    var svg = "<g font-size=\"13\" fill=\"#222\">\n"
    func circle(_ x: Double, _ y: Double, fill: String, color: String, _ text: String) {
      svg += """
        <circle cx="\(Self.number(x))" cy="\(Self.number(y - 4))" r="5" fill="\(fill)" stroke="\(color)" stroke-width="2"/>
        <text x="\(Self.number(x + 12))" y="\(Self.number(y))">\(text)</text>

        """
    }
    circle(
      32,
      y,
      fill: BlockadeStatus.blocked.color,
      color: BlockadeStatus.blocked.color,
      "blocked, reported"
    )
    circle(190, y, fill: "#fff", color: BlockadeStatus.blocked.color, "presumed: sources silent")
    circle(
      32,
      y + 22,
      fill: BlockadeStatus.restricted.color,
      color: BlockadeStatus.restricted.color,
      "restricted"
    )
    circle(
      190,
      y + 22,
      fill: BlockadeStatus.suspended.color,
      color: BlockadeStatus.suspended.color,
      "suspended"
    )
    svg += """
      <path d="M400,\(Self.number(y - 4))h34" stroke="\(BlockadeStatus.blocked.color)" stroke-width="4" stroke-opacity="0.75"/>
      <text x="442" y="\(Self.number(y))">blocked somewhere on it</text>
      <path d="M417,\(Self.number(y + 9))l9,9l-9,9l-9,-9Z" fill="#000" fill-opacity="0.75"/>
      <text x="442" y="\(Self.number(y + 22))">people killed</text>

      """
    let unlocated = Set(phases.filter { $0.placement.location == nil }.map(\.blockadeID)).count
    let spells = Set(phases.map(\.blockadeID)).count
    let killed = incidents.filter { $0.measure == .killed }.count
    svg += """
      <text x="24" y="\(Self.number(y + 50))">\(spells) blockades, \(unlocated) of them without a position; \
      \(killed) incidents with deaths.</text>

      """
    for (index, line) in Self.sources(phases, incidents).enumerated() {
      let height = Self.number(y + 68 + Double(index) * 14)
      svg += "<text x=\"24\" y=\"\(height)\" font-size=\"11\" fill=\"#555\">\(Self.escaped(line))</text>\n"
    }
    return svg + "</g>\n"
  }

  /// The publishers, in lines that fit the sheet; three lines at most.
  private static func sources(_ phases: [Phase], _ incidents: [Incident]) -> [String] {
    let publishers = Set(phases.flatMap(\.publishers) + incidents.flatMap(\.publishers)).sorted()
    var lines = ["Sources:"]
    for (index, publisher) in publishers.enumerated() {
      let word = " " + publisher + (index == publishers.count - 1 ? "." : ";")
      if lines[lines.count - 1].count + word.count > 105, lines.count < 3 { lines.append("") }
      lines[lines.count - 1] += word
    }
    return lines
  }

  // MARK: Text

  private static func text(_ text: String, x: Double, y: Double) -> String {
    """
    <text x="\(number(x))" y="\(number(y))" font-size="11" fill="#222" stroke="#faf8f2" stroke-width="3" \
    paint-order="stroke">\(escaped(text))</text>

    """
  }

  private static func number(_ value: Double) -> String {
    let rounded = value.rounded(toPlaces: 1)
    return rounded == rounded.rounded() ? String(Int(clamping: Int64(rounded))) : String(rounded)
  }

  /// Text is text, never markup.
  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}

/// Finds room for labels: one that would lie on a mark, on another label or beyond the sheet is left out.
private struct LabelPlaces {
  private let width: Double
  private var taken: [(x: ClosedRange<Double>, y: ClosedRange<Double>)] = []

  init(width: Double) { self.width = width }

  mutating func reserve(_ point: (x: Double, y: Double), radius: Double) {
    taken.append(((point.x - radius)...(point.x + radius), (point.y - radius)...(point.y + radius)))
  }

  mutating func place(_ text: String, x: Double, y: Double) -> (x: Double, y: Double)? {
    let length = Double(text.count) * 6.2
    let right = [(x + 10, y + 4), (x + 6, y - 9), (x + 6, y + 18)]
    let left = right.map { (2 * x - $0.0 - length, $0.1) }
    for (start, base) in right + left {
      let box = (x: start...(start + length), y: (base - 10)...(base + 2))
      guard start >= 0, start + length <= width else { continue }
      guard !taken.contains(where: { $0.x.overlaps(box.x) && $0.y.overlaps(box.y) }) else { continue }
      taken.append(box)
      return (start, base)
    }
    return nil
  }
}

extension BlockadeStatus {
  fileprivate var color: String {
    switch self {
    case .blocked: "#d55e00"
    case .restricted: "#e69f00"
    case .suspended: "#0072b2"
    case .cleared: "#009e73"
    }
  }
}
