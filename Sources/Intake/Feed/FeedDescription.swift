internal import Chronicle
internal import Gazetteer

/// How a country's alert feed writes what it says: the names of its fields, its words and what they mean.
///
/// A table of the country pack, so that nothing about one feed is in the program.
public struct FeedDescription: Hashable, Sendable {
  /// What the program reads out of an alert.
  public enum Field: String, CaseIterable, Hashable, Sendable {
    case status, cause, event, region, kilometre, route, latitude, longitude, started, updated, source
  }

  /// What the feed says of the roads in one of its lists.
  enum ListMeaning: Hashable, Sendable {
    case status(BlockadeStatus)
    /// These roads are free.
    case open
  }

  public let publisher: String
  public let language: String?
  /// Where the live feed is fetched from.
  public let address: String?
  /// How much older than the moment of taking a snapshot's own times may be.
  let updateTolerance: Int
  let dates: FeedDateReader
  let lists: [String: ListMeaning]
  let fields: [Field: String]
  /// Fields that are written anew in each snapshot and say nothing about the alert, in a fixed order.
  let passing: [String]
  let statuses: FeedWords<BlockadeStatus>
  let causes: FeedWords<Cause>
  /// Phrases at the beginning of a description that change an alert's status.
  let events: [NamePhrase: BlockadeStatus]
  /// Words that a place's name follows.
  let placeWords: Set<NamePhrase>
}

/// A phrase in the words of its folded name.
struct NamePhrase: Hashable, Sendable {
  let words: [String]

  init(_ text: String) { words = NameKey(text).words }

  /// Whether these words begin with the phrase.
  func begins(_ text: ArraySlice<String>) -> Bool { !words.isEmpty && text.starts(with: words) }

  /// Whether these words hold the phrase anywhere.
  func isIn(_ text: ArraySlice<String>) -> Bool {
    text.indices.contains { begins(text[$0...]) }
  }
}
