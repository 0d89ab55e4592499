/// Many polygons, ready to be asked which of them a coordinate lies in.
///
/// An STR-tree over their boxes finds the polygons in question, GEOS's prepared polygons answer. Owns GEOS
/// objects, so each task makes its own and keeps it.
public final class PolygonIndex {
  package let context: GEOSContext
  private let polygons: [MultiPolygon]
  private let boxes: [BoundingBox?]
  private let prepared: [PreparedGeometry]
  private let tree: BoxTree

  /// Indexes polygons, which answers give by their place in this array; empty ones are never found.
  ///
  /// - Throws: ``TopologyError`` where GEOS rejects a polygon.
  /// - Complexity: O(*n*) in the number of coordinates, O(*k* log *k*) in the number of polygons. A polygon's own
  ///   index is built when it is first in question.
  public init(_ polygons: [MultiPolygon]) throws(TopologyError) {
    let context = try GEOSContext()
    let tree = try BoxTree(in: context)
    var prepared: [PreparedGeometry] = []
    prepared.reserveCapacity(polygons.count)
    for (index, polygon) in polygons.enumerated() {
      let geometry = try context.multiPolygon(polygon.polygons)
      if !polygon.isEmpty { try tree.insert(index, boxOf: geometry) }
      prepared.append(try PreparedGeometry(geometry))
    }
    self.context = context
    self.tree = tree
    self.prepared = prepared
    self.polygons = polygons
    boxes = polygons.map(\.boundingBox)
  }

  /// The polygons that a coordinate lies in, or on the border of, ascending.
  ///
  /// A coordinate on a common border belongs to both neighbours.
  ///
  /// - Complexity: O(log *k*) in the number of polygons and O(log *n*) in the coordinates of each whose box holds
  ///   the coordinate.
  public func covering(_ coordinate: Coordinate) -> [Int] {
    do {
      let point = try context.point(coordinate)
      var found = try tree.candidates(for: point)
      found.sort()
      var kept = 0
      for index in found where try prepared[index].intersects(point) {
        found[kept] = index
        kept += 1
      }
      found.removeSubrange(kept...)
      return found
    } catch {
      // A point makes GEOS fail only where memory is short: then the slow way, which needs none.
      return polygons.indices.filter { polygons[$0].covers(coordinate) }
    }
  }

  /// The polygon nearest to a coordinate: one that covers it, else the one whose border is nearest.
  ///
  /// - Parameter limit: How far away the polygon may be; with a negative limit nothing is found.
  /// - Returns: The polygon's place in the array and the distance on the ellipsoid, zero where it covers the
  ///   coordinate; of equally near ones the first; `nil` where none is near enough.
  /// - Complexity: O(*n*) in the number of coordinates of the polygons whose boxes are within the limit.
  public func nearest(to coordinate: Coordinate, within limit: Distance) -> (index: Int, distance: Distance)?
  {
    guard limit >= .zero else { return nil }
    if let index = covering(coordinate).first { return (index, .zero) }
    let plane = LocalPlane(at: coordinate)
    var best: (index: Int, distance: Distance)?
    for index in candidates(within: limit, of: coordinate) {
      for ring in polygons[index].polygons.lazy.flatMap(\.rings) {
        let reach = best?.distance ?? limit
        guard
          let distance = Geodesic.wgs84.distance(from: coordinate, to: ring, in: plane, within: reach),
          distance <= limit, best.map({ distance < $0.distance }) ?? true
        else { continue }
        best = (index, distance)
      }
    }
    return best
  }

  /// The polygons whose boxes may come within a distance of a coordinate, ascending.
  private func candidates(within limit: Distance, of coordinate: Coordinate) -> [Int] {
    let reach = BoundingBox(around: coordinate, within: limit)
    do {
      return try tree.candidates(for: try context.polygon(reach)).sorted()
    } catch {
      return boxes.indices.filter { boxes[$0]?.intersects(reach) ?? false }
    }
  }
}

@available(*, unavailable)
extension PolygonIndex: Sendable {}
