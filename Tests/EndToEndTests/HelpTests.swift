import Testing

@Suite struct HelpTests {
  @Test(arguments: ["", "export", "counts", "diff", "locate", "read", "add", "check", "assign", "split"])
  func `the help of each command is what was agreed`(_ command: String) throws {
    let answer = try Program.run(command.isEmpty ? ["--help"] : [command, "--help"])
    #expect(answer.code == 0)
    try Snapshot.expect(answer.output, named: "help/\(command.isEmpty ? "roadblocks" : command).txt")
  }
}
