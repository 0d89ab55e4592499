internal import Chronicle

/// What the symbols of a map mean, in two rows below it.
struct MapLegend {
  let sheet: Sheet

  private static let columns = 4

  func draw(below top: Double, to svg: inout SVGWriter) {
    let column = sheet.innerWidth / Double(Self.columns)
    func cell(_ index: Int, _ text: String, symbol: (Double, Double, inout SVGWriter) -> Void) {
      let x = Sheet.margin + 9 + Double(index % Self.columns) * column
      let y = top + Double(index / Self.columns) * 22
      symbol(x, y - 4, &svg)
      svg.element(
        "text",
        ["x": .number(x + 14), "y": .number(y), "font-size": 12, "fill": .text(Palette.ink)],
        content: text
      )
    }
    cell(0, "blocked") { Mark.draw(.blocked, .reported, x: $0, y: $1, to: &$2) }
    cell(1, "restricted") { Mark.draw(.restricted, .reported, x: $0, y: $1, to: &$2) }
    cell(2, "suspended") { Mark.draw(.suspended, .reported, x: $0, y: $1, to: &$2) }
    cell(3, "hollow: presumed") { Mark.draw(.blocked, .presumed, x: $0, y: $1, to: &$2) }
    cell(4, "somewhere on the line") { x, y, svg in
      svg.element(
        "path",
        [
          "d": .text("M\(SVGWriter.text(x - 8)),\(SVGWriter.text(y))h16"),
          "stroke": .text(Palette.colors(of: .blocked).fill),
          "stroke-width": 4, "stroke-opacity": "0.75", "stroke-linecap": "round",
        ]
      )
    }
    cell(5, "9 in 10 lie inside") { x, y, svg in
      let color = Palette.colors(of: .blocked).fill
      svg.element(
        "circle",
        [
          "cx": .number(x), "cy": .number(y), "r": 8, "fill": .text(color), "fill-opacity": "0.08",
          "stroke": .text(color), "stroke-opacity": "0.6", "stroke-width": "0.8",
        ]
      )
    }
    cell(6, "people killed") { x, y, svg in
      svg.element(
        "path",
        [
          "d": .text("M\(SVGWriter.text(x)),\(SVGWriter.text(y - 7))l7,7l-7,7l-7,-7Z"),
          "fill": .text(Palette.death),
        ]
      )
    }
    cell(7, "number: blockades there") { x, y, svg in
      svg.element(
        "text",
        [
          "x": .number(x), "y": .number(y + 4), "font-size": 11, "font-weight": "bold",
          "text-anchor": "middle",
          "fill": .text(Palette.name),
        ],
        content: "3"
      )
    }
  }
}
