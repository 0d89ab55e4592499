internal import GeoFormats
internal import Synchronization

/// The folder that layers are written into, a file for each, and a table of them.
public final class LayerFolder: Sendable {
  /// The table's name.
  static let tableName = "layers.csv"

  private struct State: ~Copyable {
    var folder: FolderReplacement?
    var order = PieceOrder<LayerParts>()
    var layers: [Layer] = []
    var places: [LayerValue: Int] = [:]
    /// The names of files in lower case: some systems do not tell capitals apart.
    var names: Set<String> = []
    var mostLayers: Int
  }

  /// One layer.
  struct Layer: Sendable {
    let value: LayerValue
    let file: String
    var features = 0
    var unlocated = 0
  }

  private let state: Mutex<State>
  private let path: String

  /// Begins a folder; nothing is at its path before ``commit()``.
  ///
  /// What is in the folder already stays, but for what an earlier run wrote there, as its table of layers says.
  ///
  /// - Parameters:
  ///   - path: The folder. It need not exist.
  ///   - mostLayers: How many layers there may be.
  public init(at path: String, mostLayers: Int) throws {
    self.path = path
    let own = Set(try Self.listed(in: path) + [Self.tableName])
    let foreign = Set(try InputFolder.names(in: path)).subtracting(own)
    state = Mutex(
      State(
        folder: try FolderReplacement(of: path, managing: { !foreign.contains($0) }),
        mostLayers: mostLayers
      )
    )
  }

  /// The files that the folder's table lists.
  private static func listed(in path: String) throws -> [String] {
    let table = path + "/" + tableName
    guard InputTree.exists(table) else { return [] }
    var reader = try CSVReader<LayerColumn>(InputFile.bytes(at: table), file: table)
    var files: [String] = []
    while let row = try reader.next() { files.append(row[.file]) }
    return files
  }

  /// Writes what a piece adds, or keeps it until those before it are written.
  func write(_ parts: LayerParts, ofPiece number: Int) throws {
    try state.withLock { state in
      var order = PieceOrder<LayerParts>()
      swap(&order, &state.order)
      defer { swap(&order, &state.order) }
      try order.release(parts, of: number) { parts in
        for part in parts.parts { try Self.write(part, to: &state, path: path) }
      }
    }
  }

  private static func write(_ part: LayerParts.Part, to state: inout State, path: String) throws {
    let place: Int
    var bytes = part.bytes
    if let known = state.places[part.value] {
      place = known
    } else {
      guard state.layers.count < state.mostLayers else {
        throw OutputError(
          path: path,
          action: "write another layer",
          reason: "there are \(state.mostLayers) already; --most-layers allows more"
        )
      }
      place = state.layers.count
      state.places[part.value] = place
      state.layers.append(Layer(value: part.value, file: Self.name(for: part.value, among: &state.names)))
      // The first feature has no comma before it.
      bytes = LayerFrame.head + bytes.dropFirst()
    }
    state.layers[place].features += part.features
    state.layers[place].unlocated += part.unlocated
    try state.folder?.append(bytes, to: state.layers[place].file)
  }

  /// A name that no other layer has.
  private static func name(for value: LayerValue, among names: inout Set<String>) -> String {
    var name = value.fileName
    var number = 1
    while !names.insert(name.lowercased()).inserted {
      number += 1
      name = "\(value.fileName)-\(number)"
    }
    return name + ".geojson"
  }

  /// How many layers there are.
  var count: Int { state.withLock { $0.layers.count } }

  /// Ends all layers, writes the table, and puts the folder in its place.
  public func commit() throws {
    try state.withLock { state in
      guard var folder = state.folder.take() else { return }
      for layer in state.layers { try folder.append(LayerFrame.tail, to: layer.file) }
      let layers = state.layers.sorted { ($0.value.text, $0.file) < ($1.value.text, $1.file) }
      var table = CSVWriter<LayerColumn>()
      for layer in layers {
        table.write { column in
          switch column {
          case .value: layer.value.text
          case .file: layer.file
          case .features: String(layer.features)
          case .unlocated: String(layer.unlocated)
          }
        }
      }
      try folder.write(table.bytes, to: Self.tableName)
      try folder.commit(isDurable: false)
    }
  }
}

/// The columns of the table of layers.
enum LayerColumn: String, CSVColumn {
  /// What the features have in common; empty where they have nothing.
  case value
  case file
  case features
  /// How many of them have no position.
  case unlocated
}

/// What stands around the features of a layer: the same as ``FeatureCollectionWriter`` writes.
enum LayerFrame {
  static let head = Array("{\"type\":\"FeatureCollection\",\n\"features\":[".utf8)
  /// What every feature begins with; the first without its comma.
  static let separator = Array(",\n".utf8)
  static let tail = Array("\n]}\n".utf8)
}
