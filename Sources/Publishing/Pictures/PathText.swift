/// The path of lines on a grid, for the attribute `d`: each point as its step from the one before.
enum PathText {
  static func text(_ lines: some Sequence<[GridPoint]>, isClosed: Bool = false) -> String {
    var text = ""
    for line in lines {
      guard let first = line.first, line.count > 1 else { continue }
      text += "M\(first.x),\(first.y)"
      var last = first
      // The closing stroke goes to the first point by itself.
      for point in isClosed ? line.dropFirst().dropLast() : line.dropFirst() {
        let step = point - last
        text += "l\(step.x),\(step.y)"
        last = point
      }
      if isClosed { text += "Z" }
    }
    return text
  }
}
