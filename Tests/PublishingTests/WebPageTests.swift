import Chronicle
import Foundation
import Gazetteer
import Testing

@testable import Publishing

@Suite struct WebPageTests {
  private static let words =
    try? JSONSerialization.jsonObject(with: Data(PackageResources.words_json))
    as? [String: [String: String]]

  @Test func `every language has every phrase, with the same gaps`() throws {
    func gaps(_ phrase: String) -> [String] {
      phrase.matches(of: /\{\w+\}/).map { String($0.output) }.sorted()
    }
    let words = try #require(Self.words)
    #expect(words.keys.sorted() == ["en", "es"])
    let english = try #require(words["en"])
    for (language, phrases) in words {
      #expect(phrases.keys.sorted() == english.keys.sorted(), "\(language)")
      for (key, phrase) in phrases {
        #expect(!phrase.isEmpty && gaps(phrase) == gaps(english[key] ?? ""), "\(language) \(key)")
      }
    }
  }

  @Test func `every value of a vocabulary that is closed has a word`() throws {
    let words = try #require(Self.words?["en"])
    for status in BlockadeStatus.allCases where status.isInForce { #expect(words[status.rawValue] != nil) }
    for evidence in Evidence.allCases { #expect(words[evidence.rawValue] != nil) }
    for method in LocationMethod.allCases { #expect(words["method.\(method.rawValue)"] != nil) }
  }

  @Test func `every phrase that the document or the script asks for by name is there`() throws {
    let words = try #require(Self.words?["en"])
    let document = String(decoding: PackageResources.page_html, as: UTF8.self)
    let script = String(decoding: Array(WebPage.scripts.joined()), as: UTF8.self)
    let asked =
      document.matches(of: /data-(?:word|label)="(\w+)"/).map(\.output.1)
      + script.matches(of: /\bword\("([\w.]+)"/).map(\.output.1)
    #expect(asked.count > 40)
    for key in asked { #expect(words[String(key)] != nil, "\(key)") }
    for key in script.matches(of: /counted\("(\w+)"/).map(\.output.1) {
      #expect(words["\(key).one"] != nil && words["\(key).other"] != nil, "\(key)")
    }
  }

  @Test func `nothing that a report says can end the block of data`() throws {
    let evil = "</script><!--<script>alert(1)</script>\u{2028}\"'\\\u{202E}&amp;"
    let timeline = try Tileland.timeline(seed: 2, quote: evil)
    let page = WebPage(timeline, pack: try Tileland.pack(), days: try #require(timeline.days)).html()
    let text = String(decoding: page, as: UTF8.self)
    let start = try #require(text.range(of: "id=\"data\">"))
    let end = try #require(text.range(of: "</script>", range: start.upperBound..<text.endIndex))
    let data = text[start.upperBound..<end.lowerBound]
    #expect(!data.contains("<"))
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any]
    )
    #expect((root["values"] as? [Any])?.contains { $0 as? String == evil } == true)
    #expect(text[end.upperBound...].contains("</html>"))
  }

  @Test func `what is put into the document is not looked at again`() {
    let document = Array("<a>{{one}}</a>{{two}}{{none}}.".utf8)
    let filled = WebPage.fill(document, with: ["one": Array("{{two}}".utf8), "two": Array("2".utf8)])
    #expect(String(decoding: filled, as: UTF8.self) == "<a>{{two}}</a>2.")
  }

  @Test func `a name with signs of markup is text in the document`() throws {
    #expect(MarkupText.escaped("a<b>&\"c\u{1}\n\u{FFFF}é") == "a&lt;b&gt;&amp;&quot;c\u{FFFD} \u{FFFD}é")
  }

  @Test func `the policy allows the page's own script and style by their digests and nothing else`() {
    // SHA-256 of nothing and of "abc", as FIPS 180-4 and its examples have them, in Base64.
    let policy = ContentSecurityPolicy.text(style: [], script: Array("abc".utf8))
    #expect(policy.contains("default-src 'none'"))
    #expect(policy.contains("style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"))
    #expect(policy.contains("script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='"))
    #expect(!policy.contains("unsafe") && !policy.contains("http"))
  }
}
