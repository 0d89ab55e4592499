/// The bytes that all rows of a table share.
@usableFromInline
final class CSVSource: Sendable {
  let bytes: [UInt8]
  let file: String

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }
}

/// Where one field stands in the source, without its quotation marks.
@usableFromInline
struct CSVField: Hashable, Sendable {
  @usableFromInline enum Quoting: UInt8, Sendable {
    case none
    case quoted
    /// Quoted, with quotation marks inside that are written twice.
    case quotedWithDoubles
  }

  @usableFromInline var start: Int
  @usableFromInline var end: Int
  var quoting: Quoting

  /// Where the field begins on the page, quotation mark included.
  var outerStart: Int { quoting == .none ? start : start - 1 }
}
