/// A sentence, a heading, or an item of a list: tokens of one paragraph.
struct Sentence {
  /// The tokens it is made of.
  var tokens: Range<Int>
  /// Whether it begins a line.
  var beginsLine: Bool
  /// Whether a bullet or a number in a list stands before it.
  var isItem: Bool
  /// Whether it is a line of its own, and a short one without a full stop.
  var isShortLine: Bool
  /// Whether it ends with a colon.
  var endsWithColon: Bool
}

extension Sentence {
  /// A sentence is cut after so many tokens, whatever it says, so that no text takes longer than its length.
  static let longest = 400
  /// Lines of fewer bytes are not broken to fit a width.
  private static let narrowest = 45

  /// Cuts a paragraph into sentences.
  ///
  /// - Parameter isAbbreviation: Whether a full stop after this token is part of the word.
  /// - Complexity: O(*n*).
  static func split(_ tokens: [Token], isAbbreviation: (Int) -> Bool) -> [Sentence] {
    var sentences: [Sentence] = []
    // Most paragraphs are one line without marks.
    lazy var width = width(tokens)
    // A list within a line: `❌ km 299 ❌ km 618 ✅ km 190`.
    lazy var hasMarks = tokens.count { isMark($0) } > 1
    var start = 0
    var beginsLine = true
    var lineStart = 0
    func close(at end: Int, next: Int, endsLine: Bool) {
      var first = start
      var isItem = false
      if beginsLine, let bullet = bullet(tokens, first, end) { (first, isItem) = (bullet, true) }
      var last = end
      while last > first, tokens[last - 1].kind == .lineBreak { last -= 1 }
      while first < last, tokens[first].kind == .lineBreak { first += 1 }
      if first < last {
        let length = Int(tokens[last - 1].end - tokens[first].start)
        let isStop = tokens[last - 1].isSign(".")
        sentences.append(
          Sentence(
            tokens: first..<last,
            beginsLine: beginsLine,
            isItem: isItem,
            isShortLine: beginsLine && endsLine && length < 90 && !isStop,
            endsWithColon: tokens[last - 1].isSign(":")
          )
        )
      }
      start = next
      beginsLine = endsLine
    }
    var position = 0
    while position < tokens.count {
      let token = tokens[position]
      if position - start >= longest {
        close(at: position, next: position, endsLine: false)
        continue
      }
      switch token.kind {
      case .lineBreak:
        if isHardBreak(tokens, lineStart, position, width: width) {
          close(at: position, next: position + 1, endsLine: true)
        }
        lineStart = position + 1
        position += 1
      case .sign where position > start && isMark(token) && hasMarks:
        close(at: position, next: position, endsLine: true)
        lineStart = position
        position += 1
      case .sign where isStop(token):
        var next = position + 1
        while next < tokens.count, !tokens[next].followsSpace, isClosing(tokens[next]) { next += 1 }
        // `Puno ......... 44`
        if next - position > 3, next < tokens.count, tokens[next].kind == .number {
          position = next
          continue
        }
        if next >= tokens.count || tokens[next].kind == .lineBreak || !token.isSign(".") {
          if next < tokens.count, tokens[next].kind == .lineBreak {
            close(at: next, next: next + 1, endsLine: true)
            lineStart = next + 1
            position = next + 1
          } else if next >= tokens.count || tokens[next].followsSpace {
            close(at: next, next: next, endsLine: next >= tokens.count)
            position = next
          } else {
            position = next
          }
        } else if tokens[next].followsSpace, startsSentence(tokens[next]), position > start,
          !(beginsLine && position == start + 1 && tokens[start].kind == .number),
          !isAbbreviation(position - 1) || tokens[position - 1].kind == .number
        {
          close(at: next, next: next, endsLine: false)
          position = next
        } else {
          position = next
        }
      default:
        position += 1
      }
    }
    close(at: tokens.count, next: tokens.count, endsLine: true)
    return sentences
  }

