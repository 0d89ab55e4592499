/// Many polygons, ready to be asked which of them a coordinate lies in.
///
/// An STR-tree over their boxes finds the polygons in question, GEOS's prepared polygons answer. Owns GEOS
/// objects, so each task makes its own and keeps it.
public final class PolygonIndex {
  /// One polygon of those that were given together.
  private struct Part {
    let polygon: Polygon
    let box: BoundingBox
    let prepared: PreparedGeometry
    /// The place in the given array of what this is a part of.
    let index: Int
  }

  package let context: GEOSContext
  private let parts: [Part]
  private let tree: BoxTree

  /// Indexes polygons, which answers give by their place in this array; empty ones are never found.
  ///
  /// Parts of one multipolygon may overlap, though that makes it invalid: what any of them covers is covered.
  ///
  /// - Throws: ``TopologyError`` where GEOS rejects a polygon.
  /// - Complexity: O(*n*) in the number of coordinates, O(*k* log *k*) in the number of polygons. A polygon's own
  ///   index is built when it is first in question.
  public init(_ polygons: [MultiPolygon]) throws(TopologyError) {
    let context = try GEOSContext()
    let tree = try BoxTree(in: context)
    var parts: [Part] = []
    for (index, multiPolygon) in polygons.enumerated() {
      for polygon in multiPolygon.polygons {
        let geometry = try context.polygon(polygon)
        try tree.insert(parts.count, boxOf: geometry)
        let prepared = try PreparedGeometry(geometry)
        parts.append(Part(polygon: polygon, box: polygon.boundingBox, prepared: prepared, index: index))
      }
    }
    self.context = context
    self.tree = tree
    self.parts = parts
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
      // Parts are numbered in the order of what they are parts of, so these come out ascending too.
      found.sort()
      var kept = 0
      for part in found where kept == 0 || found[kept - 1] != parts[part].index {
        guard try parts[part].prepared.intersects(point) else { continue }
        found[kept] = parts[part].index
        kept += 1
      }
      found.removeSubrange(kept...)
      return found
    } catch {
      // A point makes GEOS fail only where memory is short: then the slow way, which needs hardly any.
      var found: [Int] = []
      for part in parts where part.index != found.last && part.polygon.covers(coordinate) {
        found.append(part.index)
      }
      return found
    }
  }

  /// The polygon nearest to a coordinate: one that covers it, else the one whose border is nearest.
  ///
  /// - Parameter limit: How far away the polygon may be; with a negative limit nothing is found.
  /// - Returns: The polygon's place in the array and the distance on the ellipsoid, zero where it covers the
  ///   coordinate; of those equally near, to a micrometre, the first; `nil` where none is near enough.
  /// - Complexity: O(*n*) in the number of coordinates of the polygons whose boxes are within the limit.
  public func nearest(to coordinate: Coordinate, within limit: Distance) -> (index: Int, distance: Distance)?
  {
    guard limit >= .zero else { return nil }
    if let index = covering(coordinate).first { return (index, .zero) }
    let plane = LocalPlane(at: coordinate)
    var best: (index: Int, distance: Distance)?
    for part in candidates(within: limit, of: coordinate) {
      for ring in parts[part].polygon.rings {
        let reach = best?.distance ?? limit
        guard
          let distance = Geodesic.wgs84.distance(from: coordinate, to: ring, in: plane, within: reach),
          distance <= limit, best.map({ distance + Geodesic.indifference < $0.distance }) ?? true
        else { continue }
        best = (parts[part].index, distance)
      }
    }
    return best
  }

  /// The parts whose boxes may come within a distance of a coordinate, ascending.
  private func candidates(within limit: Distance, of coordinate: Coordinate) -> [Int] {
    let reach = BoundingBox(around: coordinate, within: limit)
    do {
      return try tree.candidates(for: try context.polygon(reach)).sorted()
    } catch {
      return parts.indices.filter { parts[$0].box.intersects(reach) }
    }
  }
}

@available(*, unavailable)
extension PolygonIndex: Sendable {}
