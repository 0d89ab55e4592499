import Gazetteer
import GeoFormats
import TestSupport
import Testing

/// Kilometres that are placed many at a time.
@Suite struct PlainFixesTests {
  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `a kilometre among many has the very fix that it has alone`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    let pack = try read()
    let locator = try Locator(pack)
    var random = SeededGenerator(seed: 262)
    var plainFixes = PlainFixes()
    var found = 0
    for route in pack.routes {
      let highway = locator.highway(called: route.code)
      guard highway.route != nil else { continue }
      // At posts, hard by them, between them, at the ends and beyond.
      let kilometres = (0..<200).map { number -> PostedKilometre in
        let post = route.posts.randomElement(using: &random) ?? route.posts[0]
        let kilometre =
          switch number % 4 {
          case 0: post.kilometre
          case 1: post.kilometre.nextDown
          case 2: Double.random(in: route.extent, using: &random)
          default: route.extent.upperBound + Double.random(in: -9...3, using: &random)
          }
        return PostedKilometre(kilometre: kilometre, region: number % 5 == 0 ? post.region : nil)
      }
      plainFixes.place(kilometres, of: highway, in: pack.regions)
      #expect(plainFixes.fixes.count == kilometres.count)
      for (posted, plain) in zip(kilometres, plainFixes.fixes) {
        let fix = route.fix(posted: posted.kilometre, in: posted.region, of: pack.regions)
        if posted.region == nil {
          #expect((plain == nil) == (fix == nil), "\(route.code) km \(posted.kilometre)")
        }
        guard let plain else { continue }
        found += 1
        #expect(plain.coordinate == fix?.position.coordinate, "\(route.code) km \(posted.kilometre)")
        #expect(plain.uncertainty == fix?.uncertainty, "\(route.code) km \(posted.kilometre)")
        #expect(plain.region == fix?.position.region, "\(route.code) km \(posted.kilometre)")
      }
    }
    #expect(found > pack.routes.count * 50)
  }

  @Test func `posts are the same however their table is spelt`() throws {
    let copy = try PackCopy()
    let file = "kilometre-posts.csv"
    let expected = try copy.read().routes.map(\.posts)
    let text = try copy.text(of: file)
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let spellings = [
      text.replacing("\n", with: "\r\n"),
      text.replacing("\n", with: "\n\n"),
      lines.map { $0.map { "\"\($0)\"" }.joined(separator: ",") }.joined(separator: "\n"),
      lines.map { $0.reversed().joined(separator: ",") }.joined(separator: "\n") + "\n",
    ]
    for spelling in spellings {
      try copy.write(spelling, to: file)
      #expect(try copy.read().routes.map(\.posts) == expected, "\(spelling.prefix(200))")
    }
  }
}
