import Geo
import Testing

@testable import GeoFormats

@Suite struct QGISTests {
  @Test(arguments: [
    ("#d55e00", "213,94,0,255"), ("#222", "34,34,34,255"), ("#FFF", "255,255,255,255"), ("d55e00", nil),
    ("#d55e0", nil), ("#+55e00", nil), ("#d55e0g", nil), ("", nil), ("#", nil),
  ])
  func `a colour of a style sheet is the same here`(_ text: String, _ expected: String?) {
    #expect(QGISColor(css: text)?.text == expected)
  }

  @Test func `a name or a text in an expression stays one`() {
    #expect(QGISExpression.field("a\"b").text == "\"a\"\"b\"")
    #expect(QGISExpression.literal("it's \\n").text == "'it''s \\\\n'")
  }

  /// A project of one layer.
  private func project(title: String = "t", days: QGISProject.Days?) -> QGISProject {
    QGISProject(
      title: title,
      file: "a.gpkg",
      layerSystem: .wgs84,
      mapSystem: .wgs84,
      extent: nil,
      days: days,
      background: .white,
      groups: [
        .init("g", [.init(id: "layer_of_sites", "Sites", table: "sites", shape: .point, isVisible: false)])
      ]
    )
  }

  @Test func `a project finds its layers in the folder it lies in`() {
    let document = project(days: nil).document
    #expect(document.contains("<datasource>./a.gpkg|layername=sites</datasource>"))
    #expect(document.contains("<Absolute type=\"bool\">false</Absolute>"))
    #expect(document.contains("checked=\"Qt::Unchecked\""))
  }

  @Test func `a project plays its days, a day at a time, or none`() {
    let playing = project(days: .init(from: "2023-01-05T00:00:00", until: "2023-01-08T00:00:00")).document
    #expect(playing.contains("<NavigationMode type=\"int\">1</NavigationMode>"))
    #expect(playing.contains("timeStep=\"1\" timeStepUnit=\"d\""))
    #expect(playing.contains("<start>2023-01-05T00:00:00Z</start>"))
    #expect(playing.contains("<end>2023-01-08T00:00:00Z</end>"))
    #expect(!project(days: nil).document.contains("NavigationMode"))
  }

  @Test func `a title is text, never markup`() {
    let document = project(title: "<b> & \"c\"", days: nil).document
    #expect(document.contains("<title>&lt;b&gt; &amp; &quot;c&quot;</title>"))
  }
}
