/// How patiently, and how much, is fetched.
public struct FetchSettings: Hashable, Sendable {
  /// How many seconds a connection may take to come about.
  public var connectSeconds: Int
  /// How many seconds one attempt may take in all.
  public var totalSeconds: Int
  /// How many times a failure that may pass is tried again.
  public var retries: Int
  /// The wait before the first repetition, in milliseconds; it doubles each time.
  public var firstWait: Int
  /// The most bytes that are taken.
  public var largest: Int
  /// Whether plain HTTP is let through; meant for a server on this machine.
  public var allowsPlainHTTP: Bool

  public init(
    connectSeconds: Int = 15,
    totalSeconds: Int = 60,
    retries: Int = 3,
    firstWait: Int = 1000,
    largest: Int = 64 << 20,
    allowsPlainHTTP: Bool = false
  ) {
    self.connectSeconds = max(1, connectSeconds)
    self.totalSeconds = max(1, totalSeconds)
    self.retries = max(0, retries)
    self.firstWait = max(0, firstWait)
    self.largest = max(1, largest)
    self.allowsPlainHTTP = allowsPlainHTTP
  }
}
