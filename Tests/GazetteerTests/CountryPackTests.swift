import Geo
import GeoFormats
import Testing

@testable import Gazetteer

@Suite struct CountryPackTests {
  @Test func `an invented country is read from its folder`() throws {
    let pack = try Packs.arcadia()
    #expect(pack.country.name == "Arcadia")
    #expect(pack.country.isoCode == "XA")
    #expect(pack.country.minutesFromUTC == 630)
    #expect(pack.country.languages == ["en", "es"])
    #expect(pack.country.presumedDays == 3)
    #expect(pack.country.outlineTolerance == .kilometres(5))
    #expect(pack.regions.regions(at: .department).map(\.name) == ["Aldermoor", "Brisca", "Costañera"])
    #expect(pack.regions.regions(at: .province).count == 6)
    #expect(pack.regions.regions(at: .district).count == 12)
    #expect(pack.outlines.map(\.region.text) == ["AL", "BR", "CO"])
    #expect(pack.outlines.last?.polygons.polygons.count == 2)
    #expect(pack.routes.map(\.code) == ["AR-1", "AR-1N", "AR-1Ñ", "AR-2"])
    #expect(pack.routes.map(\.posts.count) == [58, 38, 15, 35])
    #expect(pack.routes.map(\.equations.count) == [2, 1, 0, 0])
    #expect(pack.places.count == 25)
    #expect(
      pack.route(code: "ar 1")?.names == ["Coast Highway", "Carretera de la Costa", "CARRETERA DE LA COSTA"]
    )
  }

  @Test func `a name with more than one meaning names no route`() throws {
    let names = try Packs.arcadia().routes.flatMap(\.names)
    #expect(!names.contains("Ring Road"))
    #expect(names.contains("Moor Road"))
  }

  @Test func `the trailing slash of a folder does not matter`() throws {
    #expect(try CountryPack.read(folder: Packs.arcadiaFolder + "/").places.count == 25)
  }

  /// The name has a letter beside a digit, or other signs that a reference is cut at.
  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `every place is found by its own name in its own region`(read: @Sendable () throws -> CountryPack)
    throws
  {
    let pack = try read()
    let locator = try Locator(pack)
    let sample = pack.places.count > 1000 ? 7 : 1
    let compact = pack.places.filter { $0.name.contains(where: \.isNumber) }
    for place in pack.places.enumerated().filter({ $0.offset % sample == 0 }).map(\.element) + compact {
      let resolution = locator.locate(place.name, in: place.region?.text)
      switch resolution {
      case .found(let location, _):
        let point = try #require(location.representativePoint, "\(place.name)")
        // Several places of one name within a district may be told apart by nothing.
        let isNear = metres(point, place.coordinate) <= 5000 + location.uncertainty.metres
        #expect(isNear || location.warnings.contains { $0.kind == .severalCandidates }, "\(place.name)")
      case .ambiguous(let candidates):
        #expect(candidates.contains { $0.location.place == place.name }, "\(place.name)")
      case .unknown:
        Issue.record("\(place.name) is unknown")
      }
    }
  }

  @Test(arguments: [Packs.arcadiaFolder, Packs.shippedFolder])
  func `every alias means something`(folder: String) throws {
    let locator = try Locator(try CountryPack.read(folder: folder))
    let file = "\(folder)/\(PackFile.aliases)"
    var reader = try CSVReader<AliasColumn>(InputFile.bytes(at: file), file: file)
    var count = 0
    while let row = try reader.next() {
      let resolution = locator.locate(row[.alias])
      #expect(resolution.status != .unknown, "\(row[.alias])")
      #expect(resolution.location?.warnings.contains { $0.kind == .spelling } != true, "\(row[.alias])")
      count += 1
    }
    #expect(count >= 16)
  }

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `every region is found by its code, and by its names from large to small`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    let pack = try read()
    for region in pack.regions.regions {
      let index = try #require(pack.regions.index(of: region.code))
      #expect(pack.region(region.code.text).region == index)
      let lineage = pack.regions.lineage(of: index).reversed().map { pack.regions[$0].name }
      #expect(pack.region(lineage.joined(separator: "/")).region == index, "\(lineage)")
    }
  }
}
