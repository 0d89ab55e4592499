import Foundation
import Testing

@testable import Reading

@Suite struct RoleDocumentationTests {
  @Test func `the manual of country packs tells every role of reading words`() throws {
    let manual = try String(contentsOf: Bundled.root.appending(path: "GeoData/README.md"), encoding: .utf8)
    // Roles of references are told in the manual's section on languages/XX.csv.
    for role in ReadingRole.allCases where role.rawValue < ReadingRole.kilometre.rawValue {
      #expect(manual.contains("`\(role.name)`"), "\(role.name)")
    }
  }
}
