import Foundation
import Testing

/// Tables and GeoJSON files, split into layers.
@Suite struct SplitTests {
  private func split(
    _ text: String,
    by column: String,
    in folder: TemporaryFolder,
    _ options: [String] = []
  ) throws -> Program.Answer {
    try text.write(to: folder.file("in.csv"), atomically: true, encoding: .utf8)
    return try Program.run(
      ["split", "in.csv", "--by", column, "--output", "Out"] + options,
      in: folder.url
    )
  }

  private func contents(_ folder: TemporaryFolder) throws -> [String: String] {
    try TemporaryFolder.contents(of: folder.file("Out")).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `rows become features in the layer of their day`() throws {
    let folder = try TemporaryFolder()
    let answer = try split(
      """
      id,code,event_date,lon,lat,note
      1,01,2023-01-05,-75.12345678,-12.5,"a ""b"" \\c"
      2,02,2023-01-06T10:00,1e1,0,
      3,03,2023-01-05,,,nowhere
      x,04,,5,6,no day

      """,
      by: "date",
      in: folder
    )
    #expect(answer.code == 0, "\(answer.errors)")
    #expect(
      try contents(folder) == [
        "2023-01-05.geojson": """
        {"type":"FeatureCollection",
        "features":[
        {"type":"Feature","properties":{"id":"1","code":"01","event_date":"2023-01-05","note":"a \\"b\\" \\\\c"},"geometry":{"type":"Point","coordinates":[-75.1234568,-12.5]}},
        {"type":"Feature","properties":{"id":"3","code":"03","event_date":"2023-01-05","note":"nowhere"},"geometry":null}
        ]}

        """,
        "2023-01-06.geojson": """
        {"type":"FeatureCollection",
        "features":[
        {"type":"Feature","properties":{"id":"2","code":"02","event_date":"2023-01-06T10:00","note":null},"geometry":{"type":"Point","coordinates":[10,0]}}
        ]}

        """,
        "none.geojson": """
        {"type":"FeatureCollection",
        "features":[
        {"type":"Feature","properties":{"id":"x","code":"04","event_date":null,"note":"no day"},"geometry":{"type":"Point","coordinates":[5,6]}}
        ]}

        """,
        "layers.csv": """
        value,file,features,unlocated
        ,none.geojson,1,0
        2023-01-05,2023-01-05.geojson,2,1
        2023-01-06,2023-01-06.geojson,1,0

        """,
      ]
    )
    #expect(
      answer.errors == "Out: 3 layers; 4 features (1 without a position) + 0 left out = 4 of 4 records\n"
    )
  }

  @Test func `a column of numbers stays one, codes with zeros in front stay texts`() throws {
    let folder = try TemporaryFolder()
    let answer = try split(
      "n,code,kind,x,y\n1.50,01,a,1,2\n-2e3,10,a,1,2\n,11,a,1,2\n",
      by: "kind",
      in: folder
    )
    #expect(answer.code == 0, "\(answer.errors)")
    let layer = try #require(try contents(folder)["a.geojson"])
    #expect(layer.contains("{\"n\":1.50,\"code\":\"01\",\"kind\":\"a\"}"))
    #expect(layer.contains("{\"n\":-2e3,\"code\":\"10\""))
    #expect(layer.contains("{\"n\":null,\"code\":\"11\""))
  }

  @Test func `no value leads out of the folder, and no two share a file`() throws {
    let folder = try TemporaryFolder()
    let values = [
      "../x", "/etc/passwd", "..", ".hidden", "a/b", "a%2Fb", "Paro", "paro", "PARO", "", "none", "con:x",
      "ñandú", String(repeating: "l", count: 300), String(repeating: "l", count: 301),
    ]
    let rows = values.map { "\($0),1,2\n" }.joined()
    let answer = try split("kind,lon,lat\n" + rows, by: "kind", in: folder)
    #expect(answer.code == 0, "\(answer.errors)")
    let files = try contents(folder)
    #expect(files.count == values.count + 1)
    #expect(
      Set(files.keys).isSuperset(of: [
        "%2E.%2Fx.geojson", "%2Fetc%2Fpasswd.geojson", "%2E..geojson", "%2Ehidden.geojson", "a%2Fb.geojson",
        "a%252Fb.geojson", "Paro.geojson", "paro-2.geojson", "PARO-3.geojson", "none.geojson",
        "none-2.geojson",
        "con%3Ax.geojson", "ñandú.geojson",
      ])
    )
    #expect(Set(files.keys.map { $0.lowercased() }).count == files.count)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["Out", "in.csv"]
    )
  }

  @Test func `more layers than files can be open, and no more than allowed`() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<3000).map { "\($0 % 600),1,2\n" }.joined()
    let refused = try split("k,lon,lat\n" + rows, by: "k", in: folder, ["--most-layers", "599"])
    #expect(refused.code == 3)
    #expect(refused.errors.contains("there are 599 already"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("Out").path))
    #expect(try split("k,lon,lat\n" + rows, by: "k", in: folder).code == 0)
    let files = try contents(folder)
    #expect(files.count == 601)
    #expect(files["17.geojson"]?.components(separatedBy: "\"Feature\"").count == 6)
  }

  @Test func `features stay as they are`() throws {
    let folder = try TemporaryFolder()
    let one = """
      { "type": "Feature", "id": 1, "properties": { "fecha": "2023-01-05", "n": 1.0 }, "geometry": null }
      """
    let two = """
      {"type":"Feature","properties":{"fecha":"2023-01-06"},"geometry":{"type":"LineString","coordinates":[[0,0],[1,1.00]]}}
      """
    let answer = try split(
      "{\"type\":\"FeatureCollection\",\"features\":[\(one),\n\(two)]}",
      by: "date",
      in: folder
    )
    #expect(answer.code == 0, "\(answer.errors)")
    let files = try contents(folder)
    #expect(
      files["2023-01-05.geojson"] == "{\"type\":\"FeatureCollection\",\n\"features\":[\n\(one)\n]}\n"
    )
    #expect(
      files["2023-01-06.geojson"] == "{\"type\":\"FeatureCollection\",\n\"features\":[\n\(two)\n]}\n"
    )
  }

  @Test func `a folder keeps the files of others and loses the layers of an earlier split`() throws {
    let folder = try TemporaryFolder()
    #expect(try split("k,lon,lat\na,1,2\nb,1,2\n", by: "k", in: folder).code == 0)
    let own = folder.file("Out").appending(path: "map.qgz")
    try "mine".write(to: own, atomically: true, encoding: .utf8)
    #expect(try split("k,lon,lat\nb,1,2\nc,1,2\n", by: "k", in: folder).code == 0)
    #expect(try contents(folder).keys.sorted() == ["b.geojson", "c.geojson", "layers.csv", "map.qgz"])
    let foreign = folder.file("Out").appending(path: "d.geojson")
    try "mine".write(to: foreign, atomically: true, encoding: .utf8)
    let refused = try split("k,lon,lat\nd,1,2\n", by: "k", in: folder)
    #expect(refused.code == 3)
    #expect(refused.errors.contains("d.geojson"))
    #expect(try contents(folder)["d.geojson"] == "mine")
  }

  @Test func `bad rows are told, and with --strict nothing is written`() throws {
    let folder = try TemporaryFolder()
    let table = "k,lon,lat\na,1,2\nb,1\nc,x,2\n"
    let strict = try split(table, by: "k", in: folder, ["--strict"])
    #expect(strict.code == 5)
    #expect(!FileManager.default.fileExists(atPath: folder.file("Out").path))
    let answer = try split(table, by: "k", in: folder)
    #expect(answer.code == 0)
    #expect(answer.errors.contains("in.csv:3:4: found 2 fields"))
    #expect(answer.errors.contains("in.csv:4:3: found “x”, expected a longitude"))
    #expect(answer.errors.contains("2 features (1 without a position) + 1 left out = 3 of 3 records"))
    let missing = try split(table, by: "kind", in: folder)
    #expect(missing.code == 2 && missing.errors.contains("expected a column “kind”"))
  }

  @Test func `a table of many pieces gives the same layers, each in the table's order`() throws {
    let folder = try TemporaryFolder()
    var table = "id,date,lon,lat\n"
    for row in 0..<80_000 { table += "\(row),2023-01-\(10 + row % 7),\(row % 180),\(row % 90)\n" }
    #expect(try split(table, by: "date", in: folder).code == 0)
    let first = try contents(folder)
    struct Layer: Decodable {
      struct Feature: Decodable {
        struct Properties: Decodable { let id: Int }
        let properties: Properties
      }
      let features: [Feature]
    }
    for day in 0..<7 {
      let text = try #require(first["2023-01-\(10 + day).geojson"])
      let layer = try JSONDecoder().decode(Layer.self, from: Data(text.utf8))
      #expect(layer.features.map(\.properties.id) == Array(stride(from: day, to: 80_000, by: 7)))
    }
    #expect(try split(table, by: "date", in: folder).code == 0)
    #expect(try contents(folder) == first)
  }
}
