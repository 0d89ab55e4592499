public import Geo
internal import GRDB

/// A GeoPackage (OGC 12-128, version 1.3): one SQLite file with layers, tables, styles and projects.
public enum GeoPackage {
  /// Writes a GeoPackage in one transaction.
  ///
  /// The same calls give the same bytes, but for the version of SQLite that SQLite writes into each file.
  ///
  /// - Parameters:
  ///   - path: A file that does not exist yet. It is not made durable; that is the caller's to do.
  ///   - system: The coordinate reference system of every layer.
  ///   - lastChange: When the contents were last changed, which the standard wants to know of each table.
  ///   - body: Adds what the package holds.
  /// - Throws: `GeoPackageError`, `ReferenceSystemError`, or what `body` throws. A file that was begun is left.
  public static func write(
    to path: String,
    in system: ReferenceSystem = .wgs84,
    lastChange: String,
    _ body: (GeoPackageWriter) throws -> Void
  ) throws {
    var configuration = Configuration()
    configuration.label = "geopackage"
    configuration.prepareDatabase { database in
      // Nobody else sees the file before it is whole, so there is nothing to roll back to.
      try database.execute(
        sql: """
          PRAGMA page_size = 4096;
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA locking_mode = EXCLUSIVE;
          PRAGMA application_id = \(GeoPackageSchema.applicationID);
          PRAGMA user_version = \(GeoPackageSchema.version);
          """
      )
    }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write { database in
        let writer = try GeoPackageWriter(
          database,
          projection: Projection(to: system),
          lastChange: lastChange
        )
        try body(writer)
        try writer.finish()
      }
      try queue.close()
    } catch let error as DatabaseError {
      throw GeoPackageError(reason: error.message ?? error.resultCode.description)
    }
  }
}
