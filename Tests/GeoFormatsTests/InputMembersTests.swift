import Foundation
import GeoFormats
import Testing

@Suite struct InputMembersTests {
  private func members(_ bytes: [UInt8], path: String = "in", largest: Int = 1 << 20) throws -> [InputMember]
  {
    var all: [InputMember] = []
    var members = try InputMembers(bytes, path: path, largest: largest)
    while let member = try members.next() { all.append(member) }
    return all
  }

  /// A tar archive with these entries; the type is 0 for a file.
  private func tar(_ entries: [(name: String, type: Character, body: String)]) -> [UInt8] {
    var archive: [UInt8] = []
    for (name, type, body) in entries {
      var header = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at offset: Int) {
        header.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
      }
      put(name, at: 0)
      put(String(format: "%011o", body.utf8.count), at: 124)
      put("        ", at: 148)
      put(String(type), at: 156)
      put("ustar", at: 257)
      put("00", at: 263)
      put(String(format: "%06o", header.reduce(0) { $0 + Int($1) }) + "\0 ", at: 148)
      archive += header + Array(body.utf8)
      archive += [UInt8](repeating: 0, count: (512 - body.utf8.count % 512) % 512)
    }
    return archive + [UInt8](repeating: 0, count: 1024)
  }

  private func decoded(_ base64: String) throws -> [UInt8] {
    [UInt8](try #require(Data(base64Encoded: base64)))
  }

  @Test func `a file that is no archive is itself`() throws {
    #expect(
      try members(Array("plain".utf8), path: "a/b.json") == [
        InputMember(name: "b.json", bytes: Array("plain".utf8))
      ]
    )
    #expect(try members([]).map(\.bytes) == [[]])
  }

  /// Two members in a row, as gzip allows.
  @Test func `gzip is undone, member after member`() throws {
    let bytes = try decoded("H4sIAAAAAAACA0vLLCouUQAA/HrxHAYAAAAfiwgAAAAAAAIDK05Nzs9LAQBpER+2BgAAAA==")
    #expect(
      try members(bytes, path: "x.txt.gz") == [InputMember(name: "x.txt", bytes: Array("first second".utf8))]
    )
    #expect(throws: InputError.self) { try members(Array(bytes.dropLast(5))) }
    var damaged = bytes
    damaged[12] ^= 0xFF
    #expect(throws: InputError.self) { try members(damaged) }
  }

  @Test func `xz is undone`() throws {
    let bytes = try decoded(
      "/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQALZmlyc3Qgc2Vjb25kABqyZ4AYVt4dAAEkDKYY2NgftvN9AQAAAAAEWVo="
    )
    #expect(
      try members(bytes, path: "x.txt.xz") == [InputMember(name: "x.txt", bytes: Array("first second".utf8))]
    )
    #expect(throws: InputError.self) { try members(Array(bytes.dropLast(5))) }
    var damaged = bytes
    damaged[30] ^= 0xFF
    #expect(throws: InputError.self) { try members(damaged) }
  }

  @Test func `an archive's files come in its order, links and folders are passed over`() throws {
    let archive = tar([
      ("folder/", "5", ""), ("folder/a.json", "0", "A"), ("link", "2", ""),
      ("b.json", "0", String(repeating: "B", count: 600)), ("empty", "0", ""),
    ])
    let found = try members(archive)
    #expect(found.map(\.name) == ["folder/a.json", "b.json", "empty"])
    #expect(found.map(\.bytes.count) == [1, 600, 0])
  }

  @Test func `long names come from GNU's and pax's own entries`() throws {
    let long = String(repeating: "n", count: 150)
    let pax = "path=\(long)\n"
    let record = "\(pax.utf8.count + 4) \(pax)"
    let archive = tar([
      ("././@LongLink", "L", long + "\0"), ("short", "0", "A"), ("pax", "x", record), ("short", "0", "B"),
      ("last", "0", "C"),
    ])
    #expect(try members(archive).map(\.name) == [long, long, "last"])
  }

  @Test(arguments: ["../evil", "a/../../evil", "/etc/evil", ".."])
  func `a name that leads out of the archive is refused`(name: String) {
    let error = #expect(throws: InputError.self) { try members(tar([("good", "0", "A"), (name, "0", "B")])) }
    #expect(error?.found == "a file called \(name)")
  }

  @Test func `an archive that is cut off anywhere is refused, and what came before it is whole`() throws {
    let archive = tar([("a", "0", String(repeating: "A", count: 600)), ("b", "0", "B")])
    for end in [513, 1000, 1100, 1600, 2000, 2100] {
      #expect(throws: InputError.self, "cut at \(end)") { try members(Array(archive.prefix(end))) }
    }
    // Without its last, empty blocks it is still whole.
    #expect(try members(Array(archive.dropLast(1024))).count == 2)
  }

  @Test func `a file that is too large is refused, in an archive and by itself`() {
    let large = String(repeating: "A", count: 2000)
    #expect(throws: InputError.self) { try members(tar([("a", "0", large)]), largest: 1999) }
    #expect(throws: InputError.self) { try members(Array(large.utf8), largest: 1999) }
  }
}
