public import Geo
public import GeoFormats

/// A feature in two versions that differ.
public struct FeatureRevision: Sendable {
  public let before: FeatureText
  public let after: FeatureText
  /// What differs among the properties, where both versions have an object of them.
  public let properties: [MemberChange]
  /// The geometry, where it differs.
  public let geometry: MemberChange?
  /// What differs beside, such as a bounding box.
  public let others: [MemberChange]

  init(before: FeatureText, after: FeatureText) {
    self.before = before
    self.after = after
    var properties: [MemberChange] = []
    var geometry: MemberChange?
    var others: [MemberChange] = []
    for change in MemberChange.changes(from: before.members, to: after.members) {
      switch (change.before ?? change.after)?.nameDigest {
      case FeatureText.geometryName:
        geometry = change
      case FeatureText.propertiesName:
        if let old = before.properties, let new = after.properties {
          properties = MemberChange.changes(from: old, to: new)
        } else {
          others.append(change)
        }
      default:
        others.append(change)
      }
    }
    self.properties = properties
    self.geometry = geometry
    self.others = others
  }

  /// How far the geometry moved; `nil` where it did not, or one of the two positions is not known.
  public var shift: Distance? {
    guard geometry != nil, let before = before.geometry, let after = after.geometry else { return nil }
    return Geodesic.wgs84.shift(from: before, to: after)
  }
}
