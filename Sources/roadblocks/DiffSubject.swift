import ArgumentParser
import Chronicle

/// What `diff` compares: the situation of a day or moment, or a file of features.
enum DiffSubject {
  case situation(SituationTime)
  case file(String)
}

extension DiffSubject: ExpressibleByArgument {
  /// Whatever reads as a day or a moment is one; a file of such a name is written `./2023-01-05`. What looks like
  /// a day but is none in the calendar is nothing.
  init?(argument: String) {
    if let time = SituationTime(argument: argument) {
      self = .situation(time)
    } else if argument.isEmpty || argument.allSatisfy({ $0.isNumber || "-:T".contains($0) }), argument != "-"
    {
      return nil
    } else {
      self = .file(argument)
    }
  }
}
