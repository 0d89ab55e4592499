import ArgumentParser

/// What the program's exit code says.
enum Exit: Int32 {
  /// `diff --exit-code`: the two days differ.
  case different = 1
  /// Input that cannot be read: a table, a dispatch, a day.
  case badInput = 2
  /// Output that cannot be written.
  case badOutput = 3
  /// `locate`: the reference was not found, or is ambiguous.
  case notFound = 4
  /// `check`, or any command with `--strict`: something is wrong with the data.
  case findings = 5
  /// The command line itself: the code that sysexits.h calls EX_USAGE.
  case usage = 64

  var code: ExitCode { ExitCode(rawValue) }
}
