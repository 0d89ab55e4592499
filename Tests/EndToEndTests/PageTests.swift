import Foundation
import Testing

/// The page in a real browser: `Scripts/check-page` uses it as a reader would.
@Suite(
  .serialized,
  .enabled(if: Browser.isThere, "no chromium, chromium-driver and python3-selenium on this machine")
)
struct PageTests {
  private func checkPage(of export: [String], _ arguments: [String] = []) throws {
    let folder = try TemporaryFolder()
    let output = folder.file("Out").path
    let answer = try Program.run(["export", "--cause", "all", "--output", output] + export)
    #expect(answer.code == 0, "\(answer.errors)")
    let script = Program.repository.appending(path: "Scripts/check-page").path
    let result = try Browser.run([script, output] + arguments)
    #expect(result.code == 0, "\(result.output)")
    #expect(result.output.contains(" checks, 0 failures"))
  }

  @Test func `the shipped country's page shows what its tables say`() throws {
    try checkPage(of: [])
  }

  @Test func `an invented country's page shows what its tables say`() throws {
    try checkPage(of: ["--data", Program.arcadia.path])
  }

  @Test func `hostile reports are shown and not run`() throws {
    let title = "</script><script>window.pwned = 1</script><img src=x onerror=\"window.pwned = 2\">"
    let publisher = "<iframe srcdoc='<script>parent.pwned=3</script>'> & \"Sons\" \u{202E}desrever"
    let quote = "{{data}} <!-- ' \\u003c ]]> \u{2028} & \u{1F6A7} = “x”"
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    try """
    publisher: \(publisher)
    title: \(title)
    published: 2031-03-05
    language: en
    url: javascript:window.pwned=4

    It was said: \(quote)
    """
    .write(to: pack.appending(path: "dispatches/evil.txt"), atomically: true, encoding: .utf8)
    let table = pack.appending(path: "observations.csv")
    var rows = try String(contentsOf: table, encoding: .utf8)
    let columns = try #require(rows.split(separator: "\n").first).split(separator: ",").map(String.init)
    let cells = [
      "report": "evil", "kind": "blockade", "date": "2031-03-05", "status": "blocked",
      "cause": "\"<b onclick=alert(1)>, protest\"", "reference": "Coast Highway km 20",
      "quote": "\"\(quote)\"",
    ]
    rows += columns.map { cells[$0] ?? "" }.joined(separator: ",") + "\n"
    try rows.write(to: table, atomically: true, encoding: .utf8)
    try checkPage(
      of: ["--data", pack.path],
      [title, publisher, quote].flatMap { ["--shows", $0] }
    )
  }

  @Test(
    .enabled(if: RoadAuthorityFeedTests.isThere, "the snapshots of the feed are not beside the project")
  )
  func `the page of three months of snapshots is small and quick`() throws {
    let folder = try TemporaryFolder()
    let ledger = folder.file("ledger.sqlite").path
    #expect(try Program.run(["add", RoadAuthorityFeedTests.archive, "--ledger", ledger]).code == 0)
    let output = folder.file("Out")
    #expect(try Program.run(["export", "--ledger", ledger, "--output", output.path]).code == 0)
    let size = try Data(contentsOf: output.appending(path: "index.html")).count
    #expect(size < 3_000_000)
    try checkPage(of: ["--ledger", ledger])
  }
}
