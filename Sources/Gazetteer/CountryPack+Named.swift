extension CountryPack {
  /// Something a name may stand for.
  public enum Named: Hashable, Sendable {
    /// A highway: the places of its routes in `routes`.
    case highway([Int])
    /// The place of that number in `places`.
    case place(Int)
    case region(RegionTable.Index)
  }
}
