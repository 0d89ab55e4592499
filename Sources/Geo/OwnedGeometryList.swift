internal import CGEOS

/// Geometries that wait to become the parts of another one.
struct OwnedGeometryList: ~Copyable {
  private var handles: [OpaquePointer?] = []
  private let context: GEOSContext

  init(in context: GEOSContext) {
    self.context = context
  }

  deinit {
    for handle in handles { GEOSGeom_destroy_r(context.handle, handle) }
    context.noteDeath(of: handles.count)
  }

  mutating func append(_ geometry: consuming OwnedGeometry) {
    handles.append(geometry.relinquish())
    context.noteBirth()
  }

  /// Hands all geometries over to a call that consumes them, whether or not that call succeeds.
  consuming func relinquish() -> [OpaquePointer?] {
    context.noteDeath(of: handles.count)
    let relinquished = handles
    handles = []
    return relinquished
  }
}
