/// How a feature is drawn: layers of marks, of strokes or of fills, the lowest first. Sizes are in millimetres
/// on paper.
public struct QGISSymbol: Hashable, Sendable {
  /// The shape of a mark.
  public enum Mark: String, Hashable, Sendable {
    case circle, square, diamond, triangle
  }

  /// How large a mark is.
  public enum Size: Hashable, Sendable {
    case millimetres(Double)
    /// Millimetres that an expression gives for each feature.
    case millimetresByFeature(QGISExpression)
    /// Metres on the ground that an expression gives for each feature.
    case metresByFeature(QGISExpression)
  }

  /// A line drawn along an edge or a path.
  public struct Stroke: Hashable, Sendable {
    public var color: QGISColor
    public var width: Double
    /// Lengths of dashes and gaps in turn; none for a line without gaps.
    public var dashes: [Double]

    public init(_ color: QGISColor, width: Double, dashes: [Double] = []) {
      self.color = color
      self.width = width
      self.dashes = dashes
    }
  }

  public enum Layer: Hashable, Sendable {
    case mark(Mark, size: Size, fill: QGISColor, stroke: Stroke?)
    case line(Stroke)
    case fill(QGISColor?, stroke: Stroke?)
  }

  /// Symbols for points, for lines and for areas do not mix.
  enum Kind: String {
    case marker, line, fill
  }

  let kind: Kind
  public var layers: [Layer]

  private init(_ kind: Kind, _ layers: [Layer]) {
    self.kind = kind
    self.layers = layers
  }

  /// A symbol for points.
  public static func mark(
    _ mark: Mark,
    size: Size,
    fill: QGISColor,
    stroke: Stroke? = nil
  ) -> QGISSymbol {
    QGISSymbol(.marker, [.mark(mark, size: size, fill: fill, stroke: stroke)])
  }

  /// A symbol for lines; the lowest stroke first.
  public static func line(_ strokes: Stroke...) -> QGISSymbol { QGISSymbol(.line, strokes.map { .line($0) }) }

  /// A symbol for areas.
  public static func area(_ fill: QGISColor?, stroke: Stroke? = nil) -> QGISSymbol {
    QGISSymbol(.fill, [.fill(fill, stroke: stroke)])
  }
}
