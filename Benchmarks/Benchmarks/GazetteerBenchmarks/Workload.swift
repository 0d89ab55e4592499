import Foundation
import Gazetteer
import Geo

/// What the benchmarks ask of the shipped country pack; the same in every run.
struct Workload {
  struct Kilometre {
    let route: Int
    let posted: Double
    let region: RegionTable.Index?
  }

  enum Failure: Error {
    case missing(String)
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "GeoData").path

  /// A power of two.
  static let count = 1 << 14

  static let kilometreTexts: [(String, String?)] = [
    ("Panamericana Sur km 262", "Ica"), ("PE-3S km 1340", "PUNO/PUNO/PAUCARCOLLA"),
    ("kilometre 290 of the Panamerican highway", "Ica"), ("PE-34A 40+500", "AREQUIPA/AREQUIPA"),
    ("Carretera Central km 80", "Lima"), ("PE-1N km 500", "LA LIBERTAD/VIRU/CHAO"),
    ("en el km 1400 de la Longitudinal de la Sierra Sur", "Puno"), ("PE-30C km 250", nil),
  ]

  static let placeTexts: [(String, String?)] = [
    ("Juliaca airport", "Puno"), ("puente internacional de Ilave", nil), ("Santa Rosa", "PUNO/MELGAR"),
    ("Chucuito", "Puno"), ("El Álamo", "Ica"), ("city of Ayacucho", nil), ("Plaza San Martín", "Lima"),
  ]

  let pack: CountryPack
  let locator: Locator
  let panamericanaSur: Route
  let ica: RegionTable.Index
  let kilometres: [Kilometre]
  let coordinates: [Coordinate]

  init() throws {
    pack = try CountryPack.read(folder: Self.folder)
    locator = try Locator(pack)
    guard let route = pack.route(code: "PE-1S") else { throw Failure.missing("PE-1S") }
    guard let region = pack.region("Ica").region else { throw Failure.missing("Ica") }
    (panamericanaSur, ica) = (route, region)
    // Weighted by length, as blockades are: a post is drawn, and what is posted there.
    let routes = pack.routes
    let posts = routes.indices.flatMap { number in routes[number].posts.map { (number, $0) } }
    var state: UInt64 = 20_230_105
    var drawn: [Kilometre] = []
    var spots: [Coordinate] = []
    for _ in 0..<Self.count {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let (number, post) = posts[Int(state >> 33) % posts.count]
      let posted = routes[number].postedKilometre(atInventory: post.kilometre)
      drawn.append(Kilometre(route: number, posted: max(posted, 0), region: post.region))
      spots.append(post.coordinate)
    }
    (kilometres, coordinates) = (drawn, spots)
  }
}
