internal import CCrypto

/// The SHA-256 digest of some bytes: what tells one content from all others.
public struct ContentDigest: Hashable, Sendable {
  private let words: SIMD4<UInt64>

  static let byteCount = 32

  /// Any word of a digest is as good a hash as all of them.
  public func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

  /// Computes the digest of some bytes, through the system's libcrypto.
  ///
  /// - Complexity: O(*n*).
  public init(of content: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Self.byteCount)
    // The one-shot form fails only where the digest is unknown to the library, which SHA-256 never is.
    let succeeded = EVP_Digest(content, content.count, &digest, nil, EVP_sha256(), nil)
    precondition(succeeded == 1, "libcrypto without SHA-256")
    words = Self.words(of: digest)
  }

  /// The digest that these 32 bytes are, or `nil` for any other number of them.
  init?(bytes: some Collection<UInt8>) {
    guard bytes.count == Self.byteCount else { return nil }
    words = Self.words(of: bytes)
  }

  /// The digest's 32 bytes.
  var bytes: [UInt8] {
    (0..<4).flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: words[word] >> (56 - 8 * $0)) } }
  }

  /// The digest in 64 hexadecimal digits, lower case.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private static func words(of bytes: some Collection<UInt8>) -> SIMD4<UInt64> {
    var words = SIMD4<UInt64>()
    for (index, byte) in bytes.enumerated() { words[index / 8] = words[index / 8] << 8 | UInt64(byte) }
    return words
  }
}
