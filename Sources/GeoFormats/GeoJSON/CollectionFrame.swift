/// What stands around the features of a collection, checked once all of it is known.
package enum CollectionFrame {
  /// Checks what comes before the features, as far as it can be told: it is an object, and no reference system but
  /// WGS 84 is named.
  ///
  /// - Parameter head: Up to the bracket that opens the array.
  package static func check(head: [UInt8], file: String) throws(InputError) {
    var reader = GeoJSONReader(json: try JSONReader(head + Array("]}".utf8), file: file))
    try reader.json.beginObject()
    while let key = try reader.json.nextKey() {
      if key == "crs" { try reader.checkReferenceSystem() } else { try reader.json.skipValue() }
    }
  }

  /// Checks the whole collection without its features.
  ///
  /// - Parameter tail: From the bracket that closes the array.
  package static func check(head: [UInt8], tail: [UInt8], file: String) throws(InputError) {
    do {
      _ = try GeoJSON.read(head + tail, file: file)
    } catch {
      var error = error
      // Lines behind the features are not counted here.
      if error.location.line ?? 0 > head.count(where: { $0 == UInt8(ascii: "\n") }) + 1 {
        error.location = InputLocation(file: file)
      }
      throw error
    }
  }
}
