/// What tells the features of a collection apart, from one version of it to the next.
public enum FeatureKey: Hashable, Sendable {
  /// The feature's own “id”.
  case id
  /// A property, by its name.
  case property(String)
}

extension FeatureKey: CustomStringConvertible {
  /// As messages call it.
  public var description: String {
    switch self {
    case .id: "“id”"
    case .property(let name): "property “\(name)”"
    }
  }
}
