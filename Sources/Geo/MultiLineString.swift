/// Any number of lines taken together, in order; it may be empty.
public struct MultiLineString: Hashable, Sendable {
  /// The lines, in order.
  public let lines: [LineString]

  /// Takes lines together.
  public init(_ lines: [LineString]) {
    self.lines = lines
  }

  /// Whether there is no line at all.
  public var isEmpty: Bool { lines.isEmpty }

  /// The smallest box that holds every line, or `nil` where there is none.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  public var boundingBox: BoundingBox? { BoundingBox(lines.lazy.flatMap(\.coordinates)) }
}
