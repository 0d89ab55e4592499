import Geo
import Testing

@testable import Gazetteer

/// The three things that a feed says of a place, one of them wrong at a time. The positions are those of posts
/// of the shipped country.
@Suite struct PositionAuditTests {
  private static let claim = PositionClaim(
    longitude: nil,
    latitude: nil,
    route: "PE-1S",
    kilometre: "KM 263",
    region: "ICA/ICA/SALAS"
  )

  /// A claim with the position of a posted kilometre of its route.
  private func claim(_ change: (inout PositionClaim) -> Void = { _ in }) throws -> PositionClaim {
    var claim = Self.claim
    (claim.longitude, claim.latitude) = (-76.0176904, -13.9094919)
    change(&claim)
    return claim
  }

  private func audit(_ claim: PositionClaim) throws -> PositionAudit {
    try Locator(Packs.shipped()).audit(claim)
  }

  @Test func `what agrees stands as given, with route, kilometre and region`() throws {
    let audit = try audit(claim())
    let location = try #require(audit.location)
    #expect(audit.findings.isEmpty)
    #expect(!audit.isImpossible)
    #expect(location.method == .given)
    #expect(location.route == "PE-1S")
    #expect(location.kilometre == 263)
    #expect(location.region?.text.hasPrefix("1101") == true)
    #expect(location.uncertainty <= .kilometres(5))
    #expect(location.geometry == .point(try #require(Coordinate(longitude: -76.01769, latitude: -13.909492))))
  }

  @Test(
    arguments: [
      (76.0176904, -13.9094919), (-76.0176904, 13.9094919), (76.0176904, 13.9094919),
      (-13.9094919, -76.0176904), (13.9094919, 76.0176904),
    ]
  )
  func `a lost sign or a turned order is put back and told`(longitude: Double, latitude: Double) throws {
    let audit = try audit(claim { ($0.longitude, $0.latitude) = (longitude, latitude) })
    #expect(audit.findings.map(\.kind) == [.coordinateRepaired])
    #expect(audit.location?.geometry == (try self.audit(claim())).location?.geometry)
  }

  @Test func `a position that kilometre and region contradict gives way`() throws {
    let audit = try audit(claim { ($0.longitude, $0.latitude) = (-71.97, -13.52) })
    #expect(audit.isImpossible)
    #expect(audit.findings.map(\.kind) == [.positionFarFromKilometre])
    let location = try #require(audit.location)
    #expect(location.method == .kilometrePost)
    let point = try #require(location.representativePoint)
    let there = try #require(Coordinate(longitude: -76.0176904, latitude: -13.9094919))
    #expect(Geodesic.wgs84.distance(point, there) < .kilometres(5))
  }

  @Test func `a kilometre that position and region contradict is a numbering of its own`() throws {
    let audit = try audit(claim { $0.kilometre = "KM 700" })
    #expect(audit.isImpossible)
    #expect(audit.findings.map(\.kind) == [.localNumbering])
    #expect(audit.location?.method == .given)
  }

  @Test func `a region that position and kilometre contradict is named, and the position's taken`() throws {
    let audit = try audit(claim { $0.region = "CUSCO" })
    #expect(!audit.isImpossible)
    #expect(audit.findings.map(\.kind) == [.outsideNamedRegion])
    #expect(audit.location?.region?.text.hasPrefix("11") == true)
  }

  @Test(arguments: [
    "AYAUCHO", "CUZCO", "HUNCAVELICA", "HUCANVELICA/HUAYTARA/PILPICHACA", "LA LIBRTAD", "PUNOCARABAYA",
  ])
  func `a misspelt department is read, and told`(name: String) throws {
    let audit = try audit(claim { $0.region = name })
    #expect(!audit.findings.contains { $0.detail.hasPrefix("no region is called") })
  }

  @Test func `without a position the kilometre places it, without both the region`() throws {
    let byKilometre = try audit(Self.claim)
    #expect(byKilometre.location?.method == .kilometrePost)
    #expect(byKilometre.findings.map(\.kind) == [.positionMissing])
    var claim = Self.claim
    (claim.route, claim.kilometre) = ("XX-1", "?")
    let byRegion = try audit(claim)
    #expect(byRegion.location?.method == .region)
    #expect(Set(byRegion.findings.map(\.kind)) == [.positionMissing, .unknownRoute, .unreadKilometre])
  }

  @Test func `with nothing to go by it is unlocated, and says why`() throws {
    let audit = try audit(PositionClaim(longitude: nil, latitude: nil, route: "", kilometre: "", region: ""))
    guard case .unlocated(let reason) = audit.outcome else {
      Issue.record("located")
      return
    }
    #expect(reason.contains("no position is given"))
  }

  @Test func `a position on the stretch between two kilometres agrees with both`() throws {
    let audit = try audit(claim { $0.kilometre = "KM 230 - KM 300" })
    #expect(audit.findings.isEmpty)
    #expect(audit.location?.kilometre == 230)
    #expect(audit.location?.kilometreTo == 300)
  }
}
