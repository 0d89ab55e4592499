internal import GeoFormats

/// Something done to the records of a file, piece by piece. One of its kind works on each processor; each is asked
/// about pieces in ascending order.
protocol PieceJob: Sendable {
  /// - Parameters:
  ///   - records: The records of a piece.
  ///   - bytes: The piece.
  ///   - number: Its place in the file.
  mutating func take(
    _ records: inout some PointRecords & ~Copyable,
    of bytes: UnsafeBufferPointer<UInt8>,
    number: Int
  ) throws
}
