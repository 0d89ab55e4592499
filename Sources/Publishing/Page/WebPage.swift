internal import Chronicle
internal import Gazetteer
internal import GeoFormats

/// The page that shows a publication in any browser: one HTML file with everything in it.
///
/// Its parts lie in `Assets`: the document, the style, the script in several files, and the words in each
/// language. What reports say reaches it as data only, never as markup.
struct WebPage {
  private let timeline: Timeline
  private let pack: CountryPack
  private let days: ClosedRange<Day>
  private let blockades: [Feature?]

  /// - Parameter blockades: The features of the timeline's phases, by their places, as far as they are made already.
  init(_ timeline: Timeline, pack: CountryPack, days: ClosedRange<Day>, blockades: [Feature?] = []) {
    self.timeline = timeline
    self.pack = pack
    self.days = days
    self.blockades = blockades
  }

  /// The scripts in the order in which they need each other.
  static let scripts = [
    PackageResources.model_js, PackageResources.words_js, PackageResources.labels_js,
    PackageResources.map_js, PackageResources.chart_js, PackageResources.table_js,
    PackageResources.evidence_js, PackageResources.main_js,
  ]

  /// The whole file.
  func html() -> [UInt8] {
    let script = Array(Self.scripts.joined())
    var data = PageData(timeline, pack: pack, days: days, blockades: blockades)
    let parts: [String: [UInt8]] = [
      "title": Array(MarkupText.escaped("Road blockades and deaths in \(pack.country.name)").utf8),
      "policy": Array(ContentSecurityPolicy.text(style: PackageResources.page_css, script: script).utf8),
      "style": PackageResources.page_css,
      "script": script,
      "words": Self.asScriptData(PackageResources.words_json),
      "data": Self.asScriptData(data.json()),
    ]
    return Self.fill(PackageResources.page_html, with: parts)
  }

  /// JSON that can stand inside a script element: without a `<`, nothing in it can end the element or begin a
  /// comment. In JSON that sign occurs in strings only, where an escape means the same.
  static func asScriptData(_ json: [UInt8]) -> [UInt8] {
    var safe: [UInt8] = []
    safe.reserveCapacity(json.count + json.count / 64)
    for byte in json {
      if byte == UInt8(ascii: "<") { safe.append(contentsOf: "\\u003c".utf8) } else { safe.append(byte) }
    }
    return safe
  }

  /// Puts parts where the document names them as `{{name}}`. What is put in is not looked at again.
  static func fill(_ document: [UInt8], with parts: [String: [UInt8]]) -> [UInt8] {
    var filled: [UInt8] = []
    filled.reserveCapacity(document.count + parts.values.reduce(0) { $0 + $1.count })
    var rest = document[...]
    while let open = rest.firstRange(of: Array("{{".utf8)), let close = rest.firstRange(of: Array("}}".utf8))
    {
      filled += rest[..<open.lowerBound]
      filled += parts[String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self)] ?? []
      rest = rest[close.upperBound...]
    }
    return filled + rest
  }
}
