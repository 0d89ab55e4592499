internal import CGEOS

/// A GEOS geometry with exactly one owner, who destroys it or hands it over.
package struct OwnedGeometry: ~Copyable {
  let handle: OpaquePointer
  let context: GEOSContext
  private var isOwned = true

  /// Takes ownership of what a call returned, or throws what its absence stands for.
  init(
    _ handle: OpaquePointer?,
    in context: GEOSContext,
    _ operation: TopologyError.Operation
  ) throws(TopologyError) {
    self.handle = try context.require(handle, operation)
    self.context = context
    context.noteBirth()
  }

  deinit {
    if isOwned {
      GEOSGeom_destroy_r(context.handle, handle)
      context.noteDeath()
    }
  }

  /// Hands the geometry over to a call that consumes it, whether or not that call succeeds.
  consuming func relinquish() -> OpaquePointer {
    isOwned = false
    context.noteDeath()
    return handle
  }
}
