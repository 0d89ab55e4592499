/// What is kept of a feature to find out whether it has changed: 48 bytes, whatever its size.
public struct FeatureDigest: Hashable, Sendable {
  /// What tells it apart from others.
  public let key: ValueDigest
  /// All it holds, the key too.
  public let content: ValueDigest
  /// Where its text begins in the file.
  public let start: Int
  /// How long its text is.
  public let length: Int

  public var range: Range<Int> { start..<(start + length) }
}
