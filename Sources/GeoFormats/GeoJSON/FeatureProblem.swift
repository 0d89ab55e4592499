/// Why an element of a collection cannot be compared with others.
enum FeatureProblem: Hashable, Sendable {
  case notAnObject
  /// Its “type” is missing or another.
  case notAFeature
  /// One of “type”, “id”, “properties” and “geometry” stands in it twice, or its key does.
  case repeatedMember
  case missingKey
  /// The key is neither a text nor a number.
  case unusableKey
  /// A feature before it has the same key.
  case repeatedKey

  /// What was found, and what should have been.
  func words(key: FeatureKey) -> (observed: String, expected: String) {
    switch self {
    case .notAnObject: ("a value that is no object", "a Feature")
    case .notAFeature: ("an object that is no Feature", "the type “Feature”")
    case .repeatedMember: ("a Feature with a member twice", "“type”, “id”, “properties”, “geometry” and \(key) once")
    case .missingKey: ("a Feature without \(key)", "one to tell it by")
    case .repeatedKey: ("a Feature whose \(key) another one before it has", "each once")
    case .unusableKey: ("a Feature whose \(key) is neither a text nor a number", "one to tell it by")
    }
  }
}
