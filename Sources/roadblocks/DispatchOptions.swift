import ArgumentParser
import Chronicle
import Intake
import Reading

/// What dispatches do not say of themselves, or say wrongly.
struct DispatchOptions: ParsableArguments {
  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: "Its title (default: its first line).")
  var title: String?

  @Option(help: "The day or moment it was published, as 2023-01-31 or 2023-01-31T21:00.")
  var date: String?

  @Option(help: "The code of its language, as es.")
  var language: String?

  @Option(help: "Where it was published.")
  var url: String?

  @Option(help: "Its encoding: utf8, latin1 or windows1252.")
  var encoding: ReadEncoding = .utf8

  func details() throws -> DispatchDetails {
    var details = DispatchDetails()
    if let date {
      guard let moment = Moment(date) else {
        throw ValidationError("--date takes a day such as 2023-01-31 or a moment such as 2023-01-31T21:00")
      }
      details.published = moment
    }
    (details.publisher, details.title) = (publisher, title)
    (details.language, details.url) = (language, url)
    details.encoding = encoding.encoding
    return details
  }
}
