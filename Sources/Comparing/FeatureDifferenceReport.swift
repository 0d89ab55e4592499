internal import GeoFormats

/// A difference between two files of features, for people and for programs.
///
/// A report may be long, so it comes in pieces. They are made in parallel, some ahead of the one that is due, and
/// come in the order of the files: first what is new, then what was removed, then what changed.
public struct FeatureDifferenceReport: Sendable {
  /// How many changes make a piece.
  private static let pieceSize = 256

  let difference: FeatureDifference
  /// The files' names, without their folders: the same files give the same report wherever they lie.
  let (first, second): (String, String)

  public init(_ difference: FeatureDifference) {
    self.difference = difference
    first = Self.name(of: difference.before.input)
    second = Self.name(of: difference.after.input)
  }

  private static func name(of input: StoredInput) -> String {
    input.path.split(separator: "/").last.map(String.init) ?? input.path
  }

  /// Hands out the pieces of a list of so many changes.
  ///
  /// - Parameter piece: Makes the piece of a range of changes. It is called in parallel.
  func pieces(
    _ count: Int,
    to output: ([UInt8]) -> Void,
    _ piece: @Sendable (Range<Int>) throws(InputError) -> [UInt8]
  ) throws(InputError) {
    let ahead = 4 * Parallel.processors
    for start in stride(from: 0, to: count, by: ahead * Self.pieceSize) {
      let left = count - start
      let number = min(ahead, (left + Self.pieceSize - 1) / Self.pieceSize)
      let pieces = try Parallel.map(number) { (index) throws(InputError) in
        let from = start + index * Self.pieceSize
        return try piece(from..<min(from + Self.pieceSize, count))
      }
      for piece in pieces { output(piece) }
    }
  }
}
