import Chronicle
import Foundation
import Gazetteer
import Reading
import Testing

@Suite struct DispatchReaderTests {
  private static let blocked = "Manifestantes bloquearon la Panamericana Sur en el km 618, en Chala. "

  @Test(arguments: [
    "🇵🇪✊🏽 ¡Última hora! \(blocked)Hubo 3 muertos en Juliaca 😢.",
    "Línea uno.\r\n\r\n\(blocked)\r\nHubo 3 muertos en Juliaca.\r\n",
    "publisher: X\npublished: 2023-01-10\n\nÉtno ñandú: \(blocked)Hubo 3 muertos en Juliaca.",
    "<p>Uno &amp; <b>dos</b>: Manifestantes bloquearon la Panamericana Sur en el km&nbsp;618, en Chala.</p>"
      + "<p>Hubo 3 muertos en Juliaca.</p>",
  ])
  func `a quote is the text between its offsets`(text: String) throws {
    let statements = try Bundled.read(text)
    #expect(Set(statements.map(\.kind)) == [.blockade, .toll])
    let body =
      text.range(of: "\n\n").flatMap { text.hasPrefix("publisher") ? text[$0.upperBound...] : nil }
      ?? text[...]
    let scalars = Array(body.unicodeScalars)
    for statement in statements {
      let slice = scalars[statement.range]
      #expect(Array(statement.quote.unicodeScalars) == Array(slice))
    }
  }

  private static let older: [(encoding: TextEncoding, bytes: [UInt8])] = {
    let before = Array("Murieron 3 personas en Az".utf8)
    let latin: [UInt8] = before + [0xE1] + Array("ngaro.".utf8)
    let windows: [UInt8] = [0x93] + before + [0xE1] + Array("ngaro".utf8) + [0x94, 0x2E]
    return [(.latin1, latin), (.windows1252, windows)]
  }()

  @Test(arguments: older)
  func `older encodings are read`(encoding: TextEncoding, bytes: [UInt8]) throws {
    let statements = try Bundled.reader().read(bytes, encoding: encoding, published: Day("2023-01-10"))
      .statements
    #expect(statements.map(\.place) == ["Azángaro"])
  }

  @Test func `bytes that are not UTF-8 are told with their line`() throws {
    let reader = try Bundled.reader()
    #expect(throws: ReadingError.notUTF8(line: 2, byte: 3)) {
      try reader.read([UInt8]("a\nbc".utf8) + [0xE1, 0x20], published: Day("2023-01-10"))
    }
  }

  @Test(arguments: [
    ("", ReadingError.empty), (" \r\n\n", .empty), ("published: 2023-01-10\n\n", .empty),
    ("published: 2023-02-30\n\nText.", .noSuchDay("2023-02-30", line: 1)),
    (" date 2023-13-01 Text.", .noSuchDay("2023-13-01", line: 1)),
    ("Three people were killed in Juliaca.", .noDate),
  ])
  func `what cannot be read is said`(text: String, error: ReadingError) throws {
    let reader = try Bundled.reader()
    #expect(throws: error) { try reader.read(Array(text.utf8)) }
  }

  @Test(arguments: [
    ("Three people were killed in Juliaca on January 9, 2023.", "2023-01-09"),
    ("By A. B. on July 20, 2023\n\nThree people were killed in Juliaca.", "2023-07-20"),
    ("9 de enero de 2023\n\nTres personas murieron en Juliaca.", "2023-01-09"),
    (" date 2023-01-05 Three people were killed in Juliaca.", "2023-01-05"),
  ])
  func `a text without a header tells its own day`(text: String, day: String) throws {
    let reading = try Bundled.reader().read(Array(text.utf8))
    #expect(reading.published.description == day)
    #expect(reading.statements.map(\.days.upperBound.description) == [day])
  }

  @Test(arguments: [
    "Trucks from Arica were seen.", "Puno Neighborhoods Union blocked the vote.",
    "Nine limes and a lima bean.",
    "The minister said nothing about the 17 bridges of Juliaca.",
  ])
  func `words, organisations and other countries are no statements`(text: String) throws {
    #expect(try Bundled.read(text).isEmpty)
  }

  @Test func `two counts of one thing on one day are both kept and both doubted`() throws {
    let tallies = try Bundled.read(
      "45 points are blocked nationwide.\n\nPolice say 37 points are blocked nationwide."
    )
    #expect(tallies.count == 2)
    #expect(tallies.allSatisfy { !$0.warnings.isEmpty })
  }

  @Test func `the same text gives the same statements`() throws {
    let text =
      "Blockades in 38 provinces. Three killed in Juliaca. The Ilave bridge is blocked; km 299 was cleared."
    #expect(try Bundled.read(text) == Bundled.read(text))
  }

  @Test(arguments: [
    "Juliaca ", "1", "1 ", "“\"(", "<p ", "killed 5 and ", "blocked Juliaca bridge km 2 ", "km 1, 2 y ",
    "&amp", "Puno - ",
    "de la ", "17 killed in Juliaca\n",
  ])
  func `time grows with the text, not with its square`(piece: String) throws {
    let reader = try Bundled.reader()
    func time(_ size: Int) throws -> Duration {
      let bytes = Array(String(repeating: piece, count: size / piece.utf8.count).utf8)
      return try ContinuousClock().measure { _ = try reader.read(bytes, published: Day("2023-01-10")) }
    }
    _ = try time(4_000)
    let (small, large) = (try time(8_000), try time(64_000))
    // Eight times the text; a square would take sixty-four times as long.
    #expect(large < small * 24 + .milliseconds(50))
  }
}
