/// Records, taken apart into what matters of them.
struct PointBatch: Sendable {
  /// How many make one: their coordinates and what is looked up for them fit a processor's first cache.
  static let size = 256

  /// Whether a record has a position.
  enum Position: UInt8 {
    case given
    /// Both coordinates are empty, or the geometry is null.
    case missing
    /// It, or the whole record, cannot be read.
    case unreadable
  }

  private(set) var positions: [Position] = []
  /// Degrees; not-a-number where there is no position.
  private(set) var longitudes: [Double] = []
  private(set) var latitudes: [Double] = []
  /// The numbers of days, where they are wanted; ``noDay`` where there is none.
  private(set) var days: [Int32] = []
  /// Where the records stand in the piece, where that is wanted; empty for those that cannot be taken apart.
  private(set) var texts: [Range<Int>] = []

  /// Where something can be added to a record.
  struct Gap {
    /// How it joins what is there.
    enum Manner: Int {
      /// Behind others of its kind.
      case further
      /// As the first of its kind.
      case first
      /// In an object of its own.
      case ownObject
      /// In an object of its own, as the value of a member of its own.
      case ownMember
    }

    /// What it takes the place of; mostly nothing.
    var range: Range<Int>
    var manner: Manner
  }

  /// Where something can be added to each record, where texts are wanted.
  private(set) var gaps: [Gap] = []

  static let noDay = Int32.min

  /// What records are taken apart for.
  enum Purpose {
    /// Their positions and days.
    case counting
    /// Their positions and texts.
    case writing
  }

  private let purpose: Purpose

  /// Whether the records' days are wanted; else their texts are.
  var needsDays: Bool { purpose == .counting }

  init(for purpose: Purpose) {
    self.purpose = purpose
    positions.reserveCapacity(Self.size)
    longitudes.reserveCapacity(Self.size)
    latitudes.reserveCapacity(Self.size)
    switch purpose {
    case .counting:
      days.reserveCapacity(Self.size)
    case .writing:
      texts.reserveCapacity(Self.size)
      gaps.reserveCapacity(Self.size)
    }
  }

  var count: Int { positions.count }
  var isFull: Bool { count == Self.size }

  @inline(__always)
  mutating func append(
    _ position: Position,
    longitude: Double = .nan,
    latitude: Double = .nan,
    day: Int32 = noDay,
    text: Range<Int>,
    gap: Gap? = nil
  ) {
    positions.append(position)
    longitudes.append(longitude)
    latitudes.append(latitude)
    switch purpose {
    case .counting:
      days.append(day)
    case .writing:
      texts.append(text)
      gaps.append(gap ?? Gap(range: text.upperBound..<text.upperBound, manner: .further))
    }
  }

  mutating func removeAll() {
    positions.removeAll(keepingCapacity: true)
    longitudes.removeAll(keepingCapacity: true)
    latitudes.removeAll(keepingCapacity: true)
    days.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
  }
}
