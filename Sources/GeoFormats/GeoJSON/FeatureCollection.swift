/// The features of one file, in order.
public struct FeatureCollection: Hashable, Sendable {
  public var features: [Feature]

  public init(_ features: [Feature] = []) {
    self.features = features
  }
}
