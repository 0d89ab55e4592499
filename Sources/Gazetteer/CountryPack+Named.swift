extension CountryPack {
  /// Something a name may stand for.
  public enum Named: Hashable, Sendable {
    /// A highway: the numbers of its routes among `routes`, or of a named part of one, which the pack
    /// counts after all routes.
    case highway([Int])
    /// The place of that number in `places`.
    case place(Int)
    case region(RegionTable.Index)
  }

  /// Every name of the pack, folded, with what bears it, in alphabetical order.
  package var allNames: [(key: NameKey, bearers: [Named])] {
    names.all.sorted { $0.key < $1.key }
  }

  /// What bears a name; empty where nothing does.
  package func bearers(of name: NameKey) -> [Named] { names.bearers(of: name) }
}
