internal import Chronicle
internal import GeoFormats
internal import Ledger

/// Cuts a snapshot into its rows without reading what they say.
///
/// A row's state is written anew: its members as they came, without the space around them and without the
/// fields that each snapshot writes anew, behind the name of its list. Equal alerts are equal bytes then.
struct FeedScanner {
  private let description: FeedDescription
  private let passing: [String: Int]
  private let updatedField: String?
  private var reader: JSONReader
  private(set) var rows: [ListedRow] = []
  /// The texts in the field that says when a row was written, and how often each stands.
  private var updates: [(text: [UInt8], count: Int)] = []

  init(_ bytes: [UInt8], file: String, description: FeedDescription) throws(InputError) {
    self.description = description
    var passing: [String: Int] = [:]
    for (index, field) in description.passing.enumerated() where passing[field] == nil {
      passing[field] = index
    }
    self.passing = passing
    updatedField = description.fields[.updated]
    let names = description.lists.keys.sorted().joined(separator: ", ")
    func refusal(_ observed: String) -> InputError {
      InputError(
        location: InputLocation(file: file),
        observed: observed,
        expected: "a snapshot of the alert feed: a JSON object with the lists \(names)"
      )
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let start else { throw refusal(bytes.isEmpty ? "an empty file" : "nothing but space") }
    if start == UInt8(ascii: "<") { throw refusal("a web page") }
    guard start == UInt8(ascii: "{") else { throw refusal("something that begins with no {") }
    reader = try JSONReader(bytes, file: file)
  }

  mutating func scan() throws(InputError) {
    var isFeed = false
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard description.lists[key] != nil else {
        try reader.skipValue()
        continue
      }
      isFeed = true
      guard try reader.peek() == .array else {
        // A list that is missing or null has no rows; anything else is one row that will be refused.
        if try !reader.nextIsNull() { try scanRow(of: key) }
        continue
      }
      try reader.beginArray()
      while try reader.nextElement() { try scanRow(of: key) }
    }
    try reader.finish()
    guard isFeed else {
      let names = description.lists.keys.sorted().joined(separator: ", ")
      throw InputError(
        location: InputLocation(file: reader.file),
        observed: "a JSON object without any of the feed's lists",
        expected: "at least one of \(names)"
      )
    }
  }

  /// What most rows say of when they were written; of several as frequent the latest.
  func updated(reading dates: FeedDateReader) -> Moment? {
    var counts: [Moment: Int] = [:]
    for update in updates {
      guard var reader = try? JSONReader(update.text, file: ""), let text = try? reader.string(),
        let moment = dates.moment(text)
      else { continue }
      counts[moment, default: 0] += update.count
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private mutating func scanRow(of list: String) throws(InputError) {
    var state: [UInt8] = []
    state.reserveCapacity(1024)
    var values = [[UInt8]?](repeating: nil, count: description.passing.count)
    state += Array(#"{"list":"#.utf8)
    Self.append(list, to: &state)
    guard try reader.peek() == .object else {
      state += Array(#","row":"#.utf8)
      state += reader.bytes[try reader.rawValue()]
      state.append(UInt8(ascii: "}"))
      rows.append(ListedRow(state: state, passing: values))
      return
    }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      state.append(UInt8(ascii: ","))
      Self.append(key, to: &state)
      state.append(UInt8(ascii: ":"))
      if key == "properties", try reader.peek() == .object {
        try scanProperties(into: &state, &values)
      } else {
        state += reader.bytes[try reader.rawValue()]
      }
    }
    state.append(UInt8(ascii: "}"))
    rows.append(ListedRow(state: state, passing: values))
  }

  private mutating func scanProperties(
    into state: inout [UInt8],
    _ values: inout [[UInt8]?]
  ) throws(InputError) {
    state.append(UInt8(ascii: "{"))
    var isFirst = true
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let range = try reader.rawValue()
      if key == updatedField { count(reader.bytes[range]) }
      if let index = passing[key] {
        values[index] = Array(reader.bytes[range])
        continue
      }
      if !isFirst { state.append(UInt8(ascii: ",")) }
      isFirst = false
      Self.append(key, to: &state)
      state.append(UInt8(ascii: ":"))
      state += reader.bytes[range]
    }
    state.append(UInt8(ascii: "}"))
  }

  private mutating func count(_ text: ArraySlice<UInt8>) {
    if let index = updates.firstIndex(where: { $0.text.elementsEqual(text) }) {
      updates[index].count += 1
    } else if updates.count < 1000 {
      // Snapshots have a handful; a file with more tells nothing by them.
      updates.append((Array(text), 1))
    }
  }

  private static func append(_ name: String, to bytes: inout [UInt8]) {
    let plain = name.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    guard plain else {
      var writer = JSONWriter()
      writer.string(name)
      bytes += writer.bytes
      return
    }
    bytes.append(UInt8(ascii: "\""))
    bytes += name.utf8
    bytes.append(UInt8(ascii: "\""))
  }
}
