package import Geo

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
    /// How far from it the thing is said to be: `20 km south of` it.
    package var distance: Distance?
    /// Whether only a part of the place's name was given: `King Shaka airport`.
    package var isPart = false

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
  /// Whether it speaks of a kilometre that could not be read, or that is a distance from somewhere.
  package var hasUnreadKilometre = false
  /// The route that crosses the highway where a junction of two is named: `N1/N2 interchange`.
  package var crossing: Int?
  /// A route's code, by its form, that no route bears.
  package var unknownCode: String?
  /// The end of a road that no name explains, where the other end is known.
  package var unknownEnd: String?
  /// Whether the country itself is named, and which side of it.
  package var namesCountry = false
  package var countrySide: Side?
  /// Words that nothing explains.
  package var unread: [String] = []

  package init() {}
}
