internal import Chronicle
internal import Gazetteer

/// Lines that head a list, and names that head their own sentence.
extension DocumentReader {
  /// Whether a line is the head of a list: a region alone, or a status without a place.
  func isHeading(_ scanned: ScannedSentence, _ reader: SentenceReader) -> Bool {
    guard scanned.sentence.isShortLine,
      !scanned.sentence.isItem || onlyNames(scanned) && scanned.sentence.endsWithColon
    else { return false }
    if onlyNames(scanned) { return scanned.names.count == 1 && scanned.names[0].highways.isEmpty }
    // The hour and day of a bulletin may stand in its title.
    guard scanned.items.count <= 16, scanned.numbers.allSatisfy(\.isRank) || isTitle(scanned, reader),
      scanned.items.count <= 10 || !scanned.dates.isEmpty, scanned.kilometres.isEmpty,
      !scanned.names.contains(where: { !$0.highways.isEmpty })
    else { return false }
    let isStatus = scanned.names.isEmpty && BlockadeReader(reader).headingStatus() != nil
    let isRegion =
      scanned.sentence.endsWithColon && scanned.names.count == 1
      && places.region(scanned.names[0].name) != nil
      && !scanned.roles.hasAny(of: [.killed, .injured, .detained])
    return isStatus || isRegion
  }

  /// Whether what counts in a line is only its day and hour: `Roads with interrupted transit, 17:00, 25/01/2023`.
  func isTitle(_ scanned: ScannedSentence, _ reader: SentenceReader) -> Bool {
    !scanned.dates.isEmpty && scanned.names.isEmpty
      && !scanned.roles.hasAny(of: [.person, .killed, .injured])
      && !(scanned.roles.has(.tally) && reader.hasLabelledNumber)
      && scanned.items.indices.allSatisfy { position in
        scanned.items[position].kind != .number || position > 0 && scanned.items[position - 1].kind == .sign
          || position + 1 < scanned.items.count && scanned.items[position + 1].kind == .sign
      }
  }

  private func onlyNames(_ scanned: ScannedSentence) -> Bool {
    var hasName = false
    for item in scanned.items where item.kind != .sign {
      if item.kind == .name {
        hasName = true
      } else if !item.roles.hasAny(of: [.level, .of, .article, .settlement]) {
        return false
      }
    }
    return hasName
  }

  mutating func readHeading(_ scanned: ScannedSentence, _ reader: SentenceReader) {
    if let status = BlockadeReader(reader).headingStatus() {
      discourse.headingStatus = status
      discourse.headingRegion = nil
      discourse.headingMention = nil
      discourse.headingMeasure = status == .blocked ? TallyReader(reader).headingMeasure() : nil
      discourse.headingToll = nil
    }
    if let heading = scanned.names.first {
      discourse.headingMention = heading
      discourse.headingRegion = places.region(heading.name)
    }
    remember(scanned)
  }

  func label(_ scanned: ScannedSentence, _ reader: SentenceReader) -> NameMention? {
    guard scanned.items.count > 2, scanned.items[0].kind == .name, reader.isSign(1, ":") else { return nil }
    let label = scanned.names[scanned.items[0].index]
    return label.highways.isEmpty ? label : nil
  }

  func labelled(_ label: NameMention) -> Discourse {
    var inner = discourse
    if let region = places.region(label.name),
      places.isAny(label.name, .departmentCapital) || !places.isPlace(label.name)
    {
      inner.headingRegion = region
    }
    inner.placeMention = label
    inner.placeAge = 0
    return inner
  }
}
