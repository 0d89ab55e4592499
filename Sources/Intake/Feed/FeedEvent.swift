internal import Chronicle
internal import Gazetteer

/// What an alert's description says by its beginnings: a status, and a place.
///
/// ```
/// SUSPENSION DE MEDIDA / (PUENTE AYAVIRI) PARO INDEFINIDO …
/// (CENTRO POBLADO CCUMI) SE HA LIBERADO LA VIA …
/// SECTOR CASMICHE … SE CULMINO CON LA LIMPIEZA …
/// ```
/// Parts are set off by slashes. A part in brackets, or a beginning with a word for a place, names the place;
/// a part that begins with one of the feed's phrases has that phrase's status. Of several the farthest from
/// blocked counts.
struct FeedEvent: Hashable, Sendable {
  private(set) var status: BlockadeStatus?
  /// As written, such as `PUENTE AYAVIRI`.
  private(set) var place: String?

  init(_ text: String, description: FeedDescription) {
    for part in text.split(separator: "/") {
      var rest = part.drop { !$0.isLetter && $0 != "(" && !$0.isNumber }
      if rest.first == "(", let close = rest.firstIndex(of: ")") {
        let name = rest[rest.index(after: rest.startIndex)..<close]
        if place == nil { place = Self.tidy(name) }
        rest = rest[rest.index(after: close)...]
      }
      let words = NameKey(String(rest)).words[...]
      let opensWithPlace = description.placeWords.contains { $0.begins(words) }
      if opensWithPlace, place == nil { place = Self.openingPlace(of: rest) }
      for (phrase, meaning) in description.events
      where opensWithPlace ? phrase.isIn(words) : phrase.begins(words) {
        status = Self.farther(status, meaning)
      }
    }
  }

  private static func farther(_ one: BlockadeStatus?, _ other: BlockadeStatus) -> BlockadeStatus {
    let order: [BlockadeStatus] = [.blocked, .restricted, .suspended, .cleared]
    let rank = { (status: BlockadeStatus) in order.firstIndex(of: status) ?? 0 }
    guard let one, rank(one) >= rank(other) else { return other }
    return one
  }

  /// A name that opens a description without brackets: to the first full stop, two spaces, or the third word.
  private static func openingPlace(of text: Substring) -> String? {
    var words: [Substring] = []
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if word.isEmpty {
        // After the first word two spaces are a slip, after the name they end it.
        if words.count > 1 { break }
        continue
      }
      words.append(word.prefix { $0 != "." && $0 != "," })
      if words.last?.count != word.count || words.count == 3 { break }
    }
    // Of three words the third may belong to what happened there.
    return tidy(words.prefix(2).joined(separator: " ")[...])
  }

  private static func tidy(_ name: Substring) -> String? {
    let words = name.split { $0.isWhitespace || $0 == ":" }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
