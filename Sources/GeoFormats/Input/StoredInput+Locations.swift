extension StoredInput {
  /// Where offsets in the file stand in lines and columns.
  ///
  /// - Parameter offsets: In ascending order.
  /// - Complexity: O(*n*) for all; reads the file up to the last of them.
  func locations(at offsets: [Int]) throws(InputError) -> [InputLocation] {
    var locations: [InputLocation] = []
    locations.reserveCapacity(offsets.count)
    var part: [UInt8] = []
    var start = 0
    var place = TextPosition(startingAt: 0)
    for offset in offsets {
      while start + part.count < offset {
        place.advance(to: part.count, in: part)
        start += part.count
        part = try bytes(in: start..<(start + InputWindow.usualSize))
        if start == 0, part.starts(with: UTF8Check.byteOrderMark) {
          place = TextPosition(startingAt: UTF8Check.byteOrderMark.count)
        } else {
          place.restart()
        }
        if part.isEmpty { break }
      }
      place.advance(to: offset - start, in: part)
      locations.append(place.location(in: path))
    }
    return locations
  }
}
