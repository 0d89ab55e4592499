extension Distance: Comparable {
  @inlinable
  public static func < (left: Distance, right: Distance) -> Bool { left.metres < right.metres }
}
