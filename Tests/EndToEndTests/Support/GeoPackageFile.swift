import Foundation
import GRDB

/// A GeoPackage as a program that is not ours reads it: by the standard, from the file.
struct GeoPackageFile {
  let queue: DatabaseQueue

  init(_ url: URL) throws {
    var configuration = Configuration()
    configuration.readonly = true
    queue = try DatabaseQueue(path: url.path, configuration: configuration)
  }

  /// A feature or a row, its cells and its geometry in the words of GeoJSON.
  struct Entry {
    let number: Int
    let cells: [String: DatabaseValue]
    /// Coordinates nested as in GeoJSON, several of everything: points, lines of points.
    let parts: [[[Double]]]?
  }

  func entries(of table: String) throws -> [Entry] {
    try queue.read { database in
      try Row.fetchAll(database, sql: "SELECT * FROM \(table.quotedDatabaseIdentifier) ORDER BY 1").map {
        row in
        var cells: [String: DatabaseValue] = [:]
        for (name, value) in row where !["fid", "OGC_FID", "geom"].contains(name) { cells[name] = value }
        let blob: Data? = row.hasColumn("geom") ? row["geom"] : nil
        return Entry(
          number: row["fid"] ?? row["OGC_FID"],
          cells: cells,
          parts: try blob.map { try WellKnownBinary.parts([UInt8]($0)) }
        )
      }
    }
  }

  func value<Value: DatabaseValueConvertible>(_ sql: String) throws -> Value? {
    try queue.read { try Value.fetchOne($0, sql: sql) }
  }
}

/// Reads points and lines of little-endian well-known binary behind a GeoPackage header.
enum WellKnownBinary {
  struct Malformed: Error {}

  static func parts(_ blob: [UInt8]) throws -> [[[Double]]] {
    guard blob.count > 8, blob[0..<3] == [0x47, 0x50, 0], blob[3] & 1 == 1 else { throw Malformed() }
    let envelope = [0, 32][Int(blob[3] >> 1 & 7)]
    var offset = 8 + envelope
    let parts = try geometry(blob, &offset)
    guard offset == blob.count else { throw Malformed() }
    return parts
  }

  private static func geometry(_ blob: [UInt8], _ offset: inout Int) throws -> [[[Double]]] {
    guard try byte(blob, &offset) == 1 else { throw Malformed() }
    switch try integer(blob, &offset) {
    case 1: return [[try position(blob, &offset)]]
    case 2: return [try (0..<integer(blob, &offset)).map { _ in try position(blob, &offset) }]
    case 5: return try (0..<integer(blob, &offset)).flatMap { _ in try geometry(blob, &offset) }
    default: throw Malformed()
    }
  }

  private static func position(_ blob: [UInt8], _ offset: inout Int) throws -> [Double] {
    try (0..<2).map { _ in Double(bitPattern: try bits(blob, &offset, 8)) }
  }

  private static func integer(_ blob: [UInt8], _ offset: inout Int) throws -> Int {
    Int(try bits(blob, &offset, 4))
  }

  private static func byte(_ blob: [UInt8], _ offset: inout Int) throws -> Int {
    Int(try bits(blob, &offset, 1))
  }

  private static func bits(_ blob: [UInt8], _ offset: inout Int, _ count: Int) throws -> UInt64 {
    guard offset + count <= blob.count else { throw Malformed() }
    defer { offset += count }
    return blob[offset..<offset + count].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
