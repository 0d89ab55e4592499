internal import GeoFormats
internal import Ledger

/// The forms of the rows that were met before: a row that comes again is known by comparing memory.
///
/// Snapshots follow each other with few changes, so after each row those that followed it before are looked for.
/// What is read does not depend on what was met before, only how fast.
public struct FeedRowForms: Sendable {
  /// One row, apart from the strings that each snapshot writes anew.
  struct Row: Hashable, Sendable {
    let form: JSONForm
    let list: String
    let state: ListedState
    /// For each field that is written anew the open string that holds it; `nil` where the row has no such field.
    let passing: [Int?]
    let updates: [Update]

    func hash(into hasher: inout Hasher) { hasher.combine(state) }
  }

  /// Where a row says when it was written.
  enum Update: Hashable, Sendable {
    /// In one of its open strings.
    case open(Int)
    /// The same each time.
    case written([UInt8])
  }

  /// How many rows are kept in mind: more than any day has.
  private static let limit = 16_384
  /// How many rows are kept in mind that followed one.
  private static let followerLimit = 8

  private var rows: [Row] = []
  private var places: [Row: Int] = [:]
  /// Which rows came after each, the last first.
  private var followers: [[Int]] = []
  /// Which rows came first.
  private var openers: [Int] = []
  /// Which row came last.
  private var last: Int?
  /// The row that should have come before the last one that was not foreseen, and may come after it.
  private var postponed: Int?

  public init() {}

  subscript(place: Int) -> Row { rows[place] }

  /// Begins a snapshot.
  mutating func begin() { (last, postponed) = (nil, nil) }

  /// Passes the row that is due, where it is one that may be foreseen.
  ///
  /// - Parameter strings: Takes the places of its open strings.
  /// - Returns: The row's place.
  mutating func next(
    _ reader: inout JSONReader,
    in list: String,
    open strings: inout [Range<Int>]
  ) -> Int? {
    func matches(_ place: Int) -> Bool {
      rows[place].list == list && reader.skip(rows[place].form, open: &strings)
    }
    let foreseen = last.map { followers[$0] } ?? openers
    // Where a row has gone, the one behind it has moved up; where one has come, the one foreseen is behind it.
    let expected = foreseen.first ?? postponed
    let found =
      foreseen.first(where: matches) ?? expected.flatMap { followers[$0].first }.flatMap {
        matches($0) ? $0 : nil
      }
      ?? postponed.flatMap { matches($0) ? $0 : nil }
    if let found {
      postponed = nil
      follow(with: found)
    } else if let expected {
      postponed = expected
    }
    return found
  }

  /// Keeps a row in mind that came now.
  mutating func learn(_ row: Row) {
    if let place = places[row] { return follow(with: place) }
    if rows.count == Self.limit { self = FeedRowForms() }
    places[row] = rows.count
    rows.append(row)
    followers.append([])
    follow(with: rows.count - 1)
  }

  private mutating func follow(with place: Int) {
    if let last { Self.put(place, first: &followers[last]) } else { Self.put(place, first: &openers) }
    last = place
  }

  private static func put(_ place: Int, first places: inout [Int]) {
    guard places.first != place else { return }
    places.removeAll { $0 == place }
    places.insert(place, at: 0)
    if places.count > followerLimit { places.removeLast() }
  }
}
