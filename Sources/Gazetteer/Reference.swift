/// A reference taken apart: which highway, which kilometres, which names, and how they hang together.
package struct Reference: Hashable, Sendable {
  /// How a name is tied to the rest.
  package enum Tie: Hashable, Sendable {
    case none, within, near, from, to, between
  }

  /// A place or region that is named.
  package struct Name: Hashable, Sendable {
    package let text: String
    /// Everything the pack knows by that name, highways left out.
    package let bearers: [CountryPack.Named]
    package var tie: Tie
    package var side: Side?
    package var level: RegionLevel?
    package var kind: String?

    package init(
      text: String,
      bearers: [CountryPack.Named],
      tie: Tie = .none,
      side: Side? = nil,
      level: RegionLevel? = nil,
      kind: String? = nil
    ) {
      self.text = text
      self.bearers = bearers
      self.tie = tie
      self.side = side
      self.level = level
      self.kind = kind
    }
  }

  /// The highways that the reference may mean; each is the list of its routes.
  package var highways: [[Int]] = []
  package var kilometres: KilometreExpression?
  package var names: [Name] = []
  /// Whether its names are joined as the two ends of a road.
  package var joinsEnds = false
  /// Words that nothing explains.
  package var unread: [String] = []

  package init() {}
}
