/// A set of roles.
struct RoleSet: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt128

  init(arrayLiteral roles: ReadingRole...) {
    bits = 0
    for role in roles { insert(role) }
  }

  var isEmpty: Bool { bits == 0 }

  func has(_ role: ReadingRole) -> Bool { bits & Self.bit(role) != 0 }

  /// Whether the two sets share a role.
  func hasAny(of roles: RoleSet) -> Bool { bits & roles.bits != 0 }

  mutating func insert(_ role: ReadingRole) { bits |= Self.bit(role) }

  mutating func formUnion(_ roles: RoleSet) { bits |= roles.bits }

  private static func bit(_ role: ReadingRole) -> UInt128 { 1 << UInt128(role.rawValue) }
}
