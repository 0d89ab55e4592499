/// A piece of text: a word, a number, a sign, or the end of a line.
///
/// A paragraph may be as long as a text, and then has a token for every five bytes or so: each takes sixteen.
struct Token {
  enum Kind: UInt8 {
    /// Letters.
    case word
    /// Digits, with dots and commas between digits.
    case number
    /// Any other character that is not white space.
    case sign
    case lineBreak
  }

  /// What is to be seen of it besides its letters.
  struct Looks: OptionSet {
    let rawValue: UInt8

    static let capital = Looks(rawValue: 1 << 0)
    static let allCapital = Looks(rawValue: 1 << 1)
    static let accent = Looks(rawValue: 1 << 2)
    static let afterSpace = Looks(rawValue: 1 << 3)
  }

  let kind: Kind
  private let looks: Looks
  /// What is known of a word or of digits.
  let marks: WordMarks
  /// The bytes it takes up.
  let start: Int32
  let end: Int32
  /// The number of a word, or the scalar of a sign.
  private let value: UInt32

  /// A word, a number or the end of a line.
  init(_ kind: Kind, _ looks: Looks, from start: Int, to end: Int, word: WordTable.Word = WordTable.Word()) {
    self.kind = kind
    self.looks = looks
    marks = word.marks
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
    value = UInt32(bitPattern: word.number)
  }

  init(sign: UInt32, _ looks: Looks, from start: Int, to end: Int) {
    kind = .sign
    self.looks = looks
    marks = []
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
    value = sign
  }

  /// Whether it begins with a capital letter.
  var isCapital: Bool { looks.contains(.capital) }
  /// Whether it has several letters, all of them capitals.
  var isAllCapital: Bool { looks.contains(.allCapital) }
  /// Whether a letter of it has an accent.
  var hasAccent: Bool { looks.contains(.accent) }
  /// Whether white space, or the beginning of the text, stands before it.
  var followsSpace: Bool { looks.contains(.afterSpace) }

  /// The number of a word or a digit string in the table; 0 for one that is not there.
  var word: Int32 { kind == .sign ? 0 : Int32(bitPattern: value) }
  /// The scalar of a sign.
  var sign: UInt32 { kind == .sign ? value : 0 }

  /// Whether it is a certain sign.
  func isSign(_ scalar: Unicode.Scalar) -> Bool { kind == .sign && sign == scalar.value }

  /// Whether it is a hyphen or a dash.
  var isDash: Bool {
    guard kind == .sign else { return false }
    return switch sign {
    case 0x2D, 0x2010...0x2015, 0x2212: true
    default: false
    }
  }
}
