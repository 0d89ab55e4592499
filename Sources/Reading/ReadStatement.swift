public import Chronicle
public import Gazetteer

/// One thing that a dispatch says, with the words that say it.
public struct ReadStatement: Hashable, Sendable {
  /// What is said.
  public enum Content: Hashable, Sendable {
    case blockade(status: BlockadeStatus, cause: Cause)
    case toll(measure: TollMeasure, value: Int, qualifier: TollQualifier, category: TollCategory)
    case tally(
      measure: TallyMeasure,
      event: EventType,
      value: Int,
      qualifier: TollQualifier,
      sharePercent: Double?
    )
  }

  public let content: Content
  /// How much of the country it covers.
  public let scope: Scope
  /// Where the words begin and end, in Unicode scalars from the first one after the header's blank line.
  public let range: Range<Int>
  /// The text between the offsets, as it stands.
  public let quote: String
  /// The place as written; empty for the nation.
  public let place: String
  /// The kilometre as the text gives it, also where no position was found for it.
  public let kilometre: Double?
  /// What became of the place; `nil` for the nation.
  public let resolution: Resolution?
  /// The local days it is about, the last included.
  public let days: ClosedRange<Day>
  /// The day on which it was said: of the report, or of the part of it in which it stands.
  public let said: Day
  /// The moment the figure holds for, where the text gives one.
  public let asOf: Moment?
  /// What a reader should know before trusting it; clauses without a full stop.
  public let warnings: [String]

  init(
    content: Content,
    scope: Scope,
    range: Range<Int>,
    quote: String,
    place: String,
    resolution: Resolution?,
    kilometre: Double?,
    days: ClosedRange<Day>,
    said: Day,
    asOf: Moment?,
    warnings: [String]
  ) {
    self.content = content
    self.scope = scope
    self.range = range
    self.quote = quote
    self.place = place
    self.resolution = resolution
    self.kilometre = kilometre
    self.days = days
    self.said = said
    self.asOf = asOf
    self.warnings = warnings
  }
}

extension ReadStatement {
  /// The kind of statement in one word.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case blockade, toll, tally
  }

  public var kind: Kind {
    switch content {
    case .blockade: .blockade
    case .toll: .toll
    case .tally: .tally
    }
  }
}
