internal import CPROJ

/// One PROJ context: what every PROJ call but the geodesic ones needs, and where its failures arrive.
///
/// Everything made with it holds it, so it goes last. Not for two tasks at once.
final class ProjectionContext {
  let handle: OpaquePointer

  init() throws(ReferenceSystemError) {
    guard let handle = proj_context_create() else {
      throw ReferenceSystemError("PROJ", .unreachable("no memory"))
    }
    self.handle = handle
    // Failures are told by errors, not on standard error; and nothing is fetched from a network.
    _ = proj_log_level(handle, PJ_LOG_NONE)
    _ = proj_context_set_enable_network(handle, 0)
  }

  deinit {
    proj_context_destroy(handle)
  }

  /// What went wrong last, in PROJ's words.
  var message: String {
    guard let text = proj_context_errno_string(handle, proj_context_errno(handle)) else {
      return "no reason given"
    }
    return String(cString: text)
  }
}

@available(*, unavailable)
extension ProjectionContext: Sendable {}
