internal import Chronicle
public import GeoFormats

/// The columns of `feed.csv`.
enum FeedColumn: String, CSVColumn {
  case role, word, meaning, note
  static let optional: Set<FeedColumn> = [.note]
}

extension FeedDescription {
  /// The name of the table in a country pack.
  static let file = "feed.csv"

  /// Reads a country pack's description of its feed; `nil` where the pack has none.
  ///
  /// - Throws: `InputError` for a role, a field or a meaning that is not known, and for a description that
  ///   leaves out what is needed to read any alert.
  public static func read(folder: String) throws(InputError) -> FeedDescription? {
    guard try InputFolder.names(in: folder).contains(file) else { return nil }
    let path = "\(folder)/\(file)"
    return try FeedDescription(InputFile.bytes(at: path), file: path)
  }

  /// Reads a description.
  public init(_ bytes: [UInt8], file: String) throws(InputError) {
    var reader = try CSVReader<FeedColumn>(bytes, file: file)
    var settings: [Setting: String] = [:]
    var lists: [String: ListMeaning] = [:]
    var fields: [Field: String] = [:]
    var passing: [String] = []
    var statuses: [(word: String, meaning: BlockadeStatus)] = []
    var causes: [(word: String, meaning: Cause)] = []
    var events: [NamePhrase: BlockadeStatus] = [:]
    var places: Set<NamePhrase> = []
    while let row = try reader.next() {
      let word = try row.text(.word)
      switch Role(rawValue: row[.role]) {
      case .setting:
        let names = Setting.allCases.map(\.rawValue).joined(separator: ", ")
        guard let setting = Setting(rawValue: word) else {
          throw row.error(.word, expected: "one of \(names)")
        }
        settings[setting] = row[.meaning]
      case .list:
        if row[.meaning] == "open" {
          lists[word] = .open
        } else {
          lists[word] = .status(try Self.status(row, also: "open"))
        }
      case .field:
        guard let field = Field(rawValue: row[.meaning]) else {
          throw row.error(
            .meaning,
            expected: "one of " + Field.allCases.map(\.rawValue).joined(separator: ", ")
          )
        }
        fields[field] = word
      case .passing: passing.append(word)
      case .status: statuses.append((word, try Self.status(row)))
      case .cause: causes.append((word, Cause(try row.text(.meaning))))
      case .event: events[NamePhrase(word)] = try Self.status(row)
      case .place: places.insert(NamePhrase(word))
      case nil:
        throw row.error(
          .role,
          expected: "one of " + Role.allCases.map(\.rawValue).joined(separator: ", ")
        )
      }
    }
    func setting(_ setting: Setting, expected: String) -> InputError {
      InputError(
        location: InputLocation(file: file),
        observed: settings[setting].map { "\(setting.rawValue) \($0)" } ?? "no setting \(setting.rawValue)",
        expected: expected
      )
    }
    guard let publisher = settings[.publisher], !publisher.isEmpty else {
      throw setting(.publisher, expected: "the name of the feed's publisher")
    }
    let order = (settings[.dateOrder] ?? "").split(separator: " ").compactMap {
      FeedDateReader.Part(rawValue: String($0))
    }
    guard let origin = settings[.serialOrigin].flatMap({ Day($0) }) else {
      throw setting(.serialOrigin, expected: "the day 0 of serial numbers, such as 1899-12-30")
    }
    guard let dates = FeedDateReader(order: order, serialOrigin: origin) else {
      throw setting(.dateOrder, expected: "day, month and year in their order")
    }
    guard let tolerance = settings[.updateTolerance].flatMap({ Int($0) }), (0...8760).contains(tolerance)
    else { throw setting(.updateTolerance, expected: "a number of hours from 0 to 8760") }
    guard !lists.isEmpty else {
      throw InputError(
        location: InputLocation(file: file),
        observed: "no list",
        expected: "the feed's lists and what they mean"
      )
    }
    self.init(
      publisher: publisher,
      language: settings[.language],
      address: settings[.address],
      updateTolerance: tolerance,
      dates: dates,
      lists: lists,
      fields: fields,
      passing: passing,
      statuses: FeedWords(statuses),
      causes: FeedWords(causes),
      events: events,
      placeWords: places
    )
  }

  private enum Role: String, CaseIterable {
    case setting, list, field, passing, status, cause, event, place
  }

  private enum Setting: String, CaseIterable {
    case publisher, language, address
    case dateOrder = "date_order"
    case serialOrigin = "serial_date_origin"
    case updateTolerance = "update_tolerance_hours"
  }

  private static func status(
    _ row: CSVRow<FeedColumn>,
    also: String? = nil
  ) throws(InputError) -> BlockadeStatus {
    guard let status = BlockadeStatus(rawValue: row[.meaning]) else {
      let names = BlockadeStatus.allCases.map(\.rawValue) + [also].compactMap(\.self)
      throw row.error(.meaning, expected: "one of " + names.joined(separator: ", "))
    }
    return status
  }
}
