internal import Geo
internal import GeoFormats

/// Reads a table of posts with which nothing is wrong, much faster than a reader that can word every error.
struct PlainPosts {
  /// The posts of a route, and the line of each.
  typealias Posts = (lines: [Int], posts: [KilometrePost])

  private let routes: [String: Int]
  private let regions: RegionTable
  private let frame: PackFrame

  init(of routes: [String: Int], in regions: RegionTable, frame: PackFrame) {
    self.routes = routes
    self.regions = regions
    self.frame = frame
  }

  /// The posts of each route in the order of the table; `nil` where anything is unusual, right or wrong.
  ///
  /// - Parameter table: The whole file.
  func read(_ table: [UInt8]) -> [Posts]? {
    table.withUnsafeBufferPointer { bytes in
      guard let header = try? CSVHeader(bytes, file: PackFile.posts), header.delimiter == UInt8(ascii: ","),
        Set(header.names) == Set(PostColumn.allCases.map(\.rawValue))
      else { return nil }
      func place(_ column: PostColumn) -> Int { header.names.firstIndex(of: column.rawValue) ?? 0 }
      let (route, kilometre, region) = (place(.route), place(.kilometre), place(.ubigeo))
      let (longitude, latitude) = (place(.longitude), place(.latitude))
      var posts = [Posts](repeating: ([], []), count: routes.count)
      // What the last row said: posts of a route and a region mostly stand together.
      var (routeText, number) = ([UInt8]?.none, 0)
      var (regionText, index) = ([UInt8](), RegionTable.Index?.none)
      var rows = CSVRows(UnsafeBufferPointer(rebasing: bytes[header.length...]), of: header)
      while rows.advance() {
        guard rows.isSound, let position = position(of: rows.fields, longitude, latitude),
          frame.contains(position),
          let kilometre = self.number(of: rows.fields, kilometre, in: PackFrame.kilometres)
        else { return nil }
        if routeText.map({ rows.fields.text(of: route).elementsEqual($0) }) != true {
          let text = rows.fields.content(route)
          guard let known = routes[String(decoding: text, as: UTF8.self)] else { return nil }
          (routeText, number) = (text, known)
        }
        if !rows.fields.text(of: region).elementsEqual(regionText) {
          regionText = rows.fields.content(region)
          index = regions.index(of: RegionCode(String(decoding: regionText, as: UTF8.self)))
          guard index != nil || regionText.isEmpty else { return nil }
        }
        posts[number].lines.append(header.lineBreaks + rows.linesBefore + 1)
        posts[number].posts.append(KilometrePost(kilometre: kilometre, coordinate: position, region: index))
      }
      return posts
    }
  }

  private func position(of fields: CSVFields, _ longitude: Int, _ latitude: Int) -> Coordinate? {
    guard let x = number(of: fields, longitude, in: -180...180),
      let y = number(of: fields, latitude, in: -90...90)
    else { return nil }
    return Coordinate(longitude: x, latitude: y)
  }

  /// A number that begins with a digit or a minus sign and ends with a digit: spaces and plus signs are for others
  /// to judge.
  private func number(of fields: CSVFields, _ column: Int, in range: ClosedRange<Double>) -> Double? {
    let text = fields.text(of: column)
    guard let first = text.first, let last = text.last, isDigit(first) || first == UInt8(ascii: "-"),
      isDigit(last)
    else { return nil }
    let value = fields.number(column)
    return range.contains(value) ? value : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
