internal import Geo

/// The ground of a map as SVG, drawn once for as many pictures as are wanted.
struct GroundPicture {
  /// How many units of the grid there are to a unit of the sheet.
  static let resolution = 10.0

  let ground: Ground
  let drawing: SVGWriter

  init(_ ground: Ground) {
    self.ground = ground
    var svg = SVGWriter()
    svg.open(
      "g",
      ["transform": .text("scale(\(1 / Self.resolution))"), "fill": "none", "stroke-linejoin": "round"]
    )
    for area in ground.areas {
      svg.element(
        "path",
        [
          "d": .text(PathText.text(area.rings.map { ground.mesh.points(of: $0) }, isClosed: true)),
          "fill": .text(Palette.land), "fill-rule": "evenodd", "stroke": .text(Palette.border),
          "stroke-width": 7,
        ]
      )
    }
    svg.element(
      "path",
      [
        "d": .text(PathText.text(ground.roads.map(\.points))), "stroke": .text(Palette.road),
        "stroke-width": 7,
      ]
    )
    svg.element(
      "path",
      [
        "d": .text(PathText.text(ground.edge, isClosed: true)), "stroke": .text(Palette.edge),
        "stroke-width": 14,
      ]
    )
    svg.close("g")
    drawing = svg
  }

  /// A bar of a round length at the foot of the map, right for its middle.
  func scaleBar(to svg: inout SVGWriter) {
    guard let (length, width) = ground.projection.roundLength(within: 110 * Self.resolution) else { return }
    let (across, y) = (width / Self.resolution, ground.projection.height / Self.resolution - 6)
    svg.element(
      "path",
      [
        "d": .text("M0,\(SVGWriter.text(y - 6))v6h\(SVGWriter.text(across))v-6"), "fill": "none",
        "stroke": .text(Palette.ink),
      ]
    )
    svg.element(
      "text",
      [
        "x": .number(across / 2), "y": .number(y - 4), "font-size": 10, "text-anchor": "middle",
        "fill": .text(Palette.ink),
      ],
      content: length.kilometres >= 1 ? "\(Int(length.kilometres)) km" : "\(Int(length.metres)) m"
    )
  }
}
