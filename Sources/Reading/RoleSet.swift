/// A set of roles.
struct RoleSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt128

  @inline(__always)
  init(arrayLiteral sets: RoleSet...) {
    bits = 0
    for set in sets { formUnion(set) }
  }

  @inline(__always)
  init(_ role: ReadingRole) { bits = Self.bit(role) }

  var isEmpty: Bool { bits == 0 }

  @inline(__always)
  func has(_ role: ReadingRole) -> Bool { bits & Self.bit(role) != 0 }

  /// Whether the two sets share a role.
  @inline(__always)
  func hasAny(of roles: RoleSet) -> Bool { bits & roles.bits != 0 }

  @inline(__always)
  mutating func insert(_ role: ReadingRole) { bits |= Self.bit(role) }

  func union(_ roles: RoleSet) -> RoleSet {
    var union = self
    union.formUnion(roles)
    return union
  }

  @inline(__always)
  mutating func formUnion(_ roles: RoleSet) { bits |= roles.bits }

  @inline(__always)
  private static func bit(_ role: ReadingRole) -> UInt128 { 1 << UInt128(role.rawValue) }
}
