internal import GeoFormats

/// Finds features by the digests of their keys.
///
/// Open addressing over numbers of four bytes, so that the table of a million features stays in the cache; the keys
/// stay where they are.
struct FeatureTable {
  /// The number of a feature plus one, or 0 for none.
  private var slots: [UInt32]
  private var count = 0

  /// Makes a table that is at most half full with so many features.
  init(capacity: Int) {
    slots = [UInt32](repeating: 0, count: Self.size(for: capacity))
  }

  private static func size(for capacity: Int) -> Int {
    var size = 16
    while size < 2 * capacity { size *= 2 }
    return size
  }

  /// Finds the feature of a key or, where there is none, remembers this one.
  ///
  /// - Parameters:
  ///   - feature: A number below 2^32 - 1.
  ///   - keyOf: The key of a feature that was inserted before.
  /// - Returns: The feature that has the key already; `nil` where this one was inserted.
  @inline(__always)
  mutating func insert(_ feature: Int, key: ValueDigest, keyOf: (Int) -> ValueDigest) -> Int? {
    if 2 * count >= slots.count { grow(keyOf: keyOf) }
    let slot = slot(of: key, keyOf: keyOf)
    if slots[slot] > 0 { return Int(slots[slot]) - 1 }
    slots[slot] = UInt32(clamping: feature + 1)
    count += 1
    return nil
  }

  /// The slot where a key stands or, where it does not, the free one where it would.
  @inline(__always)
  private func slot(of key: ValueDigest, keyOf: (Int) -> ValueDigest) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.low) & mask
    while slots[slot] > 0, keyOf(Int(slots[slot]) - 1) != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow(keyOf: (Int) -> ValueDigest) {
    let old = slots
    slots = [UInt32](repeating: 0, count: 2 * old.count)
    for number in old where number > 0 { slots[slot(of: keyOf(Int(number) - 1), keyOf: keyOf)] = number }
  }
}
