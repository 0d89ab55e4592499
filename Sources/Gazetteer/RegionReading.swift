/// What became of the name or code of a region.
public enum RegionReading: Hashable, Sendable {
  /// This region; warnings say where a name was misspelt.
  case found(RegionTable.Index, warnings: [LocationWarning])
  /// Several regions of one level bear the name.
  case ambiguous([RegionTable.Index])
  case unknown(nearest: [String])

  /// The region, where there is one.
  public var region: RegionTable.Index? {
    if case .found(let index, _) = self { return index }
    return nil
  }

  /// How much of the words was guessed or passed over; all of them where no region came of it.
  fileprivate var doubts: Int {
    if case .found(_, let warnings) = self { return warnings.count }
    return .max
  }
}

extension CountryPack {
  /// Reads a region: a code, a name, or names from large to small as in `ICA/ICA/SALAS`; from small to large
  /// where only that makes sense, as in `Salas, Ica, Ica`.
  ///
  /// Misspelt names are read as the nearest one among the regions that can be meant, and flagged. A
  /// name that regions of several levels share means the one of the largest level, unless words such as
  /// `province of` say otherwise; a part that nothing explains is passed over, and flagged, where another
  /// part is understood.
  ///
  /// - Complexity: O(*n*) in the regions where a name is misspelt, else O(1).
  public func region(_ text: String) -> RegionReading {
    if let index = regions.index(of: RegionCode(text.filter { !$0.isWhitespace })) {
      return .found(index, warnings: [])
    }
    let parts = text.split { $0 == "/" || $0 == "," || $0 == ">" }.map(String.init).filter {
      !NameKey($0).isEmpty
    }
    let reading = region(parts)
    guard parts.count > 1, reading.doubts > 0 else { return reading }
    let turned = region(parts.reversed())
    return turned.doubts < reading.doubts ? turned : reading
  }

  /// Reads names from large to small.
  private func region(_ parts: [String]) -> RegionReading {
    var current: RegionTable.Index?
    var warnings: [LocationWarning] = []
    for (position, part) in parts.enumerated() {
      switch region(
        named: part,
        inside: current,
        isFirst: position == 0,
        isLast: position == parts.count - 1
      ) {
      case .found(let index, let more):
        current = index
        warnings += more
      case .ambiguous(let several):
        if parts.count == 1 { return .ambiguous(several) }
        warnings.append(LocationWarning(.spelling, "several regions are called “\(part)”"))
      case .unknown(let nearest):
        if parts.count == 1 { return .unknown(nearest: nearest) }
        warnings.append(LocationWarning(.spelling, "no region there is called “\(part)”"))
      }
    }
    guard let current else { return .unknown(nearest: []) }
    return .found(current, warnings: warnings)
  }

  private func region(
    named text: String,
    inside parent: RegionTable.Index?,
    isFirst: Bool,
    isLast: Bool
  ) -> RegionReading {
    var key = NameKey(text)
    var bearers = regions(named: key)
    if bearers.isEmpty {
      let (name, level) = splittingLevel(key)
      let ofLevel = regions(named: name).filter { level == nil || regions[$0].level == level }
      if !ofLevel.isEmpty { (key, bearers) = (name, ofLevel) }
    }
    if let parent {
      // `ICA/ICA`: the second is the province, not the department once more.
      bearers = bearers.filter { $0 != parent && regions[$0].code.isInside(regions[parent].code) }
      let children = bearers.filter { regions.parent(of: $0) == parent }
      if !children.isEmpty { bearers = children }
    }
    if let found = largest(of: bearers) {
      return .found(found, warnings: warnings(taking: found, of: bearers))
    }
    if !bearers.isEmpty { return .ambiguous(bearers.sorted()) }
    let named = regionNearest(to: key, inside: parent, isOnly: isFirst && isLast)
    if case .unknown = named, let joined = joinedRegions(key, inside: parent) { return joined }
    return named
  }

