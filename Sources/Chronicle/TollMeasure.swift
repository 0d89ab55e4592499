/// What was done to the people whom a toll counts.
public enum TollMeasure: String, CaseIterable, Hashable, Sendable {
  case killed
  case injured
  case detained
}
