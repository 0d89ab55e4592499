/// Why a GeoPackage could not be written. What there is of it is of no use.
public struct GeoPackageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The table that was being written, where it was one.
  public var table: String?
  public var reason: String

  public init(table: String? = nil, reason: String) {
    self.table = table
    self.reason = reason
  }

  public var description: String { table.map { "\($0): \(reason)" } ?? reason }
}
