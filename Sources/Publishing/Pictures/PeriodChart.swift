internal import Chronicle

/// A chart of a period as an SVG picture: for each day a bar of the blockades in force by status, presumed ones
/// paler, and above the bars who was killed.
struct PeriodChart {
  private static let width = 794.0
  private static let height = 400.0
  private static let left = 56.0
  private static let right = 24.0
  private static let top = 100.0
  private static let floor = 312.0

  private let counts: DailyCounts
  private let incidents: [Incident]
  private let publishers: [String]
  private let scale: ChartScale
  private let dayWidth: Double

  /// - Parameters:
  ///   - incidents: Those of the period; only deaths are shown.
  ///   - publishers: Who says so.
  init(_ counts: DailyCounts, incidents: [Incident], publishers: [String]) {
    self.counts = counts
    self.publishers = publishers
    self.incidents = incidents.filter { $0.measure == .killed }
    scale = ChartScale(most: counts.sums.max() ?? 0)
    dayWidth = (Self.width - Self.left - Self.right) / Double(counts.days.count)
  }

  func svg(title: String) -> [UInt8] {
    let subtitle = "\(counts.days.lowerBound) to \(counts.days.upperBound), blockades in force on each day"
    var svg = SVGWriter()
    svg.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": .text("0 0 \(SVGWriter.text(Self.width)) \(SVGWriter.text(Self.height))"),
        "width": .number(Self.width), "height": .number(Self.height), "role": "img",
        "font-family": "sans-serif",
      ]
    )
    svg.element("title", [:], content: "\(title), \(subtitle)")
    svg.element("rect", ["width": .number(Self.width), "height": .number(Self.height), "fill": "#fff"])
    text(title, x: 24, y: 34, size: 22, color: Palette.ink, weight: "bold", to: &svg)
    text(subtitle, x: 24, y: 55, size: 14, to: &svg)
    drawScale(to: &svg)
    drawDates(to: &svg)
    drawBars(to: &svg)
    drawDeaths(to: &svg)
    drawLegend(to: &svg)
    svg.close("svg")
    return svg.bytes
  }

  private func x(_ day: Day) -> Double {
    Self.left + Double(counts.days.lowerBound.distance(to: day)) * dayWidth
  }

  private func y(_ count: Int) -> Double {
    Self.floor - (Self.floor - Self.top) * Double(count) / Double(scale.top)
  }

  private func drawScale(to svg: inout SVGWriter) {
    for count in stride(from: 0, through: scale.top, by: scale.step) {
      rule(
        "M\(SVGWriter.text(Self.left)),\(SVGWriter.text(y(count)))H\(SVGWriter.text(Self.width - Self.right))",
        to: &svg
      )
      text(String(count), x: Self.left - 6, y: y(count) + 4, size: 11, anchor: "end", to: &svg)
    }
  }

  /// Every day, week, month or year is named, as there is room.
  private func drawDates(to svg: inout SVGWriter) {
    var free = -Double.infinity
    for day in counts.days where isNamed(day) {
      let (x, label) = (x(day), counts.days.count <= 60 ? day.description : String(day.description.prefix(7)))
      rule("M\(SVGWriter.text(x)),\(SVGWriter.text(Self.floor))v5", to: &svg)
      guard x >= free, x + 60 <= Self.width else { continue }
      free = x + 74
      text(label, x: x + 1, y: Self.floor + 17, size: 11, to: &svg)
    }
  }

  private func isNamed(_ day: Day) -> Bool {
    let (_, month, dayOfMonth) = day.components
    switch counts.days.count {
    case ...14: return true
    case ...60: return counts.days.lowerBound.distance(to: day) % 7 == 0
    case ...1100: return dayOfMonth == 1
    default: return dayOfMonth == 1 && month == 1
    }
  }

  /// One path a kind. Days that are wide enough have a gap between them.
  private func drawBars(to svg: inout SVGWriter) {
    var floors = [Int](repeating: 0, count: counts.days.count)
    let bar = dayWidth > 4 ? dayWidth - 1 : dayWidth
    for kind in DailyCounts.kinds {
      var path = ""
      for (offset, count) in (counts.counts[kind] ?? []).enumerated() where count > 0 {
        let left = SVGWriter.text(Self.left + Double(offset) * dayWidth, decimals: 2)
        let (below, above) = (y(floors[offset]), y(floors[offset] + count))
        path +=
          "M\(left),\(SVGWriter.text(below, decimals: 2))V\(SVGWriter.text(above, decimals: 2))h\(SVGWriter.text(bar, decimals: 2))"
        path += "V\(SVGWriter.text(below, decimals: 2))Z"
        floors[offset] += count
      }
      guard !path.isEmpty else { continue }
      svg.element(
        "path",
        [
          "d": .text(path), "fill": .text(Palette.colors(of: kind.status).fill),
          "fill-opacity": kind.evidence == .presumed ? "0.45" : "1",
        ]
      )
    }
  }

  /// Figures of one day stand side by side: those of different people are not added.
  private func drawDeaths(to svg: inout SVGWriter) {
    for (day, incidents) in Dictionary(grouping: incidents, by: \.day).sorted(by: { $0.key < $1.key }) {
      let middle = x(day) + dayWidth / 2
      svg.element(
        "path",
        [
          "d": .text(
            "M\(SVGWriter.text(middle)),\(SVGWriter.text(Self.top - 14))V\(SVGWriter.text(Self.floor))"
          ),
          "stroke": .text(Palette.death), "stroke-dasharray": "1 2",
        ]
      )
      var left = middle - incidents.reduce(0) { $0 + Mark.reach(killed: $1.best) }
      for incident in incidents {
        let reach = Mark.reach(killed: incident.best)
        Mark.draw(
          killed: incident.best,
          x: left + reach,
          y: Self.top - 14,
          title: "\(day): \(incident.best) killed, \(incident.category)",
          to: &svg
        )
        left += 2 * reach
      }
    }
  }

  private func drawLegend(to svg: inout SVGWriter) {
    var x = Self.left
    let y = Self.floor + 46
    func entry(_ name: String, _ draw: (Double, inout SVGWriter) -> Void) {
      draw(x, &svg)
      text(name, x: x + 16, y: y, size: 12, color: Palette.ink, to: &svg)
      x += 16 + Double(name.count) * 7 + 20
    }
    func box(_ status: BlockadeStatus, opacity: SVGWriter.Value) -> (Double, inout SVGWriter) -> Void {
      { x, svg in
        svg.element(
          "rect",
          [
            "x": .number(x), "y": .number(y - 10), "width": 11, "height": 11,
            "fill": .text(Palette.colors(of: status).fill), "fill-opacity": opacity,
          ]
        )
      }
    }
    for status in BlockadeStatus.allCases where status.isInForce {
      entry(status.rawValue, box(status, opacity: "1"))
    }
    entry("paler: presumed, sources silent", box(.blocked, opacity: "0.45"))
    entry("people killed") { x, svg in
      svg.element(
        "path",
        [
          "d": .text("M\(SVGWriter.text(x + 6)),\(SVGWriter.text(y - 11))l6,6l-6,6l-6,-6Z"),
          "fill": .text(Palette.death),
        ]
      )
    }
    let lines = NoteText.lines("Sources", publishers, room: Int((Self.width - Self.left) / 6.2), most: 2)
    for (index, line) in lines.enumerated() {
      text(line, x: Self.left, y: y + 22 + 14 * Double(index), size: 11, to: &svg)
    }
  }

  private func rule(_ path: String, to svg: inout SVGWriter) {
    svg.element("path", ["d": .text(path), "stroke": "#c9c7c0"])
  }

  private func text(
    _ text: String,
    x: Double,
    y: Double,
    size: Double,
    color: String = Palette.quiet,
    weight: String = "normal",
    anchor: String = "start",
    to svg: inout SVGWriter
  ) {
    svg.element(
      "text",
      [
        "x": .number(x), "y": .number(y), "font-size": .number(size), "font-weight": .text(weight),
        "text-anchor": .text(anchor), "fill": .text(color),
      ],
      content: text
    )
  }
}
