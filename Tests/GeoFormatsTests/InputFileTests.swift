import GeoFormats
import Testing

@Suite struct InputFileTests {
  @Test(arguments: [0, 1, 65_536, 200_000])
  func `a file is read whole`(_ count: Int) throws {
    let folder = try TemporaryFolder()
    let text = String(repeating: "a", count: count)
    try folder.write(text, to: "a.txt")
    #expect(try InputFile.bytes(at: folder("a.txt")) == Array(text.utf8))
    #expect(try InputFile.bytes(at: folder("a.txt"), maximum: count) == Array(text.utf8))
  }

  @Test func `a file that grows beyond what is allowed is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("abcd", to: "a.txt")
    let error = try #require(throws: InputError.self) {
      try InputFile.bytes(at: folder("a.txt"), maximum: 3)
    }
    #expect("\(error)" == "\(folder("a.txt")): found more than 3 bytes, expected a file of at most 3 bytes")
  }

  @Test func `what is no readable file is an error`() throws {
    let folder = try TemporaryFolder()
    for (path, finding) in [
      (folder("none"), "No such file or directory"), (folder.path, "a folder"), ("a\0b", "Invalid argument"),
    ] {
      let error = try #require(throws: InputError.self) { try InputFile.bytes(at: path) }
      #expect(error.found == finding)
      #expect(error.expected == "a file that can be read")
    }
  }

  @Test func `a device is read to its end`() throws {
    #expect(try InputFile.bytes(at: "/dev/null").isEmpty)
  }
}
