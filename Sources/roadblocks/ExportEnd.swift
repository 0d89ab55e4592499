import ArgumentParser
import Chronicle

/// What `export --to` names: the last day to write, or the database to write to.
enum ExportEnd: ExpressibleByArgument {
  case day(Day)
  case database(String)

  init?(argument: String) {
    if argument.hasPrefix("postgresql://") || argument.hasPrefix("postgres://") {
      self = .database(argument)
    } else if let day = Day(argument) {
      self = .day(day)
    } else {
      return nil
    }
  }
}
