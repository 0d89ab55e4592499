internal import Chronicle
internal import Gazetteer

/// A word or phrase of a language and all that it can say.
struct Phrase: Sendable {
  var roles: RoleSet = []
  /// What it does in a reference to a place.
  var reference: [Vocabulary.Role] = []
  /// Of ``ReadingRole/number``.
  var number = 0
  /// Of ``ReadingRole/month``, 1 through 12.
  var month = 0
  /// Of ``ReadingRole/weekday``, 1 for Monday.
  var weekday = 0
  /// Of ``ReadingRole/day``.
  var dayOffset = 0
  /// Of ``ReadingRole/clock``.
  var isAfternoon = false
  /// Of ``ReadingRole/qualifier``.
  var qualifier = TollQualifier.exact
  /// Of ``ReadingRole/person``.
  var category = TollCategory.all
  /// Of ``ReadingRole/tally``.
  var measure = TallyMeasure.points
  /// Of ``ReadingRole/march``.
  var event = EventType.march
  /// Of ``ReadingRole/cause``.
  var cause = Cause.protest
  /// How many words it has.
  var length = 0
}
