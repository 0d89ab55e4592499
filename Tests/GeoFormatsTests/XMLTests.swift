import Foundation
import TestSupport
import Testing

@testable import GeoFormats

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct XMLTests {
  /// What a parser that is not ours reads.
  private final class Reader: NSObject, XMLParserDelegate {
    var attributes: [[String: String]] = []
    var text = ""

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      self.attributes.append(attributes)
    }

    func parser(_ parser: XMLParser, foundCharacters characters: String) { text += characters }
  }

  private func read(_ document: String) throws -> Reader {
    let reader = Reader()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = reader
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    return reader
  }

  @Test func `any text reads back the same, in an attribute as between tags`() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let extra = ["<b>", "]]>", "&amp;", "'", "\t", "\r\n", ""].randomElement(using: &generator) ?? ""
      let text = generator.text() + extra
      // XML has no way to write this control character.
      let expected = text.replacing("\u{1F}", with: "\u{FFFD}")
      let read = try read(XML("a", ["b": text], text: text).document(doctype: "a"))
      #expect(read.attributes == [["b": expected]])
      #expect(read.text == expected)
    }
  }

  @Test func `an element a line, attributes in the order given`() {
    let document = XML("a", ["z": "1", "b": "2"], [XML("c"), XML("d", "e")]).document(doctype: "a")
    #expect(document == "<!DOCTYPE a>\n<a z=\"1\" b=\"2\">\n <c/>\n <d>e</d>\n</a>\n")
  }
}
