internal import Chronicle
internal import Geo

/// One event as somebody coded it: a row of a table of events.
struct CodedEvent: Sendable {
  /// How exact its position is.
  enum Precision: Int, Sendable {
    case place = 1
    case partOfRegion, region

    /// The radius that holds the true point nine times in ten.
    var radius: Distance {
      switch self {
      case .place: .kilometres(5)
      case .partOfRegion: .kilometres(25)
      case .region: .kilometres(100)
      }
    }
  }

  let id: String
  let day: Day
  /// Whether it is a protest or a riot.
  let isProtest: Bool
  /// What kind of event it is, for people.
  let title: String
  let country: String
  /// The names of its regions, from large to small.
  let regions: [String]
  let place: String
  let coordinate: Coordinate
  let precision: Precision
  let source: String
  let notes: String
  let fatalities: Int
  let timestamp: Int
  /// The table's name, and the line of the row.
  let file: String
  let line: Int
}
