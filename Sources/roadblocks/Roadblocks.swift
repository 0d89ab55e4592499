import ArgumentParser

@main
struct Roadblocks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roadblocks",
    abstract: "Map road blockades and deaths by day from news dispatches.",
    subcommands: [Locate.self, Read.self]
  )
}
