public import Geo

/// The text of one feature, taken apart but not read: where each of its members stands, and the digests that
/// tell which differ from another's.
public struct FeatureText: Sendable {
  /// A member of an object: a name and its value.
  public struct Member: Sendable {
    /// Where the name stands in the text, in its quotation marks.
    public let name: Range<Int>
    public let nameDigest: ValueDigest
    /// Where the value stands in the text.
    public let value: Range<Int>
    public let valueDigest: ValueDigest
  }

  /// The text, followed by what a ``JSONCursor`` needs.
  private let bytes: [UInt8]
  /// The feature's members in their order, among them “properties” and “geometry”.
  public private(set) var members: [Member] = []
  /// The members of “properties”; `nil` where that is missing or no object.
  public private(set) var properties: [Member]?
  /// What tells the feature apart.
  public private(set) var key: Member?

  /// Reads the text of a feature again.
  ///
  /// - Throws: Where it is no longer what it was when it was digested.
  public init(of feature: FeatureDigest, in collection: CollectionDigest) throws(InputError) {
    let input = collection.input
    bytes = try input.bytes(in: feature.range, padding: JSONCursor.padding)
    let names = JSONCursor.FeatureNames(key: collection.key)
    do throws(JSONFault) {
      try readMembers(names)
      guard key?.valueDigest == feature.key else { throw JSONFault() }
    } catch {
      throw InputError(
        location: InputLocation(file: input.path),
        observed: "a file that changed while it was read",
        expected: "one that stays as it is"
      )
    }
  }

  /// The whole text.
  public var text: ArraySlice<UInt8> { bytes.dropLast(JSONCursor.padding) }

  /// A part of the text.
  public subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  /// A member's name, escapes resolved.
  public func name(of member: Member) -> String {
    var reader = try? JSONReader(Array(bytes[member.name]), file: "")
    return (try? reader?.string()) ?? String(decoding: bytes[member.name], as: UTF8.self)
  }

  /// Where the feature is, or `nil` where that cannot be told: the geometry is null or missing, of another type
  /// than six (collections of geometries are none of ours), unsound, or beyond the globe.
  public var geometry: Geometry? {
    guard let member = geometryMember else { return nil }
    guard let json = try? JSONReader(Array(bytes[member.value]), file: "") else { return nil }
    var reader = GeoJSONReader(json: json)
    return try? reader.geometry()
  }

  /// What a geometry calls itself; `nil` where it is null, or does not say.
  public func type(of geometry: Member) -> String? {
    guard var reader = try? JSONReader(Array(bytes[geometry.value]), file: ""),
      case .object(let members)? = try? reader.value()
    else { return nil }
    return members["type"]?.string
  }

  private var geometryMember: Member? { members.first { $0.nameDigest == Self.geometryName } }

  /// The digest of the name “geometry”.
  public static let geometryName = ValueDigest(text: "geometry")
  /// The digest of the name “properties”.
  public static let propertiesName = ValueDigest(text: "properties")

  private mutating func readMembers(_ names: JSONCursor.FeatureNames) throws(JSONFault) {
    let depth = FeatureStream.depth
    let text = bytes
    try text.withUnsafeBufferPointer { (text) throws(JSONFault) in
      // The padding alone makes it longer than nothing.
      guard let start = text.baseAddress else { throw JSONFault() }
      var cursor = JSONCursor(start, count: text.count - JSONCursor.padding, at: 0)
      members.reserveCapacity(Self.usualCount)
      try cursor.members(depth: depth) { (cursor, name, range) throws(JSONFault) in
        cursor.skipSpace()
        guard name == names.properties, cursor.byte == UInt8(ascii: "{") else {
          let member = try Self.member(&cursor, name, range, depth: depth + 1)
          if names.key == nil, name == names.id { key = member }
          members.append(member)
          return
        }
        var digester = ValueDigest.ObjectDigester()
        var properties: [Member] = []
        properties.reserveCapacity(Self.usualCount)
        let start = cursor.offset
        try cursor.members(depth: depth + 1) { (cursor, name, range) throws(JSONFault) in
          let property = try Self.member(&cursor, name, range, depth: depth + 2)
          if name == names.key { key = property }
          digester.add(name, property.valueDigest)
          properties.append(property)
        }
        self.properties = properties
        let value = start..<cursor.offset
        members.append(
          Member(name: range, nameDigest: name, value: value, valueDigest: digester.finish())
        )
      }
    }
  }

  /// As many members as most objects have.
  private static let usualCount = 8

  private static func member(
    _ cursor: inout JSONCursor,
    _ name: ValueDigest,
    _ range: Range<Int>,
    depth: Int
  ) throws(JSONFault) -> Member {
    cursor.skipSpace()
    let start = cursor.offset
    let digest = try cursor.digest(depth: depth)
    return Member(name: range, nameDigest: name, value: start..<cursor.offset, valueDigest: digest)
  }
}
