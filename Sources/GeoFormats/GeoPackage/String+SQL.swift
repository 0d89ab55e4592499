extension String {
  /// The name in a statement of SQL, whatever it consists of.
  var sqlIdentifier: String { "\"\(replacing("\"", with: "\"\""))\"" }
}
