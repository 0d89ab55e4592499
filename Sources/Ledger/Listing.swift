/// The rows of a snapshot in their order: the state that each shows, and the values of the fields that are
/// written anew in each snapshot.
public struct Listing: Hashable, Sendable {
  public private(set) var states: [ListedState] = []
  /// The names of the fields that say nothing about an alert.
  public let passingFields: [String]
  /// Their values in the code of ``ListingCode``.
  private(set) var passing: [UInt8] = []
  private var before: [[UInt8]?]

  /// Makes an empty listing.
  public init(passingFields: [String]) {
    self.passingFields = passingFields
    before = Array(repeating: nil, count: passingFields.count)
  }

  /// Makes a listing of rows, each with as many passing values as there are fields.
  public init(_ rows: [ListedRow], passingFields: [String]) {
    self.init(passingFields: passingFields)
    for row in rows { append(ListedState(row.state)) { row.passing[$0].map { $0[...] } } }
  }

  /// Appends a row.
  ///
  /// - Parameter value: Gives the value of a passing field, by its place, as JSON; `nil` where the row has no
  ///   such field.
  public mutating func append(_ state: ListedState, passing value: (Int) -> ArraySlice<UInt8>?) {
    states.append(state)
    for index in before.indices {
      let value = value(index)
      if let value, let before = before[index], before.elementsEqual(value) {
        ListingCode.appendRepetition(to: &passing)
      } else {
        ListingCode.append(value, to: &passing)
        before[index] = value.map { Array($0) }
      }
    }
  }

  /// The rows one by one.
  public var rows: [ListedRow] {
    let values = ListingCode.passing(passing, rows: states.count, each: passingFields.count) ?? []
    return zip(states, values).map { ListedRow(state: $0.content, passing: $1) }
  }
}
