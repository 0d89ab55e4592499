import Testing

@testable import Ledger

@Suite struct ContentDigestTests {
  /// FIPS 180-4, examples of SHA-256.
  @Test(
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]
  )
  func `a digest is SHA-256`(content: String, digest: String) {
    #expect(ContentDigest(of: Array(content.utf8)).hexadecimal == digest)
  }

  @Test func `a digest is its 32 bytes, and other bytes are none`() {
    let digest = ContentDigest(of: [1, 2, 3])
    #expect(ContentDigest(bytes: digest.bytes) == digest)
    #expect(ContentDigest(bytes: digest.bytes.dropLast()) == nil)
  }
}
