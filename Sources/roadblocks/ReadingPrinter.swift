import Chronicle
import Gazetteer
import Geo
import GeoFormats
import Reading

/// Prints what was read from a report.
struct ReadingPrinter {
  private let format: ReadFormat
  private var output = StandardOutput()

  init(format: ReadFormat) { self.format = format }

  mutating func print(_ reading: DispatchReading) {
    switch format {
    case .text: printText(reading)
    case .json:
      for statement in reading.statements {
        var json = JSONWriter()
        json.reserve(Self.usualLength)
        Self.write(statement, to: &json)
        output.write(json.bytes)
        output.write(CollectionOfOne(UInt8(ascii: "\n")))
      }
    }
  }

  mutating func finish() { output.flush() }

  // MARK: JSON

  /// How many bytes most statements take up at most.
  private static let usualLength = 1024

  private static func write(_ statement: ReadStatement, to json: inout JSONWriter) {
    let location = statement.resolution?.location
    func text(_ key: String, _ value: String?) {
      json.key(key)
      if let value { json.string(value) } else { json.null() }
    }
    func number(_ key: String, _ value: Double?, places: Int) {
      json.key(key)
      if let value { json.double(value.rounded(toPlaces: places)) } else { json.null() }
    }
    func integer(_ key: String, _ value: Int?) {
      json.key(key)
      if let value { json.integer(value) } else { json.null() }
    }
    var (status, cause, category, measure, event): (String?, String?, String?, String?, String?)
    var (value, qualifier, share): (Int?, TollQualifier?, Double?)
    switch statement.content {
    case .blockade(let said, let why):
      (status, cause) = (said.rawValue, why.text)
    case .toll(let what, let count, let hedge, let whom):
      (value, qualifier, category, measure) = (count, hedge, whom.text, what.rawValue)
    case .tally(let what, let type, let count, let hedge, let percent):
      (value, qualifier, measure, event, share) = (count, hedge, what.rawValue, type.text, percent)
    }
    json.beginObject()
    text("kind", statement.kind.rawValue)
    integer("start", statement.range.lowerBound)
    integer("end", statement.range.upperBound)
    text("quote", statement.quote)
    text("status", status)
    text("place", statement.place.isEmpty ? nil : statement.place)
    text("route", location?.route)
    number("km", statement.kilometre, places: 3)
    number("km_to", location?.kilometreTo, places: 3)
    number("longitude", location?.representativePoint?.longitude, places: 6)
    number("latitude", location?.representativePoint?.latitude, places: 6)
    number("uncertainty_m", location.map { $0.uncertainty.metres.rounded(.up) }, places: 0)
    text("method", location?.method.rawValue)
    text("ubigeo", location?.region?.text)
    integer("value", value)
    text("qualifier", qualifier?.rawValue)
    text("scope", statement.scope.rawValue)
    text("category", category)
    text("measure", measure)
    text("event_type", event)
    text("cause", cause)
    number("share_percent", share, places: 3)
    let days = statement.days
    text("date_from", days.lowerBound == days.upperBound ? nil : days.lowerBound.description)
    text("date", days.upperBound.description)
    text("said", statement.said.description)
    text("as_of", statement.asOf?.description)
    json.key("warnings")
    json.beginArray()
    for warning in statement.warnings { json.string(warning) }
    json.endArray()
    json.endObject()
  }

  // MARK: Text

  private mutating func printText(_ reading: DispatchReading) {
    let count = reading.statements.count
    output.write(
      line:
        "published \(reading.published), language \(reading.language): \(count) statement\(count == 1 ? "" : "s")"
    )
    for statement in reading.statements {
      output.write(line: "")
      output.write(line: title(of: statement))
      output.write(line: "  when    \(days(of: statement))")
      if let place = place(of: statement) { output.write(line: "  where   \(place)") }
      output.write(
        line:
          "  quote   \(statement.range.lowerBound)–\(statement.range.upperBound) “\(oneLine(statement.quote))”"
      )
      for warning in statement.warnings { output.write(line: "  doubt   \(warning)") }
    }
  }

  private func title(of statement: ReadStatement) -> String {
    switch statement.content {
    case .blockade(let status, let cause):
      return "blockade \(status.rawValue) (\(cause.text)): \(oneLine(statement.place))"
    case .toll(let measure, let value, let qualifier, let category):
      return
        "toll \(words(of: qualifier))\(value) \(measure.rawValue), \(category.text), of the \(statement.scope.rawValue)"
    case .tally(let measure, let event, let value, let qualifier, let share):
      let percent = share.map { ", \($0.rounded(toPlaces: 3)) %" } ?? ""
      return
        "tally \(words(of: qualifier))\(value) \(measure.rawValue)\(percent), \(event.text), of the \(statement.scope.rawValue)"
    }
  }

  private func words(of qualifier: TollQualifier) -> String {
    qualifier == .exact ? "" : qualifier.rawValue.replacing("_", with: " ") + " "
  }

  private func days(of statement: ReadStatement) -> String {
    let days = statement.days
    var text =
      days.lowerBound == days.upperBound ? "\(days.upperBound)" : "\(days.lowerBound) to \(days.upperBound)"
    if statement.said != days.upperBound { text += ", said on \(statement.said)" }
    if let moment = statement.asOf { text += ", as of \(moment)" }
    return text
  }

  private func place(of statement: ReadStatement) -> String? {
    guard let resolution = statement.resolution else { return nil }
    let written = oneLine(statement.place)
    guard let location = resolution.location, let point = location.representativePoint else {
      return "\(written): \(resolution.status.rawValue)"
    }
    let radius = location.uncertainty.kilometres.rounded(toPlaces: 1)
    return
      "\(written): \(point.longitude.rounded(toPlaces: 5)), \(point.latitude.rounded(toPlaces: 5)) ± \(radius) km, "
      + location.method.rawValue
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
