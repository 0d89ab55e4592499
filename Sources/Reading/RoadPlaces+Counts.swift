internal import Chronicle
internal import Gazetteer
internal import Geo

/// Names beside a number of points or regions.
extension RoadPlaces {
  /// `18 points blocked in Puno`: what is said of the points that are counted.
  func isOfPoints(_ trigger: Int, behind count: Int) -> Bool {
    reader.isWord(trigger - 1, [.tally])
      && [.points, .roads].contains(reader.phrase(items[trigger - 1])?.measure)
      && trigger - 1 - count <= 3
  }

  /// Whether the regions that a number counts are listed behind what is said of them.
  func isRegionList(_ count: Int, _ verb: Int) -> Bool {
    guard let noun = (count + 1..<count + 4).first(where: { part.contains($0) && reader.has($0, [.tally]) }),
      let measure = reader.phrase(items[noun])?.measure, measure != .points, measure != .roads
    else { return false }
    return (verb + 1..<verb + 4).contains { part.contains($0) && reader.isSign($0, ":") }
  }

  /// The colon behind a count of points at which their list begins.
  func listHead(behind count: Int) -> Int? {
    let noun = (count + 1..<count + 4).first { part.contains($0) && reader.has($0, [.tally]) }
    guard let noun, reader.phrase(items[noun])?.measure == .points else { return nil }
    let colon = (noun + 1..<max(part.upperBound, noun + 1)).first { reader.isSign($0, ":") }
    return colon.flatMap { colon in (colon + 1..<part.upperBound).contains { isPlain($0) } ? colon : nil }
  }

  /// The item behind which the names of a part are of places that are blocked; `nil` where they only say where
  /// something is counted.
  func startOfPlaces() -> Int? {
    // `blocked at 45 points, most of all in Puno` counts; it names no place that is blocked.
    let count = part.last { position in
      reader.number(position).map { $0.value != nil && !$0.isRank } == true
        && ((position + 1)..<(position + 4)).contains { part.contains($0) && reader.has($0, [.tally]) }
    }
    guard let count else { return -1 }
    // `four closures: La Joya, El Pedregal and Atico` names those that it counts; regions are no sites.
    if let list = listHead(behind: count) { return list }
    // `roadblocks in six regions, cutting off the city of Cusco` names one none the less.
    let verb = triggers.first {
      $0 > count && reader.isWord($0, [.block, .clear]) && !isOfPoints($0, behind: count)
    }
    // `Five regions woke up with roads blocked: Puno, Cusco, …` names what it counts, no sites.
    return verb.flatMap { isRegionList(count, $0) ? nil : $0 }
  }
}
