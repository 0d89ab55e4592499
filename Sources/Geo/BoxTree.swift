internal import CGEOS

/// A tree over the boxes of numbered geometries (GEOS's STR-tree): which of them may hold a point.
final class BoxTree {
  private let tree: OpaquePointer
  private let context: GEOSContext

  /// Makes an empty tree; the first query packs it, and nothing may be inserted after that.
  init(in context: GEOSContext) throws(TopologyError) {
    tree = try context.require(GEOSSTRtree_create_r(context.handle, 10), .index)
    self.context = context
    context.noteBirth()
  }

  deinit {
    GEOSSTRtree_destroy_r(context.handle, tree)
    context.noteDeath()
  }

  /// Notes the box of a geometry, which need not live on.
  ///
  /// - Parameter number: 0 or more.
  func insert(_ number: Int, boxOf geometry: borrowing OwnedGeometry) throws(TopologyError) {
    // A number travels as the address it would be; one is added because an address is not null.
    GEOSSTRtree_insert_r(
      context.handle,
      tree,
      geometry.handle,
      UnsafeMutableRawPointer(bitPattern: number + 1)
    )
    try context.requireSilence(.index)
  }

  /// The numbers of the geometries whose boxes meet a geometry's box, in no order.
  func candidates(for geometry: borrowing OwnedGeometry) throws(TopologyError) -> [Int] {
    var found: [Int] = []
    withUnsafeMutablePointer(to: &found) { found in
      GEOSSTRtree_query_r(
        context.handle,
        tree,
        geometry.handle,
        { item, found in
          guard let found else { return }
          found.assumingMemoryBound(to: [Int].self).pointee.append(Int(bitPattern: item) - 1)
        },
        found
      )
    }
    try context.requireSilence(.index)
    return found
  }
}
