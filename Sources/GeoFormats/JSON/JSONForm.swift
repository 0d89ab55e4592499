/// The text of a JSON value in which some strings may differ from one value to another: values of the form are
/// recognised without parsing them.
///
/// Whatever has the form is grammatical, because all but the open strings is text that has been parsed, and in
/// these only characters are let through that stand for themselves.
public struct JSONForm: Hashable, Sendable {
  /// The text without what is in the open strings.
  private let text: [UInt8]
  /// Where in it the open strings are, ascending.
  private let gaps: [Int]

  /// Takes the form of a value that a reader has passed.
  ///
  /// - Parameters:
  ///   - bytes: The value's text.
  ///   - strings: Where in it the strings stand that may differ, with their quotation marks, ascending.
  /// - Returns: `nil` where one of these is something else, or a string with escapes; and for a number or a word,
  ///   whose text may go on.
  public init?(_ bytes: ArraySlice<UInt8>, open strings: [Range<Int>]) {
    guard let last = bytes.last, "}]\"".utf8.contains(last) else { return nil }
    var text: [UInt8] = []
    var gaps: [Int] = []
    var start = bytes.startIndex
    for string in strings {
      guard string.count >= 2, string.lowerBound >= start, string.upperBound <= bytes.endIndex,
        bytes[string.lowerBound] == UInt8(ascii: "\""), bytes[string.upperBound - 1] == UInt8(ascii: "\""),
        !bytes[string].contains(UInt8(ascii: "\\"))
      else { return nil }
      text += bytes[start...string.lowerBound]
      gaps.append(text.count)
      start = string.upperBound - 1
    }
    self.text = text + bytes[start...]
    self.gaps = gaps
  }

  /// Where the value of this form that begins at an offset ends; `nil` where what stands there has another form.
  ///
  /// - Parameter strings: Takes the places of the open strings' texts, without their quotation marks.
  func end(in bytes: [UInt8], from offset: Int, open strings: inout [Range<Int>]) -> Int? {
    strings.removeAll(keepingCapacity: true)
    return bytes.withUnsafeBytes { bytes in
      text.withUnsafeBytes { text in
        var (here, there) = (0, offset)
        for gap in gaps {
          guard Self.isEqual(text, here, bytes, there, count: gap - here) else { return nil }
          there += gap - here
          here = gap
          let end = JSONReader.endOfPlainText(in: bytes, from: there)
          strings.append(there..<end)
          there = end
        }
        let count = text.count - here
        return Self.isEqual(text, here, bytes, there, count: count) ? there + count : nil
      }
    }
  }

  /// Whether so many bytes of both are the same and are all there in the second.
  @inline(__always)
  private static func isEqual(
    _ text: UnsafeRawBufferPointer,
    _ here: Int,
    _ bytes: UnsafeRawBufferPointer,
    _ there: Int,
    count: Int
  ) -> Bool {
    guard count <= bytes.count - there else { return false }
    func difference(at index: Int) -> UInt64 {
      text.loadUnaligned(fromByteOffset: here + index, as: UInt64.self)
        ^ bytes.loadUnaligned(fromByteOffset: there + index, as: UInt64.self)
    }
    var done = 0
    while count - done >= 32 {
      let words = (difference(at: done), difference(at: done + 8))
      let next = (difference(at: done + 16), difference(at: done + 24))
      guard words.0 | words.1 | next.0 | next.1 == 0 else { return false }
      done += 32
    }
    while count - done >= 8 {
      guard difference(at: done) == 0 else { return false }
      done += 8
    }
    while done < count {
      guard text[here + done] == bytes[there + done] else { return false }
      done += 1
    }
    return true
  }
}

extension JSONReader {
  /// Passes the value that is due where it has a form; else it stays unread, and the answer is `false`.
  ///
  /// - Parameter strings: Takes the places of the form's open strings in ``bytes``, without their quotation
  ///   marks.
  /// - Complexity: O(*n*), about as fast as comparing memory.
  public mutating func skip(_ form: JSONForm, open strings: inout [Range<Int>]) -> Bool {
    guard let end = form.end(in: bytes, from: startOfNext(), open: &strings) else { return false }
    return pass(to: end)
  }
}
