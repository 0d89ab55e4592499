extension GeoJSON {
  /// Reads a collection feature by feature, on all processors, and keeps what is made of each.
  ///
  /// ```swift
  /// let fields = FeatureFields(geometry: true, properties: ["km"])
  /// let kilometres = try GeoJSON.features(of: StoredInput(at: "events.geojson"), fields: fields) { feature in
  ///   feature.values[0].double
  /// }
  /// ```
  ///
  /// The layout does not matter: members may stand in any order, features on one line or on many. A feature is
  /// accepted, and what is wrong with it is said, as with ``read(_:file:)``; but a geometry that is not wanted is
  /// checked no further than its grammar.
  ///
  /// - Parameters:
  ///   - input: The file, or bytes.
  ///   - keep: Makes what is kept of a feature, or `nil`. It has to give the same for the same feature: parts of a
  ///     file may be read twice. Called on several processors at once.
  /// - Returns: What was kept, in the order of the file.
  /// - Throws: The first error in the order of the file: as ``read(_:file:)``, where the file cannot be read, or what
  ///   `keep` throws.
  /// - Complexity: O(*n*) in time; in memory what is kept, and for each processor twice the largest feature.
  public static func features<Kept: Sendable>(
    of input: StoredInput,
    fields: FeatureFields,
    _ keep: @Sendable (FeatureRecord) throws -> Kept?
  ) throws -> [Kept] {
    try features(of: input, fields: fields, partSize: 1 << 23, windowSize: InputWindow.usualSize, keep)
  }

  /// - Parameter partSize: How many bytes one processor reads at a time, at least.
  static func features<Kept: Sendable>(
    of input: StoredInput,
    fields: FeatureFields,
    partSize: Int,
    windowSize: Int,
    _ keep: @Sendable (FeatureRecord) throws -> Kept?
  ) throws -> [Kept] {
    let start = try FeatureParts(of: input, partSize: partSize, windowSize: windowSize)
    let plan = JSONCursor.FeaturePlan(fields)
    var parts = Parallel.map(start.starts.count) { part in
      Result { try start.read(part, plan: plan, keep) }
    }
    var all: [Kept] = []
    all.reserveCapacity(parts.reduce(0) { $0 + ((try? $1.get())?.kept.count ?? 0) })
    for number in parts.indices {
      let (kept, isWhole) = try parts[number].get()
      // What is copied need not stand twice.
      parts[number] = .success(([], isWhole))
      if isWhole {
        all += kept
        continue
      }
      // What looked like the beginning of a feature was none: on from here without looking for others.
      return try all + start.read(number, toEnd: true, plan: plan, keep).kept
    }
    return all
  }
}
