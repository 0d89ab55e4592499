internal import Chronicle
internal import Gazetteer

/// A piece of a sentence with a meaning: a phrase, a name, a number, a date, kilometres; else a token.
struct Item {
  enum Kind: Hashable {
    /// A word; with a phrase where the language has one.
    case word
    case sign
    case number
    case name
    case kilometres
    case date
  }

  var kind: Kind
  /// The place of its phrase in the lexicon; −1 without one.
  var phrase: Int32 = -1
  /// The tokens it takes up.
  var start: Int
  var end: Int
  /// The place of its value in the list for its kind.
  var index = -1
  var roles: RoleSet = []
}

/// A number in a text.
struct NumberMention {
  /// The whole number, where it is one.
  var value: Int?
  var decimal: Double
  var qualifier = TollQualifier.exact
  /// Whether it says a rank, a share, or an amount of something that is neither people nor places.
  var isRank = false
  var isShare = false
  /// Whether it is written in digits.
  var isDigits = true
}

/// A name of the country pack in a text.
///
/// The scanner makes it; nobody changes it afterwards. A class, since the rules ask for names over and
/// over, and a reference costs less to hand out than all that it holds.
final class NameMention {
  var name: Reference.Name
  /// The highways that the name may stand for.
  let highways: [[Int]]
  /// Whether it is where somebody comes from.
  var isOrigin = false
  /// Whether no table has it: only the words around it say that it is a place or a road.
  let isUnknown: Bool
  /// Whether it is the name of a road that no table has.
  let isUnknownRoad: Bool
  /// The first token of the words that say what the name is: `the city of`.
  var phraseStart: Int

  init(name: Reference.Name, highways: [[Int]], isUnknown: Bool, isUnknownRoad: Bool, phraseStart: Int) {
    self.name = name
    self.highways = highways
    self.isUnknown = isUnknown
    self.isUnknownRoad = isUnknownRoad
    self.phraseStart = phraseStart
  }
}

/// The days that words name.
struct DateMention {
  /// How exactly a day is told.
  enum Precision: Int, Comparable {
    case period, relative, weekday, dayAndMonth, full

    static func < (left: DateMention.Precision, right: DateMention.Precision) -> Bool {
      left.rawValue < right.rawValue
    }
  }

  var days: ClosedRange<Day>
  var precision: Precision
  /// Whether there is no such day, as the 30th of February; `days` then says nothing.
  var isImpossible = false
  /// Whether it is the day that the text told last; `days` then says nothing.
  var isSameDay = false

  /// Whether it tells a day by itself.
  var tellsDay: Bool { precision != .period && !isImpossible && !isSameDay }
}

/// The kilometres that words name.
struct KilometreMention {
  var spans: [KilometreExpression.Span]
}
