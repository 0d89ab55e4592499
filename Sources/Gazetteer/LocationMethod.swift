/// How a location was found.
public enum LocationMethod: String, CaseIterable, Hashable, Sendable {
  /// From a kilometre of a highway.
  case kilometrePost = "kilometre_post"
  /// From a named point, or from the point of a highway nearest to one.
  case place
  /// A highway, or a part of one: the blockade stands somewhere on that line.
  case highwaySection = "highway_section"
  /// From a region's name alone.
  case region
  /// The report gave the coordinates.
  case given
}
