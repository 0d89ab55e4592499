import ArgumentParser
import Chronicle
import Gazetteer
import GeoFormats
import Reading

struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what would be read from a report, with the words it rests on; write nothing.",
    discussion: """
      A report is a text as it was published, in one of the country's languages. Its day is taken from a \
      header line "published: 2023-01-31" before a blank line, from the text itself, or from --date.
      """
  )

  @Argument(help: "The report; - reads standard input.", completion: .file())
  var file: String

  @Option(help: "How to print: text or json (one object a line).")
  var format: ReadFormat = .text

  @Option(help: "The file's encoding: utf8, latin1 or windows1252.")
  var encoding: ReadEncoding = .utf8

  @Option(help: "The day of the report, as 2023-01-31.")
  var date: String?

  @OptionGroup var data: DataOptions

  func run() throws {
    let day = try date.map { text in
      guard let day = Day(text) else {
        throw UnreadableReport(file: file, error: .noSuchDay(text, line: nil))
      }
      return day
    }
    let pack = try data.pack()
    let words = try ReadingWords.read(pack.country, folder: data.folder)
    let reader = DispatchReader(try Locator(pack), words: words)
    let bytes = try InputFile.bytes(at: file == "-" ? "/dev/stdin" : file)
    let reading: DispatchReading
    do {
      reading = try reader.read(bytes, encoding: encoding.encoding, published: day)
    } catch {
      throw UnreadableReport(file: file, error: error)
    }
    var printer = ReadingPrinter(format: format)
    printer.print(reading)
    printer.finish()
    // What was read goes with the process; to take it apart would take longer than a short text.
    withExtendedLifetime((reader, reading)) { Self.exit() }
  }
}

/// A report that cannot be read, with its name.
struct UnreadableReport: Error, CustomStringConvertible {
  let file: String
  let error: ReadingError

  var description: String { "\(file == "-" ? "standard input" : file): \(error)" }
}

enum ReadFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

enum ReadEncoding: String, ExpressibleByArgument, CaseIterable {
  case utf8, latin1, windows1252

  var encoding: TextEncoding {
    switch self {
    case .utf8: .utf8
    case .latin1: .latin1
    case .windows1252: .windows1252
    }
  }
}
