/// Notes below a picture.
enum NoteText {
  /// Items in lines of so many characters; those beyond the last line are counted.
  static func lines(_ name: String, _ items: [String], room: Int, most: Int) -> [String] {
    guard !items.isEmpty else { return [] }
    var lines = [name + ":"]
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      let word = " " + item + (isLast ? "." : ";")
      let isFull = lines[lines.count - 1].count + word.count > room
      // The last line keeps room for the number of those left out.
      let isEnding = lines.count == most && !isLast && lines[lines.count - 1].count + word.count > room - 14
      if isFull || isEnding {
        guard lines.count < most else {
          lines[lines.count - 1] += " and \(items.count - index) more."
          break
        }
        lines.append("")
      }
      lines[lines.count - 1] += word
    }
    return lines
  }
}
