/// Why a spell is taken to be over.
public enum Ending: String, CaseIterable, Hashable, Sendable {
  /// A source says that the road is free.
  case cleared
  /// A publisher of complete reports listed it and no longer does; whether it was cleared is not said.
  case notListed = "not_listed"
  /// Nothing was heard of it for longer than it is presumed to stand; what became of it is unknown.
  case lapsed
}