  private func regions(named key: NameKey) -> [RegionTable.Index] {
    names.bearers(of: key).compactMap { named in
      if case .region(let index) = named { return index }
      return nil
    }
  }

  /// A name without the words around it that say which level it is: `Puno region`, `province of Ica`.
  private func splittingLevel(_ key: NameKey) -> (name: NameKey, level: RegionLevel?) {
    var level: RegionLevel?
    let words = key.words.filter { word in
      for role in vocabulary.roles(of: NameKey(words: [word])) {
        if case .level(let named) = role {
          level = named
          return false
        }
        if role == .of || role == .article || role == .within { return false }
      }
      return true
    }
    return (NameKey(words: words), level)
  }

  /// The region of the largest level, if there is but one.
  private func largest(of bearers: [RegionTable.Index]) -> RegionTable.Index? {
    guard let level = bearers.map({ regions[$0].level }).min() else { return nil }
    let largest = bearers.filter { regions[$0].level == level }
    return largest.count == 1 ? largest[0] : nil
  }

  /// Says so where regions that are not inside the one taken bear its name too. A department is what its
  /// name means everywhere.
  private func warnings(taking taken: RegionTable.Index, of bearers: [RegionTable.Index]) -> [LocationWarning]
  {
    let others = bearers.filter { !regions[$0].code.isInside(regions[taken].code) }
    guard !others.isEmpty, regions[taken].level > .department else { return [] }
    let name = regions[taken].name
    return [
      LocationWarning(.severalCandidates, "the largest of \(others.count + 1) regions called “\(name)”")
    ]
  }

  private func regionNearest(
    to key: NameKey,
    inside parent: RegionTable.Index?,
    isOnly: Bool
  ) -> RegionReading {
    let letters = Array(key.text.utf8)
    var found: [(index: RegionTable.Index, distance: Int)] = []
    let tolerance = max(
      EditDistance.tolerance(forLength: letters.count),
      parent == nil && isOnly ? 2 : letters.count / 3
    )
    for region in regions.regions {
      guard let index = regions.index(of: region.code), index != parent else { continue }
      if let parent {
        guard region.code.isInside(regions[parent].code) else { continue }
      } else if !isOnly, region.level != .department {
        continue
      }
      let name = Array(NameKey(region.name).text.utf8)
      if let distance = EditDistance.between(letters, name, limit: tolerance) {
        found.append((index, distance))
      }
    }
    guard let least = found.map(\.distance).min() else { return .unknown(nearest: []) }
    let nearest = found.filter { $0.distance == least }.map(\.index)
    // A name by itself may be any region's; before a slash it is one of few, which are spelt far apart.
    let allowed = parent == nil && isOnly ? EditDistance.tolerance(forLength: letters.count) : tolerance
    guard least <= allowed, let best = largest(of: nearest) else {
      return .unknown(nearest: nearest.map { regions[$0].name })
    }
    let warning = LocationWarning(.spelling, "“\(key)” read as \(regions[best].name)")
    return .found(best, warnings: [warning])
  }

  /// Reads names run together, as in `PUNOCARABAYA`.
  private func joinedRegions(_ key: NameKey, inside parent: RegionTable.Index?) -> RegionReading? {
    for region in regions.regions {
      guard let index = regions.index(of: region.code), regions.parent(of: index) == parent else { continue }
      let name = NameKey(region.name).text
      guard name.utf8.count >= 3, key.text.hasPrefix(name), key.text != name else { continue }
      let rest = NameKey(String(key.text.dropFirst(name.count)))
      let children = names.bearers(of: rest).compactMap { named -> RegionTable.Index? in
        guard case .region(let child) = named, regions.parent(of: child) == index else { return nil }
        return child
      }
      if let child = children.first {
        let warning = LocationWarning(.spelling, "“\(key)” read as \(region.name)/\(regions[child].name)")
        return .found(child, warnings: [warning])
      }
    }
    return nil
  }
}
