/// The words of ACLED's notes, which are in English, that tell of a road closed by people although no sentence says
/// where: the event's own position does.
enum EventWords {
  private static let blockade = [
    "roadblock", "road block", "barricad", "blockade", "blocked the road", "blocked a road", "blocked roads",
    "blocked the highway", "blocked a highway", "blocked the bridge", "blocked a bridge",
    "blocked the street",
    "blocked traffic", "blocked the traffic", "blocking the road", "blocking traffic", "blocking the highway",
    "disrupted traffic", "disrupting traffic", "disrupted the traffic", "obstructed traffic",
    "obstructed the road",
    "cut off the road", "cut off the highway", "closed the road", "closed the highway",
  ]

  /// The sentence of a note that tells of a road closed by people; `nil` where none does.
  static func sentence(in notes: String) -> String? {
    let sentences = notes.split { $0 == "." || $0 == ";" || $0.isNewline }
    let found = sentences.first { sentence in
      let text = sentence.lowercased()
      return blockade.contains { text.contains($0) }
    }
    return found.map { String($0.drop { $0 == " " }) }
  }
}
