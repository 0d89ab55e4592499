import Testing

@testable import Fetching

@Suite struct FetchTests {
  @Test(arguments: ["http://127.0.0.1:1/feed", "ftp://127.0.0.1/feed", "file:///etc/hostname", "feed"])
  func `only HTTPS is fetched unless plain HTTP is let through`(address: String) {
    let error = #expect(throws: FetchError.self) { try Fetch.bytes(from: address) }
    #expect(error?.reason == "only addresses that begin with https:// are fetched")
  }
}
