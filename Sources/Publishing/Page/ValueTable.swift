internal import GeoFormats

/// Values that come up again and again, each kept once and named by its place.
struct ValueTable {
  private(set) var values: [JSONValue] = []
  /// Most values are texts, which are found faster as such.
  private var texts: [String: Int] = [:]
  private var others: [JSONValue: Int] = [:]

  /// The place of a value, which is kept if it is new.
  mutating func place(of value: JSONValue) -> Int {
    let next = values.count
    let place: Int
    if case .string(let text) = value {
      place = texts.number(of: text, orElse: next)
    } else {
      place = others.number(of: value, orElse: next)
    }
    if place == next { values.append(value) }
    return place
  }
}

extension Dictionary where Value == Int {
  /// The number of a key, which gets this one where it has none.
  fileprivate mutating func number(of key: Key, orElse number: Int) -> Int {
    if let known = self[key] { return known }
    self[key] = number
    return number
  }
}
