extension Timeline {
  /// Where the phases on a day's layer stand among ``phases``, in ascending order: those of ``phases(on:)`` by
  /// their beginnings and then by their identifiers.
  ///
  /// - Complexity: About O(log *n*) and the number of answers, sorted.
  public func placesOfPhases(on day: Day) -> [Int] { phaseIndex.values(on: day) }

  /// The phases on a day's layer, in the order of their sites: those in force on any part of the day, and of
  /// each site only the last that is.
  ///
  /// A blockade that ends during a day is still on that day's layer, one that ends at its first midnight is
  /// not.
  ///
  /// - Complexity: About O(log *n*) and the number of answers, sorted.
  public func phases(on day: Day) -> [Phase] {
    placesOfPhases(on: day).map { phases[$0] }.sorted { $0.site < $1.site }
  }

  /// The phases in force at a moment, one a site at most, in the order of their sites.
  ///
  /// - Complexity: O(*n*) in the number of phases.
  public func phases(at moment: Moment) -> [Phase] {
    // A phase of that moment may be off its day's layer, where a later one stands.
    phases.filter { $0.contains(moment) }.sorted { $0.site < $1.site }
  }

  /// Every phase that stands on the layer of some day, with the days on whose layers it does and its place among
  /// ``phases``, in their order: on each of these days, and on no other, ``phases(on:)`` has it.
  public var shownPhases: [(phase: Phase, days: ClosedRange<Day>, place: Int)] {
    zip(phases, shownDays).enumerated().compactMap { place, phase in phase.1.map { (phase.0, $0, place) } }
  }
}
