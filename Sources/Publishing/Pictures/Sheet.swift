/// A sheet of A4 paper, upright or on its side, in CSS pixels of 96 to the inch: a title, a picture, notes below.
struct Sheet {
  static let margin = 24.0
  private static let header = 68.0

  let width: Double
  let height: Double
  /// The part for the picture, below the title and above the notes.
  let top = Sheet.header
  let innerWidth: Double
  let innerHeight: Double

  /// - Parameters:
  ///   - isUpright: Whether the longer side goes down.
  ///   - notes: How high the notes below the picture are.
  init(isUpright: Bool, notes: Double) {
    (width, height) = isUpright ? (794, 1123) : (1123, 794)
    innerWidth = width - 2 * Self.margin
    innerHeight = height - Self.header - notes - Self.margin / 2
  }

  /// Begins the picture with its title.
  func open(title: String, subtitle: String, to svg: inout SVGWriter) {
    svg.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": .text("0 0 \(SVGWriter.text(width)) \(SVGWriter.text(height))"),
        "width": .text(width < height ? "210mm" : "297mm"),
        "height": .text(width < height ? "297mm" : "210mm"),
        "role": "img", "font-family": "sans-serif",
      ]
    )
    svg.element("title", [:], content: "\(title), \(subtitle)")
    svg.element("rect", ["width": .number(width), "height": .number(height), "fill": .text(Palette.sea)])
    svg.element(
      "text",
      ["x": 24, "y": 34, "font-size": 22, "font-weight": "bold", "fill": .text(Palette.ink)],
      content: title
    )
    svg.element(
      "text",
      ["x": 24, "y": 55, "font-size": 14, "fill": .text(Palette.quiet)],
      content: subtitle
    )
  }

  /// Writes lines of text below each other.
  func write(_ lines: [String], below top: Double, size: Double = 11, to svg: inout SVGWriter) {
    for (index, line) in lines.enumerated() {
      svg.element(
        "text",
        [
          "x": .number(Self.margin), "y": .number(top + Double(index) * size * 1.3),
          "font-size": .number(size),
          "fill": .text(Palette.quiet),
        ],
        content: line
      )
    }
  }

  /// How many characters of a note fit into a line.
  var room: Int { Int(innerWidth / 6.2) }
}
