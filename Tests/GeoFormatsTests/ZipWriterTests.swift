import TestSupport
import Testing

@testable import GeoFormats

@Suite struct ZipWriterTests {
  private struct Bytes: ~Copyable {
    let all: [UInt8]

    func number(at offset: Int, bytes count: Int) -> Int {
      all[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
  }

  private final class Once: ByteSource {
    private var bytes: [UInt8]
    init(_ bytes: [UInt8]) { self.bytes = bytes }
    func next() -> [UInt8] {
      defer { bytes = [] }
      return bytes
    }
  }

  /// Unpacks what a local header at an offset describes, by way of gzip, which has the same packing, the same
  /// checksum and the length in its own trailer, and so checks all three.
  private func content(of zip: [UInt8], at offset: Int) throws -> (name: String, bytes: [UInt8]) {
    let bytes = Bytes(all: zip)
    #expect(Array(zip[offset..<offset + 4]) == [0x50, 0x4B, 3, 4])
    let (packed, nameLength) = (
      bytes.number(at: offset + 18, bytes: 4), bytes.number(at: offset + 26, bytes: 2)
    )
    let start = offset + 30 + nameLength
    let name = String(decoding: zip[offset + 30..<start], as: UTF8.self)
    let gzip: [UInt8] =
      [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255] + zip[start..<start + packed] + zip[offset + 14..<offset + 18]
      + zip[offset + 22..<offset + 26]
    let source = try GzipSource(Once(gzip), file: name)
    var content: [UInt8] = []
    while true {
      let part = try source.next()
      if part.isEmpty { break }
      content += part
    }
    return (name, content)
  }

  @Test func `what is packed comes out again, file by file`() throws {
    var generator = SeededGenerator(seed: 3)
    let files = [
      ("empty.txt", []), ("día.qgs", Array("text, text, text, text".utf8)),
      ("noise", generator.bytes(from: "ab<>", count: 200_000)),
    ]
    var writer = ZipWriter()
    for (name, content) in files { writer.add(name, content) }
    let zip = writer.finish()

    let bytes = Bytes(all: zip)
    let end = zip.count - 22
    #expect(Array(zip[end..<end + 4]) == [0x50, 0x4B, 5, 6])
    #expect(bytes.number(at: end + 10, bytes: 2) == files.count)
    let (size, start) = (bytes.number(at: end + 12, bytes: 4), bytes.number(at: end + 16, bytes: 4))
    #expect(start + size == end)
    var entry = start
    for (name, content) in files {
      #expect(Array(zip[entry..<entry + 4]) == [0x50, 0x4B, 1, 2])
      let local = bytes.number(at: entry + 42, bytes: 4)
      let unpacked = try self.content(of: zip, at: local)
      #expect(unpacked.name == name)
      #expect(unpacked.bytes == content)
      entry += 46 + bytes.number(at: entry + 28, bytes: 2)
    }
    #expect(entry == end)
  }
}