  /// Whether it is a sign that marks the points of a list within a line.
  private static func isMark(_ token: Token) -> Bool {
    guard token.kind == .sign, token.followsSpace else { return false }
    return switch token.sign {
    case 0x2022, 0x25AA...0x25FF, 0x26A0, 0x26D4, 0x2705, 0x2714, 0x274C, 0x27A1, 0x1F4CD, 0x1F534, 0x1F535,
      0x1F6A7,
      0x1F6AB, 0x1F7E0...0x1F7EB:
      true
    default: false
    }
  }

  private static func isStop(_ token: Token) -> Bool {
    switch token.sign {
    case 0x2E, 0x21, 0x3F, 0x2026: true
    default: false
    }
  }

  private static func isClosing(_ token: Token) -> Bool {
    guard token.kind == .sign else { return false }
    return switch token.sign {
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB, 0x2E, 0x21, 0x3F, 0x2D: true
    default: false
    }
  }

  private static func startsSentence(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.isCapital
    case .number, .sign: true
    case .lineBreak: true
    }
  }

  /// Whether the line that ends here is a line of its own, not one broken to fit a width.
  private static func isHardBreak(_ tokens: [Token], _ lineStart: Int, _ end: Int, width: Int) -> Bool {
    guard lineStart < end, end + 1 < tokens.count else { return true }
    let next = tokens[end + 1]
    if next.kind == .lineBreak { return true }
    let last = tokens[end - 1]
    if last.kind == .sign, !last.isSign(","), !last.isDash { return true }
    if bullet(tokens, end + 1, tokens.count) != nil { return true }
    // `AREQUIPA: …`
    if next.kind == .word, next.isCapital, end + 2 < tokens.count, tokens[end + 2].isSign(":") { return true }
    // `km 74, Guerreros: closed` in a table
    if next.kind == .word, !next.isCapital {
      return width == .max && end + 2 < tokens.count && tokens[end + 2].kind == .number
    }
    return !isFull(tokens, lineStart, end, width: width)
  }

  /// Whether the next word would have gone beyond the width that a line was broken to fit.
  private static func isFull(_ tokens: [Token], _ lineStart: Int, _ end: Int, width: Int) -> Bool {
    let next = tokens[end + 1]
    return Int(tokens[end - 1].end - tokens[lineStart].start) + 1 + Int(next.end - next.start) > width
  }

  /// The width that a paragraph's lines were broken to fit: that of its longest line, where most lines are
  /// full; else no line was broken.
  private static func width(_ tokens: [Token]) -> Int {
    var lines: [(start: Int, end: Int)] = []
    var width = 0
    var start = 0
    for position in 0...tokens.count where position == tokens.count || tokens[position].kind == .lineBreak {
      if start < position {
        lines.append((start, position))
        width = max(width, Int(tokens[position - 1].end - tokens[start].start))
      }
      start = position + 1
    }
    let broken = lines.dropLast()
    let full = broken.count { $0.end + 1 < tokens.count && isFull(tokens, $0.start, $0.end, width: width) }
    return width >= narrowest && full * 2 > broken.count ? width : .max
  }

  /// The token behind a bullet or a number of a list that stands here.
  private static func bullet(_ tokens: [Token], _ start: Int, _ end: Int) -> Int? {
    guard start + 1 < end else { return nil }
    let first = tokens[start]
    switch first.kind {
    case .sign:
      let isBullet: Bool =
        switch first.sign {
        case 0x2A, 0x2B, 0x2D, 0xB7, 0x2022, 0x2023, 0x2013, 0x2014, 0x25AA...0x25FF, 0x2705, 0x2796, 0x27A1,
          0x1F300...0x1FAFF, 0x2714, 0x26A0, 0x26D4, 0x25CF, 0x203A, 0xBB, 0x3E:
          true
        default: false
        }
      guard isBullet else { return nil }
      var next = start + 1
      while next < end, tokens[next].kind == .sign, tokens[next].sign > 0x2000 || tokens[next].isDash {
        next += 1
      }
      return next < end ? next : nil
    case .number:
      let mark = tokens[start + 1]
      guard mark.isSign(")") || mark.isSign("."), !mark.followsSpace, first.end - first.start <= 2,
        start + 2 < end, tokens[start + 2].followsSpace
      else { return nil }
      return start + 2
    default:
      return nil
    }
  }
}
