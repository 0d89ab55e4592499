/// What a tally counts.
public enum TallyMeasure: String, CaseIterable, Hashable, Sendable {
  case points
  case roads
  case provinces
  case regions
}
