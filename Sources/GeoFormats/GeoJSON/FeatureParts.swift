/// Parts of a collection that several processors can read at once.
///
/// Where a part begins is a guess: the next place that looks as the first feature began. A part that has been read
/// from a true beginning ends right where the next one begins only if that guess is right too; so it shows, from the
/// first part on, which guesses were.
struct FeatureParts: Sendable {
  /// Where the parts begin in the file, the first at the first feature, the others perhaps at one.
  let starts: [Int]

  private let input: StoredInput
  private let windowSize: Int
  /// Whether the collection's type comes before its features.
  private let hasType: Bool

  /// How far a beginning is looked for.
  private static let reach = 1 << 18
  /// The longest beginning that features are told by.
  private static let longestMark = 128

  init(of input: StoredInput, partSize: Int, windowSize: Int) throws(InputError) {
    self.input = input
    self.windowSize = windowSize
    var head = FeatureStream(input, windowSize: windowSize)
    guard let first = try head.startOfNext() else {
      starts = []
      hasType = true
      return
    }
    var starts = [first]
    if let mark = Self.mark(of: try input.bytes(in: first..<(first + Self.longestMark))) {
      var place = first + max(partSize, 1)
      while true {
        let bytes = try input.bytes(in: place..<(place + Self.reach))
        guard bytes.count > mark.count else { break }
        if let found = Self.offset(of: mark, in: bytes) {
          starts.append(place + found)
          place += found
        }
        place += max(partSize, 1)
      }
    }
    self.starts = starts
    hasType = head.hasType
  }

  /// Reads a part.
  ///
  /// - Parameter toEnd: Whether to read on to the end of the file instead of the next part's beginning.
  /// - Returns: What was kept, and whether the part ends where the next one begins.
  func read<Kept>(
    _ number: Int,
    toEnd: Bool = false,
    plan: JSONCursor.FeaturePlan,
    _ keep: (FeatureRecord) throws -> Kept?
  ) throws -> (kept: [Kept], isWhole: Bool) {
    var stream = FeatureStream(input, from: starts[number], hasType: hasType, windowSize: windowSize)
    let isLast = toEnd || number + 1 == starts.count
    let stop = isLast ? Int.max : starts[number + 1]
    var kept: [Kept] = []
    var record = FeatureRecord()
    while let start = try stream.startOfNext() {
      guard start < stop else { return (kept, start == stop) }
      try stream.read(plan, into: &record)
      if let value = try keep(record) { kept.append(value) }
    }
    return (kept, isLast)
  }

  /// The beginning of a feature up to its first value, and that too where it is the type.
  private static func mark(of feature: [UInt8]) -> [UInt8]? {
    guard let colon = feature.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = feature[...colon]
    guard name.contains(sequence: "\"type\"") else { return Array(name) }
    let rest = feature[colon...]
    guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")),
      let end = feature[(quote + 1)...].firstIndex(of: UInt8(ascii: "\""))
    else { return nil }
    return Array(feature[...end])
  }

  private static func offset(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard let first = mark.first else { return nil }
    var start = 0
    while let place = bytes[start...].firstIndex(of: first) {
      if bytes[place...].starts(with: mark) { return place }
      start = place + 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func contains(sequence text: String) -> Bool {
    let text = Array(text.utf8)
    return indices.contains { self[$0...].starts(with: text) }
  }
}
