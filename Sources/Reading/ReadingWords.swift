internal import Chronicle
public import Gazetteer
public import GeoFormats

/// The words of one language by which dispatches are read.
public struct ReadingWords: Sendable {
  /// A row of a language's table.
  struct Row {
    let role: ReadingRole
    let word: String
    let value: String
  }

  /// The language's code, as `es`.
  public let language: String
  let rows: [Row]

  /// Reads `languages/XX-reading.csv` of a country pack.
  ///
  /// - Throws: `InputError` at the first row whose role is unknown or whose value does not fit it.
  public static func read(language: String, folder: String) throws(InputError) -> ReadingWords {
    let file = "\(folder)/languages/\(language)-reading.csv"
    var reader = try CSVReader<ReadingWordColumn>(InputFile.bytes(at: file), file: file)
    var rows: [Row] = []
    while let row = try reader.next() {
      guard let role = ReadingRole(name: try row.text(.role)) else {
        let names = ReadingRole.allCases.map(\.name).joined(separator: ", ")
        throw row.error(.role, expected: "one of \(names)")
      }
      guard let words = WordPattern.phrases(of: try row.text(.word)) else {
        throw row.error(.word, expected: "words with forms in parentheses, as close(d|s)")
      }
      let value = row[.value]
      var phrase = Phrase()
      // Whether the value fits hangs on the role alone.
      guard phrase.add(Row(role: role, word: "", value: value)) else {
        throw row.error(.value, expected: Phrase.values(of: role))
      }
      rows += words.lazy.map { Row(role: role, word: $0, value: value) }
    }
    return ReadingWords(language: language, rows: rows)
  }

  /// Reads the words of every language of a country that has a table of them.
  public static func read(_ country: Country, folder: String) throws(InputError) -> [ReadingWords] {
    let files = Set(try InputFolder.names(in: "\(folder)/languages"))
    var words: [ReadingWords] = []
    for language in country.languages where files.contains("\(language)-reading.csv") {
      words.append(try read(language: language, folder: folder))
    }
    return words
  }
}

enum ReadingWordColumn: String, CSVColumn {
  case role, word, value
  static let optional: Set<ReadingWordColumn> = [.value]
}

extension Phrase {
  /// Takes a row of a table in; `false` where the value does not fit the role.
  mutating func add(_ row: ReadingWords.Row) -> Bool {
    roles.insert(row.role)
    if Tokenizer.hasAccent(row.word) { accented.insert(row.role) } else { unaccented.insert(row.role) }
    switch row.role {
    case .number:
      guard let number = Int(row.value), 1...1_000_000 ~= number else { return false }
      self.number = number
    case .month:
      guard let month = Int(row.value), 1...12 ~= month else { return false }
      self.month = month
    case .weekday:
      guard let weekday = Int(row.value), 1...7 ~= weekday else { return false }
      self.weekday = weekday
    case .day:
      guard let offset = Int(row.value), -31...31 ~= offset else { return false }
      dayOffset = offset
    case .span:
      guard let days = Int(row.value), 1...31 ~= days else { return false }
      span = days
    case .clock:
      guard row.value == "am" || row.value == "pm" else { return false }
      isAfternoon = row.value == "pm"
    case .qualifier:
      guard let qualifier = TollQualifier(rawValue: row.value) else { return false }
      self.qualifier = qualifier
    case .person:
      guard !row.value.isEmpty else { return false }
      category = TollCategory(row.value)
    case .cause:
      guard !row.value.isEmpty else { return false }
      cause = Cause(row.value)
    case .march:
      if !row.value.isEmpty { event = EventType(row.value) }
    case .tally:
      guard let measure = TallyMeasure(rawValue: row.value) else { return false }
      self.measure = measure
    default:
      return row.value.isEmpty
    }
    return true
  }

  /// What the column `value` has to hold for a role.
  static func values(of role: ReadingRole) -> String {
    switch role {
    case .number: "a number from 1"
    case .month: "a month from 1 through 12"
    case .weekday: "a weekday from 1 for Monday through 7"
    case .day: "a number of days from today"
    case .span: "a number of days, from 1 through 31"
    case .clock: "am or pm"
    case .qualifier: "one of \(TollQualifier.allCases.map(\.rawValue).joined(separator: ", "))"
    case .person: "a category such as protesters"
    case .cause: "a cause such as weather"
    case .march: "what goes on, such as rally; nothing for a march"
    case .tally: "one of \(TallyMeasure.allCases.map(\.rawValue).joined(separator: ", "))"
    default: "nothing"
    }
  }
}
