import Testing

@testable import Fetching

@Suite struct FetchTests {
  private static func answer(_ status: String, _ body: String, type: String = "text/html")
    -> LoopbackServer.Answer
  {
    .text(
      "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n"
        + "Connection: close\r\n\r\n\(body)"
    )
  }

  private static let settings = FetchSettings(
    connectSeconds: 2,
    totalSeconds: 2,
    retries: 2,
    firstWait: 1,
    largest: 1000,
    allowsPlainHTTP: true
  )

  /// Fetches from a server with these answers, and tells what came and how many connections that took.
  private func fetch(
    _ answers: [LoopbackServer.Answer],
    settings: FetchSettings = Self.settings
  ) throws -> (result: Result<String, FetchError>, connections: Int) {
    let server = try LoopbackServer(answers)
    defer { server.stop() }
    let result = Result { () throws(FetchError) in
      String(decoding: try Fetch.bytes(from: server.address, settings: settings), as: UTF8.self)
    }
    return (result, server.connections)
  }

  private func reason(_ result: Result<String, FetchError>) -> String? {
    if case .failure(let error) = result { return error.reason }
    return nil
  }

  @Test(arguments: ["http://127.0.0.1:1/feed", "ftp://127.0.0.1/feed", "file:///etc/hostname", "feed"])
  func `only HTTPS is fetched unless plain HTTP is let through`(address: String) {
    let error = #expect(throws: FetchError.self) { try Fetch.bytes(from: address) }
    #expect(error?.reason == "only addresses that begin with https:// are fetched")
  }

  @Test func `a document comes, whatever type it is said to be`() throws {
    let (result, connections) = try fetch([Self.answer("200 OK", "{\"closed\": []}", type: "text/html")])
    #expect(result == .success("{\"closed\": []}"))
    #expect(connections == 1)
  }

  @Test func `a failure that passes is tried again`() throws {
    let (result, connections) = try fetch([
      Self.answer("503 Busy", "later"), Self.answer("200 OK", ""), Self.answer("200 OK", "now"),
    ])
    #expect(result == .success("now"))
    #expect(connections == 3)
  }

  @Test func `a failure that lasts is told with how often it was tried`() throws {
    let (result, connections) = try fetch([Self.answer("503 Busy", "later")])
    #expect(reason(result) == "the server answers 503, 3 times")
    #expect(connections == 3)
  }

  @Test func `what is refused is not asked for again`() throws {
    let (result, connections) = try fetch([Self.answer("404 Not Found", "no")])
    #expect(reason(result) == "the server answers 404")
    #expect(connections == 1)
  }

  @Test func `a document that is too large is cut off and told`() throws {
    let (result, connections) = try fetch([Self.answer("200 OK", String(repeating: "x", count: 1001))])
    #expect(reason(result) == "the document has more than 1000 bytes")
    #expect(connections == 1)
  }

  @Test func `a document of the largest size is taken`() throws {
    let body = String(repeating: "x", count: 1000)
    #expect(try fetch([Self.answer("200 OK", body)]).result == .success(body))
  }

  @Test func `a server that says nothing is left after a time`() throws {
    var settings = Self.settings
    (settings.totalSeconds, settings.retries) = (1, 0)
    let (result, _) = try fetch([.silence], settings: settings)
    #expect(reason(result)?.lowercased().contains("time") == true)
  }
}
