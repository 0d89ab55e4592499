import Testing

@testable import Reading

@Suite struct RoleSetTests {
  @Test func `a literal has the roles it names and no other`() {
    let set: RoleSet = [.block, .near, .kind]
    for role in ReadingRole.allCases {
      #expect(set.has(role) == [.block, .near, .kind].contains(role))
    }
  }

  @Test func `each role is a set of its own`() {
    for role in ReadingRole.allCases {
      #expect(ReadingRole.allCases.filter { RoleSet(role).has($0) } == [role])
    }
  }
}
