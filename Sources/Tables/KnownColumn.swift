internal import GeoFormats

/// A column that is found by the names under which it goes in the tables that people have.
protocol KnownColumn: RawRepresentable where RawValue == String {
  /// The names in lower case, the likeliest first.
  var names: [String] { get }
}

extension KnownColumn {
  /// The place of the column among the names of a header, or `nil` where there is none.
  ///
  /// - Parameter chosen: The name that somebody gave; then only that one counts, exactly or else but for case.
  func place(in header: [String], chosen: String?) -> Int? {
    if let chosen {
      return header.firstIndex(of: chosen)
        ?? header.firstIndex { $0.lowercased() == chosen.lowercased() }
    }
    let header = header.map { $0.trimmedOfSpaces.lowercased() }
    return names.lazy.compactMap { header.firstIndex(of: $0) }.first
  }

  /// As ``place(in:chosen:)``, where the column has to be there.
  func requiredPlace(in header: [String], chosen: String?, file: String) throws(InputError) -> Int {
    if let place = place(in: header, chosen: chosen) { return place }
    throw InputError(
      location: InputLocation(file: file, line: 1),
      observed: header.isEmpty ? "no columns" : "the columns " + header.joined(separator: ", "),
      expected: chosen.map { "a column “\($0)”" } ?? "a column of \(plural), such as “\(names[0])”",
      hint: chosen == nil ? "name it with --\(rawValue)" : nil
    )
  }

  private var plural: String { "\(rawValue)s" }
}
