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
  private(set) var listing: Listing
  /// The texts in the field that says when a row was written, and how often each stands.
  private var updates: [(text: [UInt8], count: Int)] = []
  /// Where the open strings of a known row stand.
  private var strings: [Range<Int>] = []

  init(_ bytes: [UInt8], file: String, description: FeedDescription) throws(InputError) {
    self.description = description
    listing = Listing(passingFields: description.passing)
    var passing: [String: Int] = [:]
    for (index, field) in description.passing.enumerated() where passing[field] == nil {
      passing[field] = index
    }
    self.passing = passing
    updatedField = description.fields[.updated]
    let names = description.lists.keys.sorted().joined(separator: ", ")
    func refusal(_ observed: String, hint: String? = nil) -> InputError {
      InputError(
        location: InputLocation(file: file),
        observed: observed,
        expected: "a snapshot of the alert feed: a JSON object with the lists \(names)",
        hint: hint
      )
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
    guard let start else { throw refusal(bytes.isEmpty ? "an empty file" : "nothing but space") }
    if start == UInt8(ascii: "<") {
      throw refusal("a web page", hint: "--as dispatch takes a page for a dispatch")
    }
    guard start == UInt8(ascii: "{") else { throw refusal("something that begins with no {") }
    reader = try JSONReader(bytes, file: file)
  }

  /// - Parameter forms: The rows met before.
  mutating func scan(_ forms: inout FeedRowForms) throws(InputError) {
    forms.begin()
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
        if try !reader.nextIsNull() { try scanRow(of: key, &forms) }
        continue
      }
      try reader.beginArray()
      while try reader.nextElement() { try scanRow(of: key, &forms) }
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

  private mutating func scanRow(of list: String, _ forms: inout FeedRowForms) throws(InputError) {
    if let place = forms.next(&reader, in: list, open: &strings) { return append(forms[place]) }
    var cut = Cut(list)
    guard try reader.peek() == .object else {
      cut.state += Array(#","row":"#.utf8)
      cut.state += reader.bytes[try reader.rawValue()]
      cut.state.append(UInt8(ascii: "}"))
      return listing.append(ListedState(cut.state)) { _ in nil }
    }
    var whole = reader
    try reader.beginObject()
    while let key = try reader.nextKey() {
      cut.state.append(UInt8(ascii: ","))
      Cut.append(key, to: &cut.state)
      cut.state.append(UInt8(ascii: ":"))
      if key == "properties", try reader.peek() == .object {
        try scanProperties(into: &cut)
      } else {
        cut.state += reader.bytes[try reader.rawValue()]
      }
    }
    cut.state.append(UInt8(ascii: "}"))
    append(cut, of: list, text: try whole.rawValue(), &forms)
  }

  private mutating func scanProperties(into cut: inout Cut) throws(InputError) {
    cut.state.append(UInt8(ascii: "{"))
    var isFirst = true
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let range = try reader.rawValue()
      if key == updatedField { cut.updates.append(range) }
      if let index = passing[key] {
        cut.passing.append((range, index))
        continue
      }
      if !isFirst { cut.state.append(UInt8(ascii: ",")) }
      isFirst = false
      Cut.append(key, to: &cut.state)
      cut.state.append(UInt8(ascii: ":"))
      cut.state += reader.bytes[range]
    }
    cut.state.append(UInt8(ascii: "}"))
  }

  /// Appends a row that was parsed, and keeps its form in mind.
  private mutating func append(
    _ cut: Cut,
    of list: String,
    text: Range<Int>,
    _ forms: inout FeedRowForms
  ) {
    let state = ListedState(cut.state)
    var values = [Range<Int>?](repeating: nil, count: description.passing.count)
    var open = [Int?](repeating: nil, count: values.count)
    for (string, value) in cut.passing.enumerated() {
      values[value.field] = value.range
      open[value.field] = string
    }
    for update in cut.updates { count(reader.bytes[update]) }
    let bytes = reader.bytes
    listing.append(state) { index in values[index].map { bytes[$0] } }
    guard let form = JSONForm(reader.bytes[text], open: cut.passing.map(\.range)) else { return }
    let updates = cut.updates.map { range in
      cut.passing.firstIndex { $0.range == range }.map { FeedRowForms.Update.open($0) }
        ?? .written(Array(reader.bytes[range]))
    }
    forms.learn(FeedRowForms.Row(form: form, list: list, state: state, passing: open, updates: updates))
  }

  /// Appends a row that is known but for its open strings.
  private mutating func append(_ row: FeedRowForms.Row) {
    for update in row.updates {
      switch update {
      case .open(let string): count(reader.bytes[strings[string].quoted])
      case .written(let text): count(text[...])
      }
    }
    let (bytes, strings) = (reader.bytes, strings)
    listing.append(row.state) { index in row.passing[index].map { bytes[strings[$0].quoted] } }
  }

  /// What a row is cut into.
  private struct Cut {
    /// Its state, as far as it is written.
    var state: [UInt8] = []
    /// Where the values stand of fields that each snapshot writes anew, in the row's order.
    var passing: [(range: Range<Int>, field: Int)] = []
    /// Where it says when it was written.
    var updates: [Range<Int>] = []

    init(_ list: String) {
      state.reserveCapacity(1024)
      state += Array(#"{"list":"#.utf8)
      Self.append(list, to: &state)
    }

    static func append(_ name: String, to bytes: inout [UInt8]) {
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

  private mutating func count(_ text: ArraySlice<UInt8>) {
    if let index = updates.firstIndex(where: { $0.text.elementsEqual(text) }) {
      updates[index].count += 1
    } else if updates.count < 1000 {
      // Snapshots have a handful; a file with more tells nothing by them.
      updates.append((Array(text), 1))
    }
  }
}

extension Range<Int> {
  /// The place of a string's text, with its quotation marks.
  fileprivate var quoted: ClosedRange<Int> { (lowerBound - 1)...upperBound }
}
