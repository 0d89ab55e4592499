import GeoFormats
import Testing

@Suite struct InputErrorTests {
  let place = InputLocation(file: "places.csv", line: 12, column: 5)

  @Test func `an error prints place, finding and expectation on one line`() {
    let error = InputError(location: place, found: "x", expected: "a longitude from -180 to 180")
    #expect("\(error)" == "places.csv:12:5: found “x”, expected a longitude from -180 to 180")
  }

  @Test func `words about the input stand without quotation marks and a hint in parentheses`() {
    let error = InputError(
      location: InputLocation(file: "a.csv"),
      observed: "a folder",
      expected: "a file",
      hint: "look below"
    )
    #expect("\(error)" == "a.csv: found a folder, expected a file (look below)")
  }

  @Test func `an empty cell is found to be nothing`() {
    #expect(
      "\(InputError(location: place, found: "", expected: "a name"))".contains("found nothing, expected")
    )
  }

  @Test(arguments: [
    ("a\nb", "a\\nb"), ("\t\r", "\\t\\r"), ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{202E}abc", "\\u{202E}abc"),
    ("niño 😀", "niño 😀"), (String(repeating: "x", count: 61), String(repeating: "x", count: 60) + "…"),
  ])
  func `what was found cannot disturb the terminal`(_ found: String, _ printed: String) {
    let error = InputError(location: place, found: found, expected: "a name")
    #expect("\(error)" == "places.csv:12:5: found “\(printed)”, expected a name")
  }

  @Test func `a finding prints as compilers print warnings`() {
    #expect(
      "\(Finding(severity: .warning, location: place, message: "two places"))"
        == "places.csv:12:5: warning: two places"
    )
    #expect("\(Finding(severity: .note, message: "no posts"))" == "note: no posts")
  }
}
