import TestSupport
import Testing

@testable import GeoFormats

/// The rows of pieces of tables, found many bytes at a time.
@Suite struct CSVRowsTests {
  /// What a row comes to.
  private struct Row: Equatable {
    var text: [UInt8]
    var line: Int
    /// `nil` where it is no row of three fields.
    var fields: [[UInt8]]?
  }

  private func rows(_ body: [UInt8], header: String) throws -> (rows: [Row], lines: Int) {
    try Array(header.utf8).withUnsafeBufferPointer { try CSVHeader($0, file: "f") }.rows(of: body) { rows in
      var found: [Row] = []
      while rows.advance() {
        let fields = (0..<3).map { rows.isSound ? rows.fields.content($0) : [] }
        found.append(
          Row(
            text: Array(rows.bytes[rows.range]),
            line: rows.linesBefore,
            fields: rows.isSound ? fields : nil
          )
        )
        #expect(rows.isSound == (rows.problem(in: "f") == nil))
      }
      return (found, rows.linesBefore)
    }
  }

  /// The same by the grammar alone, which looks at each byte.
  private func expected(_ body: [UInt8], delimiter: Character) -> (rows: [Row], lines: Int) {
    body.withUnsafeBufferPointer { bytes in
      let grammar = CSVGrammar(bytes, delimiter: delimiter.asciiValue ?? 0)
      var found: [Row] = []
      var (place, line) = (0, 0)
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: "\n") || bytes[place] == UInt8(ascii: "\r") {
          line += bytes[place] == UInt8(ascii: "\n") ? 1 : 0
          place += 1
          continue
        }
        var fields: [CSVField] = []
        let outcome = grammar.scanRecord(from: place, into: &fields)
        let isText = String(validating: bytes[place..<outcome.next], as: UTF8.self) != nil
        let isSound = isText && outcome.fault == nil && fields.count == 3
        found.append(
          Row(
            text: Array(bytes[place..<outcome.end]),
            line: line,
            fields: isSound ? fields.map { CSVField.content(of: $0, in: bytes) } : nil
          )
        )
        (place, line) = (outcome.next, line + outcome.lineBreaks)
      }
      return (found, line)
    }
  }

  @Test(arguments: [",", ";", "\t"] as [Character])
  func `rows are what a look at each byte finds`(delimiter: Character) throws {
    var random = SeededGenerator(seed: 4180)
    let header = "a\(delimiter)b\(delimiter)c\n"
    for length in [0, 1, 7, 63, 64, 65, 200, 5000] {
      for density in [
        "abc12.\(delimiter)\(delimiter)\n", "a\(delimiter)\n\"\r", "0123456789abcdef\(delimiter)\n\r\n",
      ] {
        for _ in 0..<20 {
          let body = random.bytes(from: density, count: length)
          let (rows, lines) = try rows(body, header: header)
          let expected = expected(body, delimiter: delimiter)
          #expect(rows == expected.rows)
          #expect(lines == expected.lines)
        }
      }
    }
  }

  @Test(arguments: ["\n", "\r\n"])
  func `plain rows of any length are taken whole`(lineBreak: String) throws {
    var random = SeededGenerator(seed: 262)
    var (table, expected) = ("", [[String]]())
    for _ in 0..<3000 {
      let row = (0..<3).map { _ in
        String(
          repeating: "x",
          count: Int.random(in: 0..<5, using: &random) * Int.random(in: 1..<40, using: &random)
        )
      }
      table += row.joined(separator: ",") + lineBreak
      expected.append(row)
    }
    let (rows, lines) = try rows(Array(table.utf8), header: "a,b,c\n")
    #expect(rows.map { $0.fields?.map { String(decoding: $0, as: UTF8.self) } } == expected)
    #expect(rows.map(\.line) == Array(0..<3000))
    #expect(lines == 3000)
  }

  @Test func `a number is the nearest there is wherever it stands`() throws {
    var random = SeededGenerator(seed: 15)
    for _ in 0..<3000 {
      let texts = (0..<3).map { _ in
        let sign = ["", "", "-", "+"].randomElement(using: &random) ?? ""
        let whole = (0..<Int.random(in: 0..<10, using: &random)).map { _ in String(random.next() % 10) }
          .joined()
        let part = (0..<Int.random(in: 0..<11, using: &random)).map { _ in String(random.next() % 10) }
          .joined()
        let odd = ["", "", "", "", "e3", "x", " ", ".", "/", ":"].randomElement(using: &random) ?? ""
        return sign + whole + (part.isEmpty ? "" : "." + part) + odd
      }
      // The last number ends with the table, so that nothing may be read behind it.
      try Array("a,b,c\n".utf8).withUnsafeBufferPointer { try CSVHeader($0, file: "f") }
        .rows(of: Array(texts.joined(separator: ",").utf8)) { rows in
          guard rows.advance() else { return }
          for (column, text) in texts.enumerated() {
            let trimmed = text.trimmingPrefix { $0 == " " }.reversed().drop { $0 == " " }.reversed()
            let expected = Double(String(trimmed))
            #expect(rows.fields.number(column).bitPattern == (expected ?? .nan).bitPattern, "\(text)")
          }
        }
    }
  }
}

extension CSVHeader {
  /// Calls with the rows of a table's body.
  fileprivate func rows<Result>(
    of body: [UInt8],
    _ call: (inout CSVRows) throws -> Result
  ) rethrows -> Result {
    try body.withUnsafeBufferPointer { bytes in
      var rows = CSVRows(bytes, of: self)
      return try call(&rows)
    }
  }
}
