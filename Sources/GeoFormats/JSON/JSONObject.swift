/// The members of a JSON object in the order they were written.
///
/// Two objects are equal when they hold equal members in the same order. A name may occur twice, as RFC 8259
/// allows; looking it up gives the first.
public struct JSONObject: Hashable, Sendable {
  private struct Member: Hashable, Sendable {
    var key: String
    var value: JSONValue
  }

  private var members: [Member] = []

  /// Makes an object without members.
  public init() {}

  /// Makes an object from its members, in order.
  public init(_ members: some Sequence<(String, JSONValue)>) {
    self.members = members.map { Member(key: $0.0, value: $0.1) }
  }

  /// Makes room for members.
  public mutating func reserveCapacity(_ count: Int) { members.reserveCapacity(count) }

  /// Adds a member at the end.
  public mutating func append(_ key: String, _ value: JSONValue) {
    members.append(Member(key: key, value: value))
  }

  /// The value of the first member of that name, or `nil`.
  ///
  /// - Complexity: O(*n*) in the number of members.
  public subscript(key: String) -> JSONValue? {
    members.first { $0.key == key }?.value
  }
}

extension JSONObject: RandomAccessCollection {
  public typealias Element = (key: String, value: JSONValue)

  public var startIndex: Int { members.startIndex }
  public var endIndex: Int { members.endIndex }

  public subscript(position: Int) -> Element {
    let member = members[position]
    return (member.key, member.value)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(elements)
  }
}
