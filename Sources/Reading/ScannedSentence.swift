internal import Chronicle
internal import Gazetteer

/// A sentence as items, and what their values are.
struct ScannedSentence {
  var sentence: Sentence
  var items: [Item] = []
  var numbers: [NumberMention] = []
  var names: [NameMention] = []
  var dates: [DateMention] = []
  var kilometres: [KilometreMention] = []
  /// The roles of all its items.
  var roles: RoleSet = []
}
