/// Finds numbers by bytes: a table with open places, in which bytes stand at the first free place from the one that
/// their digest points to.
///
/// - Complexity: Constant for each look, on average.
struct ValuePlaces: Sendable {
  private struct Entry: Sendable {
    var digest: UInt64
    var start: Int
    var count: Int
    var place: Int
  }

  /// Empty places have no count of bytes, −1.
  private var entries = Array(repeating: Entry(digest: 0, start: 0, count: -1, place: 0), count: 64)
  private var used = 0
  /// The bytes of all, one after the other.
  private var texts: [UInt8] = []

  @inline(__always)
  func place(of bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let digest = Self.digest(bytes)
    var index = Int(truncatingIfNeeded: digest) & (entries.count - 1)
    while entries[index].count >= 0 {
      if entries[index].digest == digest, isText(of: index, bytes) { return entries[index].place }
      index = (index + 1) & (entries.count - 1)
    }
    return nil
  }

  private func isText(of index: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (start, count) = (entries[index].start, entries[index].count)
    guard count == bytes.count else { return false }
    return texts.withUnsafeBufferPointer { texts in
      (0..<count).allSatisfy { texts[start + $0] == bytes[$0] }
    }
  }

  /// Notes the number of bytes that have none yet.
  mutating func insert(_ bytes: UnsafeBufferPointer<UInt8>, place: Int) {
    if 2 * used >= entries.count {
      let old = entries.filter { $0.count >= 0 }
      entries = Array(repeating: Entry(digest: 0, start: 0, count: -1, place: 0), count: entries.count * 2)
      for entry in old { put(entry) }
    }
    put(Entry(digest: Self.digest(bytes), start: texts.count, count: bytes.count, place: place))
    texts.append(contentsOf: bytes)
    used += 1
  }

  private mutating func put(_ entry: Entry) {
    var index = Int(truncatingIfNeeded: entry.digest) & (entries.count - 1)
    while entries[index].count >= 0 { index = (index + 1) & (entries.count - 1) }
    entries[index] = entry
  }

  /// Eight bytes at a time are multiplied in; the high half of the product is folded onto the low one, so that the
  /// low bits depend on all.
  @inline(__always)
  private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(bytes)
    var digest = UInt64(truncatingIfNeeded: raw.count)
    var index = 0
    func mix(_ word: UInt64) {
      let product = (digest ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      digest = product.high ^ product.low
    }
    while index + 8 <= raw.count {
      mix(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < raw.count {
      rest = rest << 8 | UInt64(raw[index])
      index += 1
    }
    mix(rest)
    return digest
  }
}
