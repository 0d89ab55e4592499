/// The columns of one kind of table, as an enum whose raw values are the names in the header.
///
/// ```swift
/// enum PlaceColumn: String, CSVColumn {
///   case name, longitude, latitude, note
///   static let optional: Set<Self> = [.note]
/// }
/// ```
public protocol CSVColumn: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  /// The columns that a table may leave out; their cells then read as empty. By default none.
  static var optional: Set<Self> { get }
}

extension CSVColumn {
  public static var optional: Set<Self> { [] }
}
