internal import GeoFormats

/// Walks over the records in a piece of a file, rows of a table or features of a collection, many at a time.
protocol PointRecords: ~Copyable {
  /// Fills a batch with the records that come next; `false` after the last.
  ///
  /// - Parameter problems: Takes what is wrong with records, lines counted from the piece's first.
  mutating func fill(_ batch: inout PointBatch, problems: inout PieceProblems) throws(InputError) -> Bool

  /// Takes all records and appends each, as a feature, to the layer of its value.
  ///
  /// - Returns: How many records there are. Those that cannot be taken apart are in no layer.
  mutating func split(into parts: inout LayerParts, problems: inout PieceProblems) throws(InputError) -> Int

  /// How many line breaks the piece holds, after the last record.
  var lineBreaks: Int { get }

  /// What follows the last record of the file, as far as it is in the piece.
  var tail: [UInt8] { get }
}
