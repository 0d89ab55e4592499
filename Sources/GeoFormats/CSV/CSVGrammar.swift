/// Takes the records of a table apart (RFC 4180): one look at each byte, eight at a time.
struct CSVGrammar {
  /// What makes a record none.
  enum Fault {
    /// A quoted field that begins at an offset and never ends.
    case unterminated(Int)
    /// A quotation mark inside a field without quotation marks.
    case strayQuote(Int)
    /// Something behind a closing quotation mark.
    case afterQuote(Int)
    /// A carriage return that ends no line.
    case strayReturn(Int)
  }

  struct Outcome {
    /// Where the last field ends.
    var end: Int
    /// Where the next record begins.
    var next: Int
    var lineBreaks: Int
    /// How many fields there are; perhaps more than there was room for.
    var fieldCount: Int
    /// Whether the record ends at a line break, and not only because the bytes do.
    var isComplete: Bool
    var fault: Fault?
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let delimiter: UInt8

  /// - Parameter delimiter: What stands between fields; a byte of ASCII that is no quotation mark or line break.
  init(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// Reads the record at an offset. A faulty one is given up to the end of the line of its fault.
  ///
  /// - Parameter fields: Is filled with the fields, without their quotation marks, as far as there is no fault and
  ///   they have room.
  @inline(__always)
  func scanRecord(from start: Int, into fields: UnsafeMutableBufferPointer<CSVField>) -> Outcome {
    let count = bytes.count
    var fieldCount = 0
    func outcome(_ end: Int, next: Int, lineBreaks: Int, isComplete: Bool) -> Outcome {
      Outcome(
        end: end,
        next: next,
        lineBreaks: lineBreaks,
        fieldCount: fieldCount,
        isComplete: isComplete,
        fault: nil
      )
    }
    var index = start
    var lineBreaks = 0
    while true {
      // At the start of a field.
      var field = CSVField(start: index, end: index, quoting: .none)
      if index < count, bytes[index] == UInt8(ascii: "\"") {
        guard let end = endOfQuoted(&field, lineBreaks: &lineBreaks) else {
          return faulty(.unterminated(index), at: index, lineBreaks: 0, fieldCount: fieldCount)
        }
        index = end
      } else {
        index = special(from: index)
        field.end = index
      }
      if fieldCount < fields.count { fields[fieldCount] = field }
      fieldCount += 1
      guard index < count else {
        return outcome(index, next: count, lineBreaks: lineBreaks, isComplete: false)
      }
      let byte = bytes[index]
      if byte == delimiter {
        index += 1
      } else if byte == UInt8(ascii: "\n") {
        return outcome(index, next: index + 1, lineBreaks: lineBreaks + 1, isComplete: true)
      } else if byte == UInt8(ascii: "\r"), index + 1 == count {
        return outcome(index, next: count, lineBreaks: lineBreaks, isComplete: false)
      } else if byte == UInt8(ascii: "\r"), bytes[index + 1] == UInt8(ascii: "\n") {
        return outcome(index, next: index + 2, lineBreaks: lineBreaks + 1, isComplete: true)
      } else if field.quoting != .none {
        return faulty(.afterQuote(index), at: index, lineBreaks: lineBreaks, fieldCount: fieldCount)
      } else {
        let fault: Fault = byte == UInt8(ascii: "\r") ? .strayReturn(index) : .strayQuote(index)
        return faulty(fault, at: index, lineBreaks: lineBreaks, fieldCount: fieldCount)
      }
    }
  }

  /// As ``scanRecord(from:into:)`` for a number of fields that is not known.
  func scanRecord(from start: Int, into fields: inout [CSVField]) -> Outcome {
    let none = CSVField(start: 0, end: 0, quoting: .none)
    if fields.isEmpty { fields.append(none) }
    var outcome = fields.withUnsafeMutableBufferPointer { scanRecord(from: start, into: $0) }
    if outcome.fieldCount > fields.count {
      fields.append(contentsOf: repeatElement(none, count: outcome.fieldCount - fields.count))
      outcome = fields.withUnsafeMutableBufferPointer { scanRecord(from: start, into: $0) }
    }
    fields.removeLast(fields.count - outcome.fieldCount)
    return outcome
  }

  /// The offset behind the last complete record, of those that begin at the first byte; `nil` where none ends.
  func endOfLastRecord() -> Int? {
    // Without quotation marks, every line break ends a record.
    guard ByteSearch.first(UInt8(ascii: "\""), in: bytes) != nil else {
      return bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }
    var end = 0
    while end < bytes.count {
      let outcome = scanRecord(from: end, into: UnsafeMutableBufferPointer(start: nil, count: 0))
      guard outcome.isComplete else { break }
      end = outcome.next
    }
    return end > 0 ? end : nil
  }

  /// Gives a record up to the end of the line.
  private func faulty(_ fault: Fault, at place: Int, lineBreaks: Int, fieldCount: Int) -> Outcome {
    var index = place
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    let hasBreak = index < bytes.count
    // What is not closed here may be closed in bytes to come.
    var isComplete = hasBreak
    if case .unterminated = fault { isComplete = false }
    return Outcome(
      end: index,
      next: hasBreak ? index + 1 : index,
      lineBreaks: lineBreaks + (hasBreak ? 1 : 0),
      fieldCount: fieldCount,
      isComplete: isComplete,
      fault: fault
    )
  }

  /// Reads a quoted field and gives the offset behind its closing quotation mark; `nil` where there is none.
  private func endOfQuoted(_ field: inout CSVField, lineBreaks: inout Int) -> Int? {
    var index = field.start + 1
    field.start = index
    field.quoting = .quoted
    while true {
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        if bytes[index] == UInt8(ascii: "\n") { lineBreaks += 1 }
        index += 1
      }
      guard index < bytes.count else { return nil }
      guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") else { break }
      field.quoting = .quotedWithDoubles
      index += 2
    }
    field.end = index
    return index + 1
  }

  /// The offset of the next byte that is not simply part of a field.
  @inline(__always)
  private func special(from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= raw.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let found =
        Self.marks(word ^ delimiters) | Self.marks(word ^ Self.lineFeeds) | Self.marks(word ^ Self.quotes)
        | Self.marks(word ^ Self.returns)
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\"")
        || byte == UInt8(ascii: "\r")
      {
        break
      }
      index += 1
    }
    return index
  }

  private static let everyByte: UInt64 = 0x0101_0101_0101_0101
  private static let lineFeeds = UInt64(UInt8(ascii: "\n")) * everyByte
  private static let quotes = UInt64(UInt8(ascii: "\"")) * everyByte
  private static let returns = UInt64(UInt8(ascii: "\r")) * everyByte
  private var delimiters: UInt64 { UInt64(delimiter) * Self.everyByte }

  /// Sets the top bit of each byte that is 0, and perhaps of some above the lowest of them (H. S. Warren, Hacker's
  /// Delight, 6-1).
  @inline(__always)
  private static func marks(_ word: UInt64) -> UInt64 {
    (word &- everyByte) & ~word & (everyByte << 7)
  }
}
