/// A place in something that was read: a file, and where known the line and column in it.
///
/// Prints as `places.csv:12:5`, the form that editors and terminals turn into a link.
public struct InputLocation: Hashable, Sendable {
  /// The file's name as the reader was given it.
  public var file: String
  /// The line, counted from 1; `nil` where the whole file is meant.
  public var line: Int?
  /// The column, counted from 1 in Unicode scalars; `nil` where the whole line is meant.
  ///
  /// A byte order mark is not counted.
  public var column: Int?

  /// Makes a location in a file; without a line, the file as a whole.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}
