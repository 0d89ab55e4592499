/// One file with its name: by itself, or out of an archive.
public struct InputMember: Hashable, Sendable {
  /// The name inside its archive, or that of the file itself, without the ending of its compression.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
