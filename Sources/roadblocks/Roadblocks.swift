import ArgumentParser
import Chronicle
import Fetching
import Geo
import GeoFormats
import Ledger

@main
struct Roadblocks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadblocks",
    abstract: "Map road blockades and deaths by day from news dispatches and alert feeds.",
    discussion: """
      Exit codes: 0 done; 1 the days differ (diff --exit-code); 2 input that cannot be read; 3 output that \
      cannot be written; 4 a reference that was not found (locate); 5 findings (check, --strict); 64 a \
      command line that makes no sense.
      """,
    version: "0.1.0",
    subcommands: [
      Export.self, CountsCommand.self, DiffCommand.self, Locate.self, Read.self, Add.self, Check.self,
      Assign.self, Split.self,
    ]
  )

  /// Runs the command. What went wrong with the data or the output is said in one line, without the
  /// usage that a wrong command line gets.
  static func main() async {
    FileSizeLimit.makeAnError()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let error as InputError {
      stop("error: \(error)", .badInput)
    } catch let error as OutputError {
      stop("error: \(error)", .badOutput)
    } catch let error as PostGISError {
      stop("error: \(error)", .badOutput)
    } catch let error as LedgerError {
      stop("error: \(error)", .badInput)
    } catch let error as FetchError {
      stop("error: \(error)", .badInput)
    } catch let error as UnreadableReport {
      stop("error: \(error)", .badInput)
    } catch let error as TopologyError {
      stop("error: an outline of the country pack: \(error)", .badInput)
    } catch let error as ReferenceSystemError {
      stop("error: \(error)", .badOutput)
    } catch let error as CountInconsistency {
      stop(
        "error: the counts of \(error.day) do not add up: rows \(error.sumOfRows), total \(error.total)",
        .findings
      )
    } catch {
      exit(withError: error)
    }
  }

  private static func stop(_ message: String, _ exit: Exit) -> Never {
    StandardError.write(message)
    Self.exit(withError: exit.code)
  }
}
