import GeoFormats
import TestSupport
import Testing

@Suite struct CSVWriterTests {
  private enum Column: String, CSVColumn { case first, second }

  private func written(_ cell: String) -> String {
    var writer = CSVWriter<Column>()
    writer.write { column in
      switch column {
      case .first: cell
      case .second: "x"
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("a\rb", "\"a\rb\""), ("=1+1", "'=1+1"), ("@x", "'@x"), ("\tx", "'\tx"), ("\rx", "\"'\rx\""),
    ("+x", "'+x"), ("-1+1", "'-1+1"), ("-75.5", "-75.5"), ("+1", "+1"), ("-", "-"), ("=a,b", "\"'=a,b\""),
    ("a\0b", "a\u{FFFD}b"),
  ])
  func `cells are quoted where they must be and never run as formulas`(_ cell: String, _ field: String) {
    #expect(written(cell) == "first,second\n\(field),x\n")
  }

  @Test func `what is written reads back the same`() throws {
    var random = SeededGenerator(seed: 2)
    let table = (0..<500).map { _ in [random.text(), random.text()] }
    var writer = CSVWriter<Column>()
    for row in table { writer.write([.first: row[0], .second: row[1]]) }
    var reader = try CSVReader<Column>(writer.bytes, file: "f")
    var read: [[String]] = []
    while let row = try reader.next() { read.append([row[.first], row[.second]]) }
    #expect(read == table)
  }
}
