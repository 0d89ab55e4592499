/// 128 bits that stand for a JSON value: equal for equal values, however they are written, and different for
/// different ones, but for a chance of one in 2^128 a pair.
///
/// Two values are equal here when they are of one kind and
/// - numbers have the same ``NumberValue``: `1`, `1.0` and `10e-1` are one number;
/// - texts have the same scalars, escaped or not;
/// - arrays have equal elements in the same order;
/// - objects have equal members in any order. A name that stands twice counts twice.
///
/// The digest is the same in every run and on every machine. It is no cryptographic one: somebody who sets out
/// to make two values collide can.
///
/// Each half goes through multiplications to twice the width whose halves are folded together (after Wang Yi's
/// wyhash), with other constants; members of objects are added up, which knows no order.
public struct ValueDigest: Hashable, Sendable {
  public let high: UInt64
  public let low: UInt64

  @inline(__always)
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  static let null = ValueDigest(.null, 0)
  static let `true` = ValueDigest(.bool, 1)
  static let `false` = ValueDigest(.bool, 0)

  @inline(__always)
  init(_ number: NumberValue) {
    switch number {
    case .integer(let value): self.init(.integer, UInt64(bitPattern: Int64(value)))
    case .fraction(let value): self.init(.fraction, value.bitPattern)
    }
  }

  /// The digest of a text, as if it stood in quotation marks.
  public init(text: String) {
    var text = text
    self = text.withUTF8 { ValueDigest(text: $0) }
  }

  init(text: UnsafeBufferPointer<UInt8>) {
    var digester = TextDigester()
    let raw = UnsafeRawBufferPointer(text)
    var offset = 0
    while raw.count - offset >= 8 {
      digester.add(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var last: UInt64 = 0
    for (place, byte) in raw[offset...].enumerated() { last |= UInt64(byte) << UInt64(8 * place) }
    self = digester.finish(last: last, count: raw.count)
  }

  private enum Kind: UInt64 {
    case null = 1
    case bool, integer, fraction, text, array, object
  }

  @inline(__always)
  private init(_ kind: Kind, _ content: UInt64) {
    self.init(
      high: Self.fold(content ^ Self.keys.0, kind.rawValue &* Self.keys.1),
      low: Self.fold(content ^ Self.keys.2, kind.rawValue &* Self.keys.3)
    )
  }

  /// The first 64 bits after the point of √2 (its last bit set, to be odd), √3, √5 and √7.
  @inline(__always)
  private static var keys: (UInt64, UInt64, UInt64, UInt64) {
    (0x6A09_E667_F3BC_C909, 0xBB67_AE85_84CA_A73B, 0x3C6E_F372_FE94_F82B, 0xA54F_F53A_5F1D_36F1)
  }

  @inline(__always)
  private static func fold(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = first.multipliedFullWidth(by: second)
    return product.high ^ product.low
  }

  /// Collects a text, eight bytes at a time.
  struct TextDigester {
    private var high = ValueDigest.keys.0
    private var low = ValueDigest.keys.2

    /// Adds eight bytes, the first in the lowest place.
    @inline(__always)
    mutating func add(_ word: UInt64) {
      high = ValueDigest.fold(high ^ word, ValueDigest.keys.1)
      low = ValueDigest.fold(low ^ word, ValueDigest.keys.3)
    }

    /// Ends with the fewer than eight bytes that are left, zeros above them, and the number of all bytes.
    @inline(__always)
    func finish(last: UInt64, count: Int) -> ValueDigest {
      var copy = self
      copy.add(last)
      return ValueDigest(.text, high: copy.high, low: copy.low, count: count)
    }
  }

  /// Collects the elements of an array.
  struct ArrayDigester {
    private var high = ValueDigest.keys.1
    private var low = ValueDigest.keys.3
    private var count = 0

    @inline(__always)
    mutating func add(_ element: ValueDigest) {
      high = ValueDigest.fold(high ^ element.high, ValueDigest.keys.2)
      low = ValueDigest.fold(low ^ element.low, ValueDigest.keys.0)
      count += 1
    }

    @inline(__always)
    func finish() -> ValueDigest { ValueDigest(.array, high: high, low: low, count: count) }
  }

  /// Collects the members of an object.
  struct ObjectDigester {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private var count = 0

    @inline(__always)
    mutating func add(_ name: ValueDigest, _ value: ValueDigest) {
      high &+= ValueDigest.fold(name.high ^ ValueDigest.keys.2, value.high ^ ValueDigest.keys.1)
      low &+= ValueDigest.fold(name.low ^ ValueDigest.keys.0, value.low ^ ValueDigest.keys.3)
      count += 1
    }

    @inline(__always)
    func finish() -> ValueDigest { ValueDigest(.object, high: high, low: low, count: count) }
  }

  @inline(__always)
  private init(_ kind: Kind, high: UInt64, low: UInt64, count: Int) {
    let tag = UInt64(truncatingIfNeeded: count) << 3 | kind.rawValue
    self.init(
      high: Self.fold(high ^ tag, Self.keys.0),
      low: Self.fold(low ^ tag, Self.keys.1)
    )
  }
}
