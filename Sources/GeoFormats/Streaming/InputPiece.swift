/// A part of a file that holds whole records, in memory that serves one piece after the other.
public struct InputPiece: Sendable {
  /// Its place among the pieces of the file, from 0; negative before it holds any.
  public internal(set) var number = -1
  var storage: [UInt8] = []
  /// What of the storage is the piece.
  var range = 0..<0

  /// Makes a piece that holds nothing yet.
  public init() {}

  /// How many bytes it holds.
  public var count: Int { range.count }

  /// Calls with the bytes, which are valid during the call.
  @inline(__always)
  public func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try storage.withUnsafeBufferPointer { all throws(Failure) in
      try body(UnsafeBufferPointer(rebasing: all[range]))
    }
  }

  /// Leaves out bytes at the beginning.
  public mutating func drop(_ count: Int) {
    range = min(range.lowerBound + count, range.upperBound)..<range.upperBound
  }
}
