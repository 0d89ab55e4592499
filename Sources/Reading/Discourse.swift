internal import Chronicle
internal import Gazetteer

/// What the text so far leaves in force for the sentences to come.
///
/// Each sentence is read with a copy of it, so that names are kept as mentions, which are references.
struct Discourse {
  /// The day of the part of the text that is being read.
  var today: Day
  /// The region at the head of the list that is being read.
  var headingRegion: RegionTable.Index?
  /// The name at the head of the list that is being read.
  var headingMention: NameMention?
  var headingName: Reference.Name? { headingMention?.name }
  /// What the head of the list says of its items.
  var headingStatus: BlockadeStatus?
  /// What the head of the list says that its lines count: `Points blocked by region`.
  var headingMeasure: TallyMeasure?
  /// What the head of the list says became of the people whom its lines count: `Deaths by region`.
  var headingToll: TollHeading?
  /// The highways named last, as written, and how many sentences ago.
  var highways: [[Int]] = []
  var highwayName = ""
  var highwayAge = 99
  /// What the last sentence that spoke of closed or open roads said, and how many sentences ago.
  var roads: [Draft] = []
  var roadAge = 99
  /// The drafts of the last sentence that told tolls, and how many sentences ago.
  var tolls = 0..<0
  var tollAge = 99
  /// The last number of people or places told, and how many sentences ago.
  var figure: Draft?
  var figureAge = 99
  /// How many sentences ago an accident or a crime was told that is no protest.
  var accidentAge = 99
  /// How many sentences ago the text looked back at another time.
  var historyAge = 99
  /// The place named last in this paragraph, or in the one before.
  var placeMention: NameMention?
  var place: Reference.Name? { placeMention?.name }
  var placeAge = 99
  /// Whether the text is about another country just now.
  private(set) var isAbroad = false
  /// Whether all of the text so far is about another country; `nil` as long as it has named none.
  private var beganAbroad: Bool?
  /// The place of the last incident told, and how many sentences ago.
  var incidentSite: Draft.Site?
  var incidentPlace: Reference.Name? { incidentSite?.name }
  var incidentAge = 99
  /// The days of the last incident told in this paragraph.
  var incidentDays: ClosedRange<Day>?
  /// The days of the marches or clashes told last, and how many sentences ago.
  private var unrest: ClosedRange<Day>?
  private var unrestAge = 99
  /// The days told last.
  private(set) var toldDays: ClosedRange<Day>?
  /// The days of the last incident at a place, by its area.
  var incidents: [String: ClosedRange<Day>] = [:]

  mutating func beginSentence() {
    highwayAge += 1
    roadAge += 1
    tollAge += 1
    accidentAge += 1
    historyAge += 1
    figureAge += 1
    placeAge += 1
    incidentAge += 1
    unrestAge += 1
  }

  /// The days of the marches or clashes of which the sentence before tells.
  var unrestDays: ClosedRange<Day>? { unrestAge <= 1 ? unrest : nil }

  /// Notes the days that a sentence tells.
  mutating func note(_ days: ClosedRange<Day>, ofUnrest isOfUnrest: Bool) {
    toldDays = days
    guard isOfUnrest else { return }
    unrest = days
    unrestAge = 0
  }

  /// Notes what a sentence says of closed or open roads.
  mutating func note(blockades: [Draft]) {
    guard !blockades.isEmpty else { return }
    roads = blockades
    roadAge = 0
  }

  /// Whether a count is of an earlier day than the same count that was told before it.
  func isBefore(_ tally: Draft) -> Bool {
    guard figureAge <= 2, case .tally(let measure, _, _, _, _) = tally.content, let figure,
      case .tally(measure, _, _, _, _) = figure.content
    else { return false }
    return tally.days.upperBound < figure.days.upperBound
  }

  init(today: Day) { self.today = today }

  /// Notes that a sentence turns to another country, or back home.
  mutating func turn(abroad: Bool) {
    isAbroad = abroad
    beganAbroad = abroad && beganAbroad ?? true
  }

  mutating func beginParagraph() {
    // Another country lasts to the end of a paragraph; that of a report which names no other, to its end.
    isAbroad = beganAbroad ?? false
    placeAge += 10
    historyAge += 10
    tollAge += 10
    incidentDays = nil
    unrestAge += 10
  }

  /// Forgets the drafts of the sentences before, which are taken back.
  mutating func forgetDrafts() {
    (roads, roadAge) = ([], 99)
    (tolls, tollAge) = (0..<0, 99)
    (figure, figureAge) = (nil, 99)
    incidentDays = nil
  }

  /// Forgets the list that was read.
  mutating func endList() {
    headingRegion = nil
    headingMention = nil
    headingStatus = nil
    headingMeasure = nil
    headingToll = nil
  }
}
