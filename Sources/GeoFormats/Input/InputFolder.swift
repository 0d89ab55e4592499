/// Lists folders.
public enum InputFolder {
  /// The names in a folder, sorted; none where there is no such folder.
  ///
  /// - Throws: `InputError` where something else is at the path, or it may not be read.
  public static func names(in path: String) throws(InputError) -> [String] {
    do throws(SystemError) {
      return try Files.names(in: path)
    } catch {
      if error == .missing { return [] }
      throw InputError(
        location: InputLocation(file: path),
        observed: error.reason,
        expected: "a folder that can be read"
      )
    }
  }
}
