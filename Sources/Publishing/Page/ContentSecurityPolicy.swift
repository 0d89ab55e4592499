internal import CCrypto

/// What a page may do: run its own script and use its own style, told by their digests, and nothing else. It
/// cannot ask a network for anything, nor can what a report says become a script.
enum ContentSecurityPolicy {
  static func text(style: [UInt8], script: [UInt8]) -> String {
    """
    default-src 'none'; img-src data:; style-src 'sha256-\(digest(of: style))'; script-src 'sha256-\(digest(of: script))'; \
    base-uri 'none'; form-action 'none'
    """
  }

  /// The SHA-256 digest in Base64, through the system's libcrypto.
  private static func digest(of bytes: [UInt8]) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var length: UInt32 = 0
    // The one-shot form fails only where the digest is unknown to the library, which SHA-256 never is.
    let succeeded = EVP_Digest(bytes, bytes.count, &digest, &length, EVP_sha256(), nil)
    precondition(succeeded == 1, "libcrypto without SHA-256")
    // Base64 ends with a NUL.
    var text = [UInt8](repeating: 0, count: 4 * (Int(length) + 2) / 3 + 1)
    let count = EVP_EncodeBlock(&text, digest, Int32(length))
    return String(decoding: text.prefix(Int(count)), as: UTF8.self)
  }
}
