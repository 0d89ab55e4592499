internal import Chronicle
internal import Gazetteer
internal import Geo

/// The stretches and points of road that a part of a sentence names.
struct RoadPlaces {
  /// A place with the words that name it.
  struct Found {
    var items: ClosedRange<Int>
    var text: String
    var resolution: Resolution
    /// The first kilometre as written, by its likeliest meaning.
    var kilometre: Double?
    var warnings: [String] = []
  }

  /// A place in the making.
  struct Draft {
    var reference: Reference
    var items: ClosedRange<Int>
    /// Whether it is a road or a bridge, which other names only describe.
    var isRoad: Bool
    var text: String?
    var warnings: [String] = []
    /// A kilometre of a road that is told only by its ends.
    var kilometre: Double?
  }

  let reader: SentenceReader
  let part: Range<Int>

  /// The words that say what is with the roads, and whether all are nouns, which take no object.
  let triggers: [Int]

  let isNominal: Bool
  /// The highway of the part before, of which this part goes on to speak: `… but is still cut at Chala`.
  let elided: Int?
  var used: PositionSet = []
  var drafts: [Draft] = []

  init(
    _ reader: SentenceReader,
    in part: Range<Int>,
    of triggers: [Int],
    isNominal: Bool,
    elided: Int? = nil
  ) {
    self.reader = reader
    self.elided = elided
    self.part = part
    self.triggers = triggers
    self.isNominal = isNominal
  }

  var items: [Item] { reader.items }

  /// The places in the order of the text.
  func found() -> [Found] {
    var finder = self
    finder.findSections()
    finder.findKilometres()
    finder.findHighways()
    finder.findBridges()
    if finder.drafts.isEmpty {
      finder.findPlaces()
      finder.putOnElided()
    } else {
      finder.findListed()
      finder.describe()
      finder.dropDescribingSections()
    }
    return finder.drafts.sorted { $0.items.lowerBound < $1.items.lowerBound }.map { finder.locate($0) }
  }

  func locate(_ draft: Draft) -> Found {
    let text = draft.text ?? text(of: draft.items)
    let heading = reader.discourse.headingRegion
    var warnings = draft.warnings
    var reference = draft.reference
    // What no table has only stands where nothing else tells the place.
    if let unknown = reference.names.first(where: { $0.bearers.isEmpty }),
      !reference.highways.isEmpty || reference.names.contains(where: { !$0.bearers.isEmpty }),
      !reference.joinsEnds
    {
      reference.names.removeAll(where: { $0.bearers.isEmpty })
      warnings.append("“\(unknown.text)” is in no table")
      if reference.highways.isEmpty { reference.kilometres = nil }
    }
    var resolution = reader.places.locate(reference, in: heading, text: text)
    if resolution.location == nil, heading == nil, let name = reader.discourse.place,
      let region = reader.places.region(name), !draft.reference.highways.isEmpty
    {
      let again = reader.places.locate(reference, in: region, text: text)
      if again.location != nil {
        resolution = again
        warnings.append("the region is taken from “\(name.text)” before it")
      }
    }
    return Found(
      items: draft.items,
      text: text,
      resolution: resolution,
      kilometre: draft.reference.kilometres?.spans.first?.from.readings.first ?? draft.kilometre,
      warnings: warnings
    )
  }

  /// The words of a place; without what is said of it between them: `the Carretera Central is shut at La Oroya`.
  func text(of range: ClosedRange<Int>) -> String {
    guard let trigger = range.first(where: { triggers.contains($0) }), trigger > range.lowerBound,
      trigger < range.upperBound,
      let head = range.last(where: { $0 < trigger && reader.name($0) != nil }),
      let site = range.first(where: {
        $0 > trigger && (reader.name($0) != nil || items[$0].kind == .kilometres)
      })
    else { return reader.text(range) }
    return "\(reader.text(range.lowerBound...head)), \(reader.text(site...range.upperBound))"
  }

  func isPlain(_ position: Int) -> Bool {
    guard let name = reader.name(position) else { return false }
    return name.highways.isEmpty && !name.isUnknownRoad && !used.contains(position)
  }

  func isHighway(_ position: Int) -> Bool {
    reader.name(position).map { !$0.highways.isEmpty || $0.isUnknownRoad } ?? false
  }
}
