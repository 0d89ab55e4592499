public import Gazetteer

/// What blockades are counted by.
public enum CountKey: Hashable, Sendable {
  case region(RegionLevel)
  case route
  case cause
}
