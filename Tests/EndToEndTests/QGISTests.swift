import Foundation
import Testing

/// The output in a real QGIS, by `Scripts/check-qgis`: every layer opens, time is set up, and three days show
/// what they should, also in the pictures.
@Suite(
  .enabled(if: QGIS.isThere, "there is no QGIS for /usr/bin/python3 (Debian: python3-qgis)"),
  .serialized
)
struct QGISTests {
  private func check(_ output: URL, _ arguments: [String] = [], zone: String) throws {
    let script = Program.repository.appending(path: "Scripts/check-qgis").path
    let (code, text) = try QGIS.run(script, [output.path] + arguments, environment: ["TZ": zone])
    #expect(code == 0, "\(text)")
    #expect(text.contains("QGIS 3."), "\(text)")
  }

  /// The machine's time zone moves no day.
  @Test(arguments: ["UTC", "America/Lima", "Asia/Tokyo"])
  func `three days of the shipped country play`(_ zone: String) throws {
    let folder = try TemporaryFolder()
    try GeoPackageTests.Source.peru.export(to: folder.file("Out"), in: folder)
    let days = ["--day", "2023-01-05", "--day", "2023-01-09", "--day", "2023-06-03"]
    try check(folder.file("Out"), days, zone: zone)
  }

  @Test(.enabled(if: RoadAuthorityFeedTests.isThere, "the snapshots of the feed are not beside the project"))
  func `the alert feed plays, also the blockades that are not over`() throws {
    let folder = try TemporaryFolder()
    try GeoPackageTests.Source.feed.export(to: folder.file("Out"), in: folder)
    try check(folder.file("Out"), zone: "America/Lima")
  }

  @Test(arguments: [[], ["--crs", "EPSG:3857"], ["--crs", "EPSG:32657"]])
  func `an invented country plays`(_ arguments: [String]) throws {
    let folder = try TemporaryFolder()
    try GeoPackageTests.Source.arcadia.export(to: folder.file("Out"), arguments, in: folder)
    try check(folder.file("Out"), zone: "UTC")
  }

  /// GDAL takes a column of nothing for text.
  @Test func `blockades none of which is over show from their start on`() throws {
    let folder = try TemporaryFolder()
    try GeoPackageTests.Source.arcadia.export(
      to: folder.file("Out"),
      ["--presumed-days", "3650", "--to", "2031-03-02"],
      in: folder
    )
    try check(folder.file("Out"), zone: "UTC")
  }

  @Test func `text of a report is never markup`() throws {
    let folder = try TemporaryFolder()
    let pack = try folder.copy(of: Program.arcadia)
    let dispatch = pack.appending(path: "dispatches/2031-03-02-harbour-post-coast-highway.txt")
    let hostile = "<script>alert('1')</script> [% 1/0 %] & \"\""
    for (file, old) in [
      (dispatch, "publisher: Harbour Post"),
      (dispatch, "blocked the Coast Highway at kilometre 33 in Brisca"),
    ] {
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing(old, with: old + " " + hostile).write(to: file, atomically: true, encoding: .utf8)
    }
    let answer = try Program.run([
      "export", "--cause", "all", "--data", pack.path, "--output", folder.file("Out").path,
    ])
    #expect(answer.code == 0, "\(answer.errors)")
    let layer = try String(contentsOf: folder.file("Out/layers/blockades.geojson"), encoding: .utf8)
    #expect(layer.contains("<script>"))
    try check(folder.file("Out"), zone: "UTC")
  }
}
