/// A reference taken apart: which highway, which kilometres, which names, and how they hang together.
struct Reference: Hashable, Sendable {
  /// How a name is tied to the rest.
  enum Tie: Hashable, Sendable {
    case none, within, near, from, to, between
  }

  /// A place or region that is named.
  struct Name: Hashable, Sendable {
    let text: String
    /// Everything the pack knows by that name, highways left out.
    let bearers: [CountryPack.Named]
    var tie: Tie
    var side: Side?
    var level: RegionLevel?
    var kind: String?
  }

  /// The highways that the reference may mean; each is the list of its routes.
  var highways: [[Int]] = []
  var kilometres: KilometreExpression?
  var names: [Name] = []
  /// Whether its names are joined as the two ends of a road.
  var joinsEnds = false
  /// Words that nothing explains.
  var unread: [String] = []
}
