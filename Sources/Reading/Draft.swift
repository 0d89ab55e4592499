internal import Chronicle
internal import Gazetteer

/// A statement in the making: what was read, before it is compared with the rest of the text.
struct Draft {
  var content: ReadStatement.Content
  var scope: Scope
  /// The bytes of the text it rests on.
  var bytes: Range<Int>
  var place = ""
  var resolution: Resolution?
  /// The kilometre as written, where one is.
  var kilometre: Double?
  var days: ClosedRange<Day>
  /// How the days were told; `nil` where the text says nothing and the day of the report stands in.
  var precision: DateMention.Precision?
  var said: Day
  var asOf: Moment?
  var warnings: [String] = []
  /// Whether it happened somewhere that the sentence does not tell.
  var isUnplaced = false
  /// The name of the place, where it is one.
  var name: Reference.Name?
}
