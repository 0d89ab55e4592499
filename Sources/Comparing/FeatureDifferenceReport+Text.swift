public import GeoFormats

extension FeatureDifferenceReport {
  /// Writes every kind with its number, also those with none; under it the features by their keys, with what
  /// changed in each, values as JSON has them.
  public func writeText(to output: ([UInt8]) -> Void) throws(InputError) {
    func heading(_ text: String) { output(Array("\(text)\n".utf8)) }
    heading("\(first) → \(second)\n\nfeatures, told apart by \(difference.before.key)")
    heading("  new: \(difference.addedCount)")
    try pieces(difference.addedCount, to: output) { (range) throws(InputError) in
      var text = DifferenceText()
      for place in range { text.feature("+", try difference.added(place)) }
      return text.bytes
    }
    heading("  removed: \(difference.removedCount)")
    try pieces(difference.removedCount, to: output) { (range) throws(InputError) in
      var text = DifferenceText()
      for place in range { text.feature("-", try difference.removed(place)) }
      return text.bytes
    }
    heading("  changed: \(difference.changedCount)")
    try pieces(difference.changedCount, to: output) { (range) throws(InputError) in
      var text = DifferenceText()
      for place in range {
        let revision = try difference.changed(place)
        text.feature("=", revision.after)
        text.changes(revision, separator: "\n", indent: "        ")
        text.bytes.append(UInt8(ascii: "\n"))
      }
      return text.bytes
    }
    heading("  unchanged: \(difference.unchangedCount)")
  }
}
