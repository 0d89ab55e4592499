internal import Chronicle

/// The symbols of a map, drawn around a point.
enum Mark {
  /// How far the symbol of a blockade reaches.
  static let radius = 4.6

  /// A blockade: a circle where blocked, a triangle where restricted, a square where suspended; hollow while it is
  /// only presumed.
  static func draw(
    _ status: BlockadeStatus,
    _ evidence: Evidence,
    x: Double,
    y: Double,
    title: String? = nil,
    to svg: inout SVGWriter
  ) {
    let (fill, rim) = Palette.colors(of: status)
    let isPresumed = evidence == .presumed
    svg.element(
      "path",
      [
        "d": .text(path(of: status, x: x, y: y)),
        "fill": .text(isPresumed ? Palette.land : fill),
        "stroke": .text(isPresumed && status == .blocked ? fill : rim),
        "stroke-width": isPresumed ? "1.8" : "0.8",
        "stroke-linejoin": "round",
      ],
      title: title
    )
  }

  /// Deaths: a diamond whose area grows with their number, which stands in it.
  static func draw(killed: Int, x: Double, y: Double, title: String? = nil, to svg: inout SVGWriter) {
    let half = reach(killed: killed)
    let (across, back) = (SVGWriter.text(half), SVGWriter.text(-half))
    svg.element(
      "path",
      [
        "d": .text(
          "M\(SVGWriter.text(x)),\(SVGWriter.text(y - half))l\(across),\(across)l\(back),\(across)l\(back),\(back)Z"
        ),
        "fill": .text(Palette.death), "fill-opacity": "0.85", "stroke": "#fff",
      ],
      title: title
    )
    svg.element(
      "text",
      ["x": .number(x), "y": .number(y + 3.6), "font-size": 10, "text-anchor": "middle", "fill": "#fff"],
      content: String(killed)
    )
  }

  /// How far the diamond of so many deaths reaches.
  static func reach(killed: Int) -> Double { 6 + 2 * Double(max(killed, 0)).squareRoot() }

  private static func path(of status: BlockadeStatus, x: Double, y: Double) -> String {
    let (left, middle) = (SVGWriter.text(x - radius), SVGWriter.text(y))
    switch status {
    case .blocked, .cleared:
      let across = SVGWriter.text(2 * radius)
      let arc = "a\(radius),\(radius) 0 1 1"
      return "M\(left),\(middle)\(arc) \(across),0\(arc) -\(across),0Z"
    case .restricted:
      return "M\(SVGWriter.text(x)),\(SVGWriter.text(y - 5.4))l5.2,9.4h-10.4Z"
    case .suspended:
      return "M\(SVGWriter.text(x - 4.1)),\(SVGWriter.text(y - 4.1))h8.2v8.2h-8.2Z"
    }
  }
}
