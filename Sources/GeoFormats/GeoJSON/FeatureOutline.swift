/// Finds where features begin and end in the text of a collection, by its brackets and quotation marks alone: what is
/// between them is not looked at.
package enum FeatureOutline {
  /// The offset behind the bracket that opens the array “features”; `nil` where there is none, or not yet.
  package static func startOfFeatures(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    var depth = 0
    // The text of the last string at depth 1, which may be a name.
    var name: Range<Int>?
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(in: bytes, from: index) else { return nil }
        if depth == 1 { name = index + 1..<end - 1 }
        index = end
        continue
      case UInt8(ascii: "["):
        if depth == 1, let name, bytes[name].elementsEqual("features".utf8) { return index + 1 }
        depth += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ","): name = nil
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset behind the last feature that ends, of bytes that begin between two features; `nil` where none does.
  package static func endOfLastFeature(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var last: Int?
    _ = scan(bytes) { last = $0 }
    return last
  }

  /// The offset behind the first feature, of bytes that begin between two features; `nil` where it does not end.
  package static func endOfFirstFeature(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var first: Int?
    _ = scan(bytes) { first = first ?? $0 }
    return first
  }

  /// The offset of the bracket that closes the array, of bytes that begin between two features; `nil` where it comes
  /// later.
  package static func endOfFeatures(in bytes: UnsafeBufferPointer<UInt8>) -> Int? { scan(bytes) { _ in } }

  /// - Parameter featureEnded: Is told the offset behind each feature.
  @inline(__always)
  private static func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ featureEnded: (Int) -> Void) -> Int? {
    var index = 0
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        guard let end = endOfString(in: bytes, from: index) else { return nil }
        index = end
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return index }
        depth -= 1
        if depth == 0 { featureEnded(index + 1) }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset behind the closing quotation mark.
  @inline(__always)
  private static func endOfString(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start + 1
    while true {
      index = JSONReader.endOfPlainText(in: raw, from: index)
      guard index < bytes.count else { return nil }
      switch bytes[index] {
      case UInt8(ascii: "\""): return index + 1
      case UInt8(ascii: "\\"): index += 2
      default: index += 1
      }
    }
  }
}
