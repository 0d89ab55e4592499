/// Finds the name that was probably meant.
enum NearestName {
  /// The name with the fewest differing letters, if few enough that a slip of the hand explains them: at
  /// most a third of the longer name. Case does not count. The first of several equals.
  ///
  /// - Complexity: O(names × length²); names longer than 64 scalars are taken for no slip at all.
  static func nearest(to text: String, among names: [String]) -> String? {
    let wanted = Array(text.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for name in names {
      let letters = Array(name.lowercased().unicodeScalars)
      guard letters.count <= 64 else { continue }
      let distance = differences(wanted, letters)
      guard distance * 3 <= max(wanted.count, letters.count) else { continue }
      if let best, best.distance <= distance { continue }
      best = (name, distance)
    }
    return best?.name
  }

  /// How many scalars have to be put in, taken out or replaced (V. I. Levenshtein, 1966).
  private static func differences(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[b.count]
  }
}
