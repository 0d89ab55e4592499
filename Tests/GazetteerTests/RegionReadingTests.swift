import Gazetteer
import Testing

@Suite struct RegionReadingTests {
  @Test(arguments: [
    ("ICA", "11"), ("Ica", "11"), ("11", "11"), ("1101", "1101"), (" 110108 ", "110108"), ("ICA/ICA", "1101"),
    ("ICA/ICA/SALAS", "110108"), ("Ica, Ica, Salas", "110108"), ("ICA / ICA / SALAS ", "110108"),
    ("Puno", "21"), ("PUNO/MELGAR/SANTA ROSA", "210808"), ("Cusco", "08"), ("Cuzco", "08"), ("CUZCO", "08"),
    ("Junín", "12"), ("junin", "12"), ("LIMA/LIMA/LIMA", "150101"), ("ÁNCASH", "02"), ("San Martín", "22"),
    ("Lima Metropolitana", "1501"), ("UCAYALI", "25"), ("La Libertad", "13"), ("Puno region", "21"),
    ("province of Ica", "1101"), ("Departamento de Puno", "21"), ("distrito de Parcona", "110106"),
    ("Salas, Ica, Ica", "110108"), ("Santa Rosa, Melgar, Puno", "210808"), ("Carabaya, Puno", "2103"),
  ])
  func `a region is read by its code, its name or its names from large to small`(text: String, code: String)
    throws
  {
    let pack = try Packs.shipped()
    let reading = pack.region(text)
    #expect(reading.region.map { pack.regions[$0].code.text } == code)
    guard case .found(_, let warnings) = reading else { return }
    #expect(warnings.isEmpty)
  }

  @Test(arguments: [
    ("AYAUCHO", "05"), ("Arequpa", "04"), ("PUNOCARABAYA", "2103"), ("PUNO/CARABAYA/MACUSANY", "210301"),
    ("AYAUCHO/HUAMANGA", "0501"), ("ICA/NOWHERE/SALAS", "110108"), ("Ica/Ica/Nowhere at all", "1101"),
  ])
  func `a misspelt name is read as the nearest one, and flagged`(text: String, code: String) throws {
    let pack = try Packs.shipped()
    guard case .found(let region, let warnings) = pack.region(text) else {
      Issue.record("\(text) is not found")
      return
    }
    #expect(pack.regions[region].code.text == code)
    #expect(warnings.map(\.kind) == [.spelling])
  }

  @Test(arguments: ["", " ", "/", "Atlantis", "99", "9901", "0", "ICA11", "//,//", "\u{0}"])
  func `what is no region is unknown`(text: String) throws {
    guard case .unknown = try Packs.shipped().region(text) else {
      Issue.record("“\(text)” is a region")
      return
    }
  }

  @Test func `an unknown name comes with the nearest ones`() throws {
    guard case .unknown(let nearest) = try Packs.shipped().region("Icca") else {
      // One slip in a name of four letters is forgiven.
      #expect(try Packs.shipped().region("Icca").region != nil)
      return
    }
    #expect(nearest.contains("Ica"))
  }

  @Test func `a province is meant before districts of its name elsewhere, and that is flagged`() throws {
    let pack = try Packs.shipped()
    guard case .found(let region, let warnings) = pack.region("Bolívar") else {
      Issue.record("Bolívar is not found")
      return
    }
    #expect(pack.regions[region].code.text == "1303")
    #expect(warnings.map(\.kind) == [.severalCandidates])
  }

  @Test func `regions of one name and level are ambiguous`() throws {
    let pack = try Packs.arcadia()
    guard case .ambiguous(let regions) = pack.region("San Telmo") else {
      Issue.record("San Telmo is not ambiguous")
      return
    }
    #expect(regions.map { pack.regions[$0].code.text } == ["ALS2", "COS2"])
    #expect(pack.region("Costañera/San Telmo").region.map { pack.regions[$0].code.text } == "COS2")
  }

  @Test(
    arguments: [
      ("Aldermoor", "AL"), ("Aldermoor/Aldermoor", "ALS"), ("Aldermoor/Aldermoor/Aldermoor", "ALS1"),
      ("brisca alta", "BRN"), ("COSTANERA", "CO"), ("the Dunes", "CON2"), ("Nandu", "BRN2"), ("als2", nil),
      ("ALS2", "ALS2"),
    ] as [(String, String?)]
  )
  func `a country with codes of letters is read the same way`(text: String, code: String?) throws {
    let pack = try Packs.arcadia()
    #expect(pack.region(text).region.map { pack.regions[$0].code.text } == code)
  }
}
