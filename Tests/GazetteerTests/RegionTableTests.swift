import Gazetteer
import Testing

@Suite struct RegionTableTests {
  @Test func `the parent of a region is the smallest one that holds it`() throws {
    let table = try Packs.arcadia().regions
    for region in table.regions {
      let index = try #require(table.index(of: region.code))
      let holders = table.regions.filter { $0.code != region.code && region.code.isInside($0.code) }
      let smallest = holders.max { $0.level < $1.level }
      #expect(table.parent(of: index).map { table[$0] } == smallest)
      #expect(table.lineage(of: index).count == region.level.depth)
    }
  }

  @Test(
    arguments: [
      (["ALS1"], "ALS1"), (["ALS1", "ALS2"], "ALS"), (["ALS1", "ALN2"], "AL"), (["ALS1", "AL"], "AL"),
      (["ALS1", "BRS1"], nil), ([], nil), (["ALS1", "??"], nil),
    ] as [([String], String?)]
  )
  func `the smallest region that holds several`(codes: [String], smallest: String?) throws {
    let table = try Packs.arcadia().regions
    #expect(table.smallestRegion(holding: codes.map { RegionCode($0) })?.text == smallest)
  }

  @Test func `of two regions with one code the first stays`() {
    let code = RegionCode("01")
    let table = RegionTable(["First", "Second"].map { Region(code: code, level: .department, name: $0) })
    #expect(table.regions.map(\.name) == ["First"])
  }

  @Test func `a level above a region is read off its code`() throws {
    let table = try Packs.arcadia().regions
    #expect(table.region(at: .department, holding: RegionCode("COS2"))?.name == "Costañera")
    #expect(table.region(at: .province, holding: RegionCode("COS2"))?.name == "Puerto Cobre")
    #expect(table.region(at: .district, holding: RegionCode("COS")) == nil)
    #expect(table.region(at: .department, holding: RegionCode("XX")) == nil)
  }
}
