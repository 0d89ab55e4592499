public import Chronicle
public import Gazetteer

/// Reads dispatches: which blockades, tolls and tallies a text reports, with the words that say so.
///
/// Rules, not a model: the same text always gives the same statements. Holds a ``Locator``, so it belongs
/// to one task; make one for each.
public final class DispatchReader {
  private let lexicon: Lexicon
  private let places: PlaceFinder
  /// The country whose reports are read.
  public let country: Country

  /// - Parameter words: The languages to read; the first is taken where a text does not show its own.
  /// - Complexity: O(*n*) in the names of the country pack.
  public init(_ locator: Locator, words: [ReadingWords]) {
    lexicon = Lexicon(locator.pack, words)
    places = PlaceFinder(locator)
    country = locator.pack.country
  }

  /// Reads a dispatch.
  ///
  /// - Parameters:
  ///   - bytes: The file as it is; a header block, HTML and CRLF are understood.
  ///   - published: The day of the report, over whatever the text says of it.
  /// - Throws: `ReadingError` for an empty text, bytes that are not UTF-8, a day that does not exist, a
  ///   text without any date, and where there are no words to read by.
  /// - Complexity: O(*n*) in the bytes.
  public func read(
    _ bytes: [UInt8],
    encoding: TextEncoding = .utf8,
    published: Day? = nil
  ) throws(ReadingError) -> DispatchReading {
    let text = try DispatchText(bytes, encoding: encoding, minutesFromUTC: country.minutesFromUTC)
    guard !lexicon.languages.isEmpty else { throw .noWords }
    let reader = DocumentReader(text, lexicon: lexicon, places: places)
    return try reader.read(published: published)
  }
}
