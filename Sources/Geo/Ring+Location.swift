extension Ring {
  /// Where a coordinate lies as a ring sees it.
  enum Location {
    case inside, onEdge, outside
  }

  /// Where a coordinate lies, by counting the edges to its east that it would cross.
  ///
  /// - Complexity: O(*n*) in the number of coordinates.
  func location(of coordinate: Coordinate) -> Location {
    var isInside = false
    for (start, end) in zip(coordinates, coordinates.dropFirst()) {
      if start.longitude < coordinate.longitude, end.longitude < coordinate.longitude { continue }
      if end == coordinate { return .onEdge }
      if start.latitude == coordinate.latitude, end.latitude == coordinate.latitude {
        let west = min(start.longitude, end.longitude)
        let east = max(start.longitude, end.longitude)
        if west <= coordinate.longitude, coordinate.longitude <= east { return .onEdge }
        continue
      }
      let isUpward = end.latitude > coordinate.latitude && start.latitude <= coordinate.latitude
      let isDownward = start.latitude > coordinate.latitude && end.latitude <= coordinate.latitude
      guard isUpward || isDownward else { continue }
      switch Turn(start, end, coordinate) {
      case .straight: return .onEdge
      case .left: if isUpward { isInside.toggle() }
      case .right: if isDownward { isInside.toggle() }
      }
    }
    return isInside ? .inside : .outside
  }
}
