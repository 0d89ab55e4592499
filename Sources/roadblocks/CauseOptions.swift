import ArgumentParser
import Chronicle

/// Which blockades are meant, by why the road is closed.
struct CauseOptions: ParsableArguments {
  @Option(
    name: .customLong("cause"),
    help: ArgumentHelp(
      "Use only blockades with this cause, such as protest or weather; all for every cause.",
      discussion: "Several causes are given by several options.",
      valueName: "cause"
    )
  )
  var names = Self.usual

  private static let usual = ["protest"]

  /// Whether other causes are asked for than usual.
  var isGiven: Bool { names != Self.usual }

  /// The causes meant; `nil` for all.
  var causes: Set<Cause>? { names.contains("all") ? nil : Set(names.map { Cause($0.lowercased()) }) }
}
