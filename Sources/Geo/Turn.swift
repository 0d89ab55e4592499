/// Which way one turns at the second of three points.
enum Turn {
  case left, right, straight

  /// Which way one turns going from `start` by `corner` to `end`, taking degrees as a plane.
  @inline(__always)
  init(_ start: Coordinate, _ corner: Coordinate, _ end: Coordinate) {
    self.init(
      (start.longitude, start.latitude),
      (corner.longitude, corner.latitude),
      (end.longitude, end.latitude)
    )
  }

  /// Which way one turns going from `start` by `corner` to `end`, three points of a plane.
  ///
  /// Where plain arithmetic might have the sign wrong, the determinant is taken again with twice the digits.
  @inline(__always)
  init(_ start: Point, _ corner: Point, _ end: Point) {
    let leftProduct = (start.x - end.x) * (corner.y - end.y)
    let rightProduct = (start.y - end.y) * (corner.x - end.x)
    let determinant = leftProduct - rightProduct
    // The bound is Shewchuk's for this determinant (Adaptive precision floating-point arithmetic, 1997).
    let epsilon = Double.ulpOfOne / 2
    let bound = (3 + 16 * epsilon) * epsilon * (leftProduct.magnitude + rightProduct.magnitude)
    self.init(sign: determinant.magnitude > bound ? determinant : Self.determinant(start, corner, end))
  }

  /// A point of a plane; unlike a ``Coordinate`` it may lie anywhere.
  typealias Point = (x: Double, y: Double)

  @inline(never)
  private static func determinant(_ start: Point, _ corner: Point, _ end: Point) -> Double {
    Difference.determinant(
      Difference(start.x, end.x),
      Difference(corner.y, end.y),
      Difference(start.y, end.y),
      Difference(corner.x, end.x)
    )
  }

  private init(sign: Double) {
    self = sign > 0 ? .left : sign < 0 ? .right : .straight
  }

  /// An exact difference of two numbers, as the rounded one and what rounding lost.
  private struct Difference {
    let rounded: Double
    let lost: Double

    init(_ minuend: Double, _ subtrahend: Double) {
      rounded = minuend - subtrahend
      let subtracted = minuend - rounded
      lost = (minuend - (rounded + subtracted)) + (subtracted - subtrahend)
    }

    /// `a · d − b · c`, with an error in the order of the square of a double's own.
    static func determinant(_ a: Difference, _ d: Difference, _ b: Difference, _ c: Difference) -> Double {
      let left = a.rounded * d.rounded
      let leftLost = (-left).addingProduct(a.rounded, d.rounded)
      let right = b.rounded * c.rounded
      let rightLost = (-right).addingProduct(b.rounded, c.rounded)
      let crossed = (a.rounded * d.lost + a.lost * d.rounded) - (b.rounded * c.lost + b.lost * c.rounded)
      let main = Difference(left, right)
      return main.rounded + (main.lost + ((leftLost - rightLost) + crossed))
    }
  }
}
