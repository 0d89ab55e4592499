/// Where the bytes of a table stand that can end a field or a row, or stand where none may: delimiters, line breaks
/// and quotation marks. They are looked for ahead of the rows, sixteen bytes at a time.
struct CSVMarks: ~Copyable {
  /// How many bytes are looked at in one go.
  private static let chunk = 64
  /// How many chunks are looked at before rows go on: their marks fit a processor's first cache.
  private static let chunks = 32

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiters: SIMD16<UInt8>
  private let places: UnsafeMutablePointer<Int>
  /// Those in ``places`` that are still to come.
  private var first = 0
  private var end = 0
  /// Where the bytes begin that were not looked at.
  private var seen = 0

  /// - Parameters:
  ///   - bytes: The table, which lives as long as this is used.
  ///   - most: How many marks are asked for at once, at most.
  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, most: Int) {
    self.bytes = bytes
    delimiters = SIMD16(repeating: delimiter)
    // A chunk's marks are written eight or sixteen at a time, however many there are.
    places = .allocate(capacity: most + Self.chunk * (Self.chunks + 1))
  }

  deinit { places.deallocate() }

  /// How many of the marks to come are known. There are as many as asked for, unless the table has fewer.
  @inline(__always)
  mutating func known(atLeast count: Int) -> Int {
    if end - first < count { lookAhead(for: count) }
    return end - first
  }

  /// The place of one of the known marks.
  @inline(__always)
  subscript(number: Int) -> Int { places[first &+ number] }

  /// Passes marks.
  @inline(__always)
  mutating func pass(_ count: Int) { first &+= count }

  /// Passes all marks before a place.
  mutating func pass(before place: Int) {
    while known(atLeast: 1) > 0, places[first] < place { first += 1 }
  }

  @inline(never)
  private mutating func lookAhead(for count: Int) {
    // The two may overlap.
    places.update(from: places + first, count: end - first)
    end -= first
    first = 0
    while end < count, seen < bytes.count {
      for _ in 0..<Self.chunks {
        guard bytes.count - seen >= Self.chunk, let start = bytes.baseAddress else { break }
        look(at: UnsafeRawPointer(start + seen))
      }
      if seen < bytes.count, bytes.count - seen < Self.chunk { lookAtRest() }
    }
  }

  /// Looks at what is less than a chunk.
  private mutating func lookAtRest() {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.chunk) { padded in
      // Zeros are no marks.
      padded.initialize(repeating: 0)
      for (place, byte) in bytes[seen...].enumerated() { padded[place] = byte }
      if let start = padded.baseAddress { look(at: UnsafeRawPointer(start)) }
    }
    seen = bytes.count
  }

  /// Notes the marks of a chunk.
  @inline(__always)
  private mutating func look(at chunk: UnsafeRawPointer) {
    var bits: UInt64 = 0
    for part in 0..<4 {
      let bytes = chunk.loadUnaligned(fromByteOffset: 16 &* part, as: SIMD16<UInt8>.self)
      let marks =
        (bytes .== delimiters) .| (bytes .== Self.lineFeeds) .| (bytes .== Self.quotes)
        .| (bytes .== Self.returns)
      let ones = unsafeBitCast(Self.zeros.replacing(with: Self.ones, where: marks), to: SIMD2<UInt64>.self)
      bits |=
        (Self.gathered(ones[0].littleEndian) | Self.gathered(ones[1].littleEndian) << 8)
        &<< UInt64(16 &* part)
    }
    // Mostly a chunk has no more than eight: written without a look at how many there are, nothing is guessed.
    let found = bits.nonzeroBitCount
    let next = places + end
    for number in 0..<8 { Self.note(&bits, from: seen, at: next + number) }
    if found > 8 {
      for number in 8..<found { Self.note(&bits, from: seen, at: next + number) }
    }
    end &+= found
    seen &+= Self.chunk
  }

  /// Notes the place of the lowest bit and takes it out.
  @inline(__always)
  private static func note(_ bits: inout UInt64, from start: Int, at place: UnsafeMutablePointer<Int>) {
    place.pointee = start &+ bits.trailingZeroBitCount
    bits &= bits &- 1
  }

  /// Eight bytes of 0 or 1 as eight bits: a multiplication puts each where it belongs in the highest byte.
  @inline(__always)
  private static func gathered(_ word: UInt64) -> UInt64 { (word &* 0x0102_0408_1020_4080) >> 56 }

  private static var zeros: SIMD16<UInt8> { SIMD16(repeating: 0) }
  private static var ones: SIMD16<UInt8> { SIMD16(repeating: 1) }
  private static var lineFeeds: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "\n")) }
  private static var quotes: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "\"")) }
  private static var returns: SIMD16<UInt8> { SIMD16(repeating: UInt8(ascii: "\r")) }
}
