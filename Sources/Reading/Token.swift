/// A piece of text: a word, a number, a sign, or the end of a line.
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

  var kind: Kind
  /// Whether it begins with a capital letter.
  var isCapital = false
  /// Whether it has several letters, all of them capitals.
  var isAllCapital = false
  /// Whether a letter of it has an accent.
  var hasAccent = false
  /// Whether white space, or the beginning of the text, stands before it.
  var followsSpace: Bool
  /// The bytes it takes up.
  var start: Int32
  var end: Int32
  /// The number of a word or a digit string in the table; 0 for one that is not there.
  var word: Int32 = 0
  /// The scalar of a sign.
  var sign: UInt32 = 0

  init(kind: Kind, followsSpace: Bool, from start: Int, to end: Int) {
    self.kind = kind
    self.followsSpace = followsSpace
    self.start = Int32(clamping: start)
    self.end = Int32(clamping: end)
  }

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
