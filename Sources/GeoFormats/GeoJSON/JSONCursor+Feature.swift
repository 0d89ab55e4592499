extension JSONCursor {
  /// What ``featureDigest(_:)`` finds.
  enum FeatureReading {
    case feature(key: ValueDigest, content: ValueDigest)
    case problem(FeatureProblem)
  }

  /// Digests of the names that matter, made once a file.
  struct FeatureNames {
    let type = ValueDigest(text: "type")
    let id = ValueDigest(text: "id")
    let properties = ValueDigest(text: "properties")
    let geometry = ValueDigest(text: "geometry")
    let feature = ValueDigest(text: "Feature")
    /// The name of the property that is the key.
    let key: ValueDigest?

    init(key: FeatureKey) {
      if case .property(let name) = key { self.key = ValueDigest(text: name) } else { self.key = nil }
    }
  }

  /// Passes an element of a collection.
  mutating func featureDigest(_ names: FeatureNames) throws(JSONFault) -> FeatureReading {
    skipSpace()
    let depth = FeatureStream.depth
    guard byte == UInt8(ascii: "{") else {
      _ = try digest(depth: depth)
      return .problem(.notAnObject)
    }
    var digester = ValueDigest.ObjectDigester()
    var key: ValueDigest?
    var type: ValueDigest?
    var problem: FeatureProblem?
    var (hasID, hasProperties, hasGeometry) = (false, false, false)
    try members(depth: depth) { (cursor, name, _) throws(JSONFault) in
      let value: ValueDigest
      switch name {
      case names.type:
        value = try cursor.digest(depth: depth + 1)
        if type != nil { problem = problem ?? .repeatedMember }
        type = value
      case names.properties:
        if hasProperties { problem = problem ?? .repeatedMember }
        hasProperties = true
        value = try cursor.digestOfProperties(key: names.key, depth: depth + 1, found: &key, problem: &problem)
      case names.id:
        if hasID { problem = problem ?? .repeatedMember }
        hasID = true
        value =
          names.key == nil
          ? try cursor.digestOfKey(depth: depth + 1, found: &key, problem: &problem)
          : try cursor.digest(depth: depth + 1)
      default:
        if name == names.geometry {
          if hasGeometry { problem = problem ?? .repeatedMember }
          hasGeometry = true
        }
        value = try cursor.digest(depth: depth + 1)
      }
      digester.add(name, value)
    }
    guard type == names.feature else { return .problem(.notAFeature) }
    if let problem { return .problem(problem) }
    guard let key else { return .problem(.missingKey) }
    return .feature(key: key, content: digester.finish())
  }

  @inline(__always)
  private mutating func digestOfProperties(
    key name: ValueDigest?,
    depth: Int,
    found key: inout ValueDigest?,
    problem: inout FeatureProblem?
  ) throws(JSONFault) -> ValueDigest {
    skipSpace()
    guard let name, byte == UInt8(ascii: "{") else { return try digest(depth: depth) }
    var digester = ValueDigest.ObjectDigester()
    try members(depth: depth) { (cursor, member, _) throws(JSONFault) in
      let value =
        member == name
        ? try cursor.digestOfKey(depth: depth + 1, found: &key, problem: &problem)
        : try cursor.digest(depth: depth + 1)
      digester.add(member, value)
    }
    return digester.finish()
  }

  private mutating func digestOfKey(
    depth: Int,
    found key: inout ValueDigest?,
    problem: inout FeatureProblem?
  ) throws(JSONFault) -> ValueDigest {
    skipSpace()
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
    default: problem = problem ?? .unusableKey
    }
    let value = try digest(depth: depth)
    if key != nil { problem = .repeatedMember }
    key = value
    return value
  }
}
