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
        json.object(Self.object(statement))
        output.write(json.bytes)
        output.write(CollectionOfOne(UInt8(ascii: "\n")))
      }
    }
  }

  mutating func finish() { output.flush() }

  // MARK: JSON

  private static func object(_ statement: ReadStatement) -> JSONObject {
    let location = statement.resolution?.location
    func number(_ value: Double?, places: Int) -> JSONValue {
      value.map { .number($0.rounded(toPlaces: places)) } ?? .null
    }
    func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
    var object: JSONObject = [
      "kind": .string(statement.kind.rawValue),
      "start": .integer(statement.range.lowerBound),
      "end": .integer(statement.range.upperBound),
      "quote": .string(statement.quote),
    ]
    var status: JSONValue = .null
    var (value, qualifier, category, measure): (JSONValue, JSONValue, JSONValue, JSONValue) = (
      .null, .null, .null, .null
    )
    var (event, cause, share): (JSONValue, JSONValue, JSONValue) = (.null, .null, .null)
    switch statement.content {
    case .blockade(let said, let why):
      status = .string(said.rawValue)
      cause = .string(why.text)
    case .toll(let what, let count, let hedge, let whom):
      (value, qualifier) = (.integer(count), .string(hedge.rawValue))
      (category, measure) = (.string(whom.text), .string(what.rawValue))
    case .tally(let what, let type, let count, let hedge, let percent):
      (value, qualifier) = (.integer(count), .string(hedge.rawValue))
      (measure, event) = (.string(what.rawValue), .string(type.text))
      share = number(percent, places: 3)
    }
    object.append("status", status)
    object.append("place", statement.place.isEmpty ? .null : .string(statement.place))
    object.append("route", text(location?.route))
    object.append("km", number(statement.kilometre, places: 3))
    object.append("km_to", number(location?.kilometreTo, places: 3))
    object.append("longitude", number(location?.representativePoint?.longitude, places: 6))
    object.append("latitude", number(location?.representativePoint?.latitude, places: 6))
    object.append("uncertainty_m", number(location.map { $0.uncertainty.metres.rounded(.up) }, places: 0))
    object.append("method", text(location?.method.rawValue))
    object.append("ubigeo", text(location?.region?.text))
    object.append("value", value)
    object.append("qualifier", qualifier)
    object.append("scope", .string(statement.scope.rawValue))
    object.append("category", category)
    object.append("measure", measure)
    object.append("event_type", event)
    object.append("cause", cause)
    object.append("share_percent", share)
    let isOneDay = statement.days.lowerBound == statement.days.upperBound
    object.append("date_from", isOneDay ? .null : .string(statement.days.lowerBound.description))
    object.append("date", .string(statement.days.upperBound.description))
    object.append("said", .string(statement.said.description))
    object.append("as_of", statement.asOf.map { .string($0.description) } ?? .null)
    object.append("warnings", .array(statement.warnings.map { .string($0) }))
    return object
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
