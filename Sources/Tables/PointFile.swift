public import GeoFormats

/// A file of points that is about to be read: a table in CSV with columns for longitude and latitude, or GeoJSON.
///
/// It is read once, in pieces, on all processors; so memory does not grow with it.
public struct PointFile: Sendable {
  /// The names of columns, or properties, that somebody gave; the others are looked for.
  public struct Columns: Sendable, Hashable {
    public var longitude: String?
    public var latitude: String?
    public var date: String?

    public init(longitude: String? = nil, latitude: String? = nil, date: String? = nil) {
      self.longitude = longitude
      self.latitude = latitude
      self.date = date
    }
  }

  /// What a file is read for.
  public enum Purpose: Sendable, Hashable {
    /// The positions alone.
    case positions
    /// The positions and days.
    case days
    /// Features that have the value of a column or property in common. `date` stands for the date's, whatever it is
    /// called.
    case layers(by: String)

    /// How large pieces are: what each adds to a layer is written at once, and should not be little.
    fileprivate var pieceSize: Int {
      switch self {
      case .positions, .days: PieceReader.smallSize
      case .layers: PieceReader.usualSize
      }
    }
  }

  /// How a file is written.
  enum Format: Sendable {
    case table(TableFormat)
    case features(FeatureFormat)
  }

  let format: Format
  private let supply: PieceSupply

  /// Opens a file and reads its beginning. What it is shows in its content.
  ///
  /// - Parameters:
  ///   - path: The path; it may be a pipe, and packed by gzip or xz.
  ///   - name: The name to print in errors.
  ///   - columns: The names of columns that matter.
  ///   - purpose: What it is read for: which columns there have to be.
  /// - Throws: Where it cannot be read, is empty, or lacks a column.
  public init(at path: String, name: String, columns: Columns, purpose: Purpose) throws(InputError) {
    var reader = try PieceReader(at: path, size: purpose.pieceSize)
    var piece = InputPiece()
    try reader.look(ahead: &piece)
    let isObject = piece.withBytes { bytes in bytes.first { $0 > 0x20 } == UInt8(ascii: "{") }
    if isObject {
      let features = try Self.features(piece, name: name, columns: columns, purpose: purpose)
      reader.pass(features.head.count)
      format = .features(features)
      supply = PieceSupply(reader) { FeatureOutline.endOfLastFeature(in: $0) }
    } else {
      let table = try Self.table(piece, name: name, columns: columns, purpose: purpose)
      reader.pass(table.header.length)
      format = .table(table)
      supply = PieceSupply(reader) { [header = table.header] in header.endOfLastRow(in: $0) }
    }
  }

  private static func table(
    _ piece: InputPiece,
    name: String,
    columns: Columns,
    purpose: Purpose
  ) throws(InputError) -> TableFormat {
    let header = try piece.withBytes { (bytes) throws(InputError) in try CSVHeader(bytes, file: name) }
    func place(_ column: PointColumn, _ chosen: String?) throws(InputError) -> Int {
      try column.requiredPlace(in: header.names, chosen: chosen, file: name)
    }
    let (longitude, latitude) = (
      try place(.longitude, columns.longitude), try place(.latitude, columns.latitude)
    )
    var value: Int?
    var isDay = true
    var properties: [TableProperty] = []
    switch purpose {
    case .positions: break
    case .days: value = try place(.date, columns.date)
    case .layers(let by):
      let date = PointColumn.date.place(in: header.names, chosen: columns.date)
      let named = PointColumn.date.place(in: header.names, chosen: by)
      if let named { value = named } else { value = try place(.date, by == "date" ? columns.date : by) }
      isDay = value == date
      properties = TableProperty.properties(of: piece, header: header, without: [longitude, latitude])
    }
    return TableFormat(
      header: header,
      longitude: longitude,
      latitude: latitude,
      value: value,
      isDay: isDay,
      properties: properties,
      file: name
    )
  }

  private static func features(
    _ piece: InputPiece,
    name: String,
    columns: Columns,
    purpose: Purpose
  ) throws(InputError) -> FeatureFormat {
    let head = piece.withBytes { bytes in
      FeatureOutline.startOfFeatures(in: bytes).map { Array(bytes[..<$0]) }
    }
    guard let head else {
      // Whatever it is, reading it as a collection says what is wrong.
      _ = try piece.withBytes { (bytes) throws(InputError) in try GeoJSON.read(Array(bytes), file: name) }
      throw InputError(
        location: InputLocation(file: name),
        observed: "no features in the first \(piece.count) bytes",
        expected: "a FeatureCollection"
      )
    }
    try CollectionFrame.check(head: head, file: name)
    var property: String?
    var isDay = true
    if purpose != .positions {
      let keys = try piece.withBytes { (bytes) throws(InputError) in
        let rest = UnsafeBufferPointer(rebasing: bytes[head.count...])
        return try PointFeatures.firstPropertyNames(in: rest, file: name)
      }
      switch purpose {
      case .positions: break
      case .days:
        property = columns.date
        if property == nil {
          property = keys[try PointColumn.date.requiredPlace(in: keys, chosen: nil, file: name)]
        }
      case .layers(let by):
        // Other features may have it, though the first has not.
        let date = columns.date ?? PointColumn.date.place(in: keys, chosen: nil).map { keys[$0] }
        property = keys.contains(by) ? by : by == "date" ? date ?? by : by
        isDay = property == date
      }
    }
    return FeatureFormat(head: head, property: property, isDay: isDay, file: name)
  }

  /// How many lines come before the first record.
  var linesBefore: Int {
    switch format {
    case .table(let table): table.header.lineBreaks
    case .features(let features): features.head.count { $0 == UInt8(ascii: "\n") }
    }
  }

  /// Does a job on all processors.
  ///
  /// - Parameter make: Makes one for each processor.
  func work<Job: PieceJob>(_ make: @escaping @Sendable () -> Job) async throws -> [Job] {
    switch format {
    case .table(let table): try await work(make) { table.records(in: $0, number: $1) }
    case .features(let features):
      try await work(make) { features.records(in: $0, number: $1) }
    }
  }

  private func work<Job: PieceJob, Records: PointRecords & ~Copyable>(
    _ make: @escaping @Sendable () -> Job,
    records: @escaping @Sendable (UnsafeBufferPointer<UInt8>, Int) throws(InputError) -> Records
  ) async throws -> [Job] {
    try await supply.work { supply in
      var job = make()
      var piece = InputPiece()
      while try supply.next(into: &piece) {
        let number = piece.number
        try piece.withBytes { bytes in
          var records = try records(bytes, number)
          try job.take(&records, of: bytes, number: number)
        }
      }
      return job
    }
  }
}
