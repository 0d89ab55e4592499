import Gazetteer
import Geo
import TestSupport
import Testing

@Suite struct RouteTests {
  static let posts = [(0.0, 10.0), (1.0, 10.01), (2.5, 10.02), (3.0, 10.03)].map { kilometre, longitude in
    KilometrePost(kilometre: kilometre, coordinate: at(longitude, 5), region: nil)
  }

  static func route(_ posts: [KilometrePost], _ equations: [ChainageEquation] = []) throws(Route.Flaw)
    -> Route
  {
    try Route(code: "X-1", names: [], posts: posts, equations: equations, regions: RegionTable([]))
  }

  // MARK: Making

  @Test(arguments: 0...1)
  func `a route has at least two posts`(count: Int) {
    #expect(throws: Route.Flaw.tooFewPosts) { try Self.route(Array(Self.posts.prefix(count))) }
  }

  @Test func `a kilometre that stands twice is named by its place`() {
    let posts = [Self.posts[0], Self.posts[1], Self.posts[1], Self.posts[3]]
    #expect(throws: Route.Flaw.duplicatePost(2)) { try Self.route(posts) }
  }

  @Test func `a post out of order is named by its place`() {
    let posts = [Self.posts[0], Self.posts[2], Self.posts[1], Self.posts[3]]
    #expect(throws: Route.Flaw.postOutOfOrder(2)) { try Self.route(posts) }
  }

  @Test func `a route without names is shown by its code`() throws {
    #expect(try Self.route(Self.posts).displayName == "X-1")
  }

  // MARK: Kilometre to point

  @Test func `a post's kilometre is the post`() throws {
    let route = try Self.route(Self.posts)
    for post in Self.posts {
      let position = try #require(route.position(at: post.kilometre))
      #expect(metres(position.coordinate, post.coordinate) < 0.001)
    }
  }

  @Test func `between two posts the point moves in proportion to the kilometres`() throws {
    let position = try #require(try Self.route(Self.posts).position(at: 2.2))
    // 1.2 of the 1.5 km from 10.01° to 10.02°.
    #expect(metres(position.coordinate, at(10.018, 5)) < 1)
    #expect(position.postSpacing == 1.5)
  }

  @Test(
    arguments: [
      (-0.4, 0.0), (-0.5, 0.0), (3.4, 3.0), (3.5, 3.0), (-0.51, nil), (3.51, nil), (.nan, nil),
      (.infinity, nil),
      (-.infinity, nil), (1e300, nil),
    ] as [(Double, Double?)]
  )
  func `up to half a kilometre beyond an end is the end, and farther nothing`(
    kilometre: Double,
    taken: Double?
  )
    throws
  {
    #expect(try Self.route(Self.posts).position(at: kilometre)?.kilometre == taken)
  }

  @Test func `a line runs from the first kilometre to the second through the posts between`() throws {
    let route = try Self.route(Self.posts)
    let there = try #require(route.line(from: 0.5, to: 2.75)).coordinates
    #expect(there.count == 4)
    #expect(Array(there[1...2]) == [Self.posts[1].coordinate, Self.posts[2].coordinate])
    #expect(there.first == route.position(at: 0.5)?.coordinate)
    #expect(there.last == route.position(at: 2.75)?.coordinate)
    #expect(route.line(from: 2.75, to: 0.5)?.coordinates == there.reversed())
    #expect(route.line(from: 1, to: 1) == nil)
    #expect(route.line(from: 1, to: 9) == nil)
  }

  // MARK: Laws on the packs

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `a kilometre turned into a point and back is the same within a metre`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    var generator = SeededGenerator(seed: 262)
    for route in try read().routes {
      for _ in 0..<20 {
        let kilometre = Double.random(in: route.extent, using: &generator)
        let position = try #require(route.position(at: kilometre))
        let back = route.nearestPoint(to: position.coordinate)
        #expect(back.distance.metres < 0.1, "\(route.code) \(kilometre)")
        let again = try #require(route.position(at: back.inventoryKilometre))
        #expect(metres(again.coordinate, position.coordinate) < 1, "\(route.code) \(kilometre)")
        // A road that meets itself has two kilometres at one point.
        let isElsewhere = abs(back.inventoryKilometre - kilometre) > 1
        #expect(isElsewhere || abs(back.inventoryKilometre - kilometre) < 0.001, "\(route.code) \(kilometre)")
      }
    }
  }

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `posted and inventory kilometres are inverse where one equation speaks`(
    read: @Sendable () throws -> CountryPack
  ) throws {
    var count = 0
    for route in try read().routes {
      for equation in route.equations {
        let (low, high) = (equation.posted.lowerBound, equation.posted.upperBound)
        for posted in [low, (low + high) / 2, high] {
          let inventory = posted + equation.offset
          let speaking = route.equations.filter { $0.posted.contains(inventory - $0.offset) }
          guard speaking == [equation] else { continue }
          #expect(
            abs(route.postedKilometre(atInventory: inventory) - posted) < 0.001,
            "\(route.code) \(posted)"
          )
          count += 1
        }
      }
    }
    #expect(count >= 9)
  }

  @Test func `far from every equation the inventory speaks for itself`() throws {
    let equation = try #require(ChainageEquation(posted: 0...1, offset: 2, halfSpread: 0, observations: 3))
    let posts = [0, 50, 250].map {
      KilometrePost(kilometre: $0, coordinate: at($0 / 100, 5), region: nil)
    }
    let route = try Self.route(posts, [equation])
    #expect(route.postedKilometre(atInventory: 50) == 48)
    #expect(route.postedKilometre(atInventory: 250) == 250)
  }

  @Test(arguments: [Packs.arcadia, Packs.shipped])
  func `a region's stretches hold its posts and no others`(read: @Sendable () throws -> CountryPack) throws {
    let pack = try read()
    for route in pack.routes {
      var posts: [RegionTable.Index: [Double]] = [:]
      for post in route.posts {
        for holder in post.region.map({ pack.regions.lineage(of: $0) }) ?? [] {
          posts[holder, default: []].append(post.kilometre)
        }
      }
      #expect(!posts.isEmpty)
      let kilometres = route.posts.map(\.kilometre)
      for (region, own) in posts {
        let stretches = route.stretches(in: region)
        #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        var held: [Double] = []
        var position = 0
        for stretch in stretches {
          while position < kilometres.count, kilometres[position] < stretch.lowerBound { position += 1 }
          while position < kilometres.count, kilometres[position] <= stretch.upperBound {
            held.append(kilometres[position])
            position += 1
          }
        }
        #expect(held == own, "\(route.code) in \(pack.regions[region].code)")
      }
    }
  }

  @Test func `a route has no stretch where it does not pass`() throws {
    let pack = try Packs.arcadia()
    let route = try #require(pack.route(code: "AR-1N"))
    let costanera = try #require(pack.regions.index(of: RegionCode("CO")))
    #expect(route.stretches(in: costanera).isEmpty)
  }
}
