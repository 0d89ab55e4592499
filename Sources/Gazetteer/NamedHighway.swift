internal import Geo

/// A highway as a cell of a table names it: taken apart once for all the rows that repeat it.
package final class NamedHighway: Sendable {
  /// The reference without its kilometre.
  let reference: Reference
  let warnings: [LocationWarning]
  /// Why it names no highway.
  let failure: Resolution?
  /// The only route that it can mean, where it says nothing else.
  package let route: Route?
  let evenPart: Route.EvenPart?

  fileprivate init(
    reference: Reference = Reference(),
    warnings: [LocationWarning] = [],
    failure: Resolution? = nil,
    route: Route? = nil
  ) {
    self.reference = reference
    self.warnings = warnings
    self.failure = failure
    self.route = route
    evenPart = route?.evenPart()
  }
}

/// A region as a cell of a table names it beside a reference.
package struct NamedRegion: Sendable {
  /// `nil` where none is named, or none of that name is known.
  package let region: RegionTable.Index?
  /// What is doubtful about its name.
  package let warnings: [LocationWarning]
}

extension Locator {
  /// Reads a cell that names a highway: its code, a name, or a name spelt nearly so.
  ///
  /// - Complexity: As of a reference; O(*n*) in the names of the country pack where it is misspelt.
  package func highway(called text: String) -> NamedHighway {
    func failed(_ resolution: Resolution) -> NamedHighway {
      NamedHighway(failure: resolution)
    }
    guard text.utf8.count <= Self.longestReference else { return failed(Self.tooLong) }
    guard !NameKey(text).isEmpty else { return failed(.unknown(reason: "no highway is named", nearest: [])) }
    var reference = ReferenceParser.parse(text, pack: pack, hasKilometre: true)
    guard reference.kilometres == nil, !reference.hasUnreadKilometre else {
      return failed(.unknown(reason: "“\(text)” is more than a highway", nearest: []))
    }
    var warnings: [LocationWarning] = []
    if reference.highways.isEmpty {
      if let unknown = unknownRoute(reference) { return failed(unknown) }
      switch highwaySpelt(nearly: text, in: reference) {
      case .failure(let unknown):
        return failed(.unknown(reason: "no highway is called “\(text)”", nearest: unknown.nearest))
      case .success(let found): (reference, warnings) = (found.reference, [found.warning])
      }
    } else if !reference.unread.isEmpty {
      warnings.append(unreadWords(of: reference))
    }
    let numbers = Set(reference.highways.joined())
    let isPlain = warnings.isEmpty && reference.names.isEmpty && numbers.count == 1
    return NamedHighway(
      reference: reference,
      warnings: warnings,
      route: isPlain ? numbers.first.map { pack.roads[$0] } : nil
    )
  }

  /// Reads a cell that names a region: a code, a name, or names from large to small.
  package func region(called text: String?) -> NamedRegion {
    guard let text else { return NamedRegion(region: nil, warnings: []) }
    func doubtful(_ detail: String) -> NamedRegion {
      NamedRegion(region: nil, warnings: [LocationWarning(.spelling, detail)])
    }
    guard text.utf8.count <= Self.longestReference else {
      return doubtful("the region's name is too long to be one")
    }
    guard !NameKey(text).isEmpty else { return NamedRegion(region: nil, warnings: []) }
    switch reading(of: text) {
    case .found(let index, let more):
      return NamedRegion(region: index, warnings: more)
    case .ambiguous(let several):
      return doubtful("\(several.count) regions are called “\(text)”")
    case .unknown(let nearest):
      let suggestion = nearest.isEmpty ? "" : "; nearest is \(nearest.joined(separator: ", "))"
      return doubtful("no region is called “\(text)”\(suggestion)")
    }
  }

  /// Finds a kilometre, or several, of a highway: what ``locate(_:in:)`` finds for a text that says the same.
  package func locate(
    _ kilometres: KilometreExpression,
    of highway: NamedHighway,
    in region: NamedRegion
  ) -> Resolution {
    if let failure = highway.failure { return failure.adding(region.warnings) }
    var reference = highway.reference
    reference.kilometres = kilometres
    let resolution = self.kilometres(reference, in: region.region).adding(highway.warnings)
    return flagged(resolution, in: region.region).adding(region.warnings)
  }

  /// Reads a cell that holds kilometres and nothing else: `382+200`, `km 85 al 164`.
  package func kilometres(in text: String) -> KilometreExpression? {
    guard text.utf8.count <= Self.longestReference else { return nil }
    let reading = KilometreExpression.reading(text, vocabulary: pack.vocabulary)
    guard let reading, reading.unread.isEmpty else { return nil }
    return reading.expression
  }
}
