/// Why reading cannot go on: where, what was found there, and what should have been.
///
/// Prints on one line, whatever the input held:
/// `places.csv:12:5: found “x”, expected a longitude from -180 to 180`.
public struct InputError: Error, Hashable, Sendable {
  /// Where reading stopped.
  public var location: InputLocation
  /// What stands there: the input's own text, or words about it (see ``isVerbatim``).
  public var found: String
  /// Whether ``found`` is the input's own text, printed in quotation marks, rather than words about it.
  public var isVerbatim: Bool
  /// What would have been right, as a noun phrase: "a longitude from -180 to 180".
  public var expected: String
  /// What to do about it, where that can be guessed: "did you mean “longitude”?".
  public var hint: String?

  /// Makes an error about the input's own text.
  ///
  /// - Parameter found: The offending text as it stands in the input; empty where there is none.
  public init(location: InputLocation, found: String, expected: String, hint: String? = nil) {
    self.location = location
    self.found = found
    self.isVerbatim = true
    self.expected = expected
    self.hint = hint
  }

  /// Makes an error whose finding is told in words, such as "the end of the file".
  public init(location: InputLocation, observed: String, expected: String, hint: String? = nil) {
    self.location = location
    self.found = observed
    self.isVerbatim = false
    self.expected = expected
    self.hint = hint
  }
}
