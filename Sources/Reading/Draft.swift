internal import Chronicle
internal import Gazetteer

/// A statement in the making: what was read, before it is compared with the rest of the text.
struct Draft {
  var content: ReadStatement.Content
  var scope: Scope
  /// The bytes of the text it rests on.
  var bytes: Range<Int>
  var site: Site
  var days: ClosedRange<Day>
  /// How the days were told; `nil` where the text says nothing and the day of the report stands in.
  var precision: DateMention.Precision?
  var said: Day
  var asOf: Moment?
  var warnings: [String] = []
  /// Whether it happened somewhere that the sentence does not tell.
  var isUnplaced = false

  /// Whether it counts where roads are blockaded.
  var isTallyOfBlockades: Bool {
    guard case .tally(_, .blockade, _, _, _) = content else { return false }
    return true
  }

  /// Where it is, as a sentence tells it; nobody changes it. A class, since drafts are handed on and on, and a
  /// reference costs less to hand on than all that a place is.
  final class Site {
    let text: String
    let resolution: Resolution?
    /// The kilometre as written, where one is.
    let kilometre: Double?
    /// The name of the place, where it is one.
    let name: Reference.Name?

    init(
      _ text: String,
      _ resolution: Resolution?,
      kilometre: Double? = nil,
      name: Reference.Name? = nil
    ) {
      self.text = text
      self.resolution = resolution
      self.kilometre = kilometre
      self.name = name
    }
  }
}
