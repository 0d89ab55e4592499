/// One state of an alert, as the feed wrote it.
public struct ListedState: Hashable, Sendable {
  /// JSON; equal bytes are one state.
  public let content: [UInt8]
  let digest: ContentDigest

  public init(_ content: [UInt8]) {
    self.content = content
    digest = ContentDigest(of: content)
  }

  public static func == (left: ListedState, right: ListedState) -> Bool { left.digest == right.digest }

  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
