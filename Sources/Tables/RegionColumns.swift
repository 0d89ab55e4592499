internal import GeoFormats

/// The bytes that tell a record its region, made once for every region.
struct RegionColumns: Sendable {
  /// For each manner of joining and each place, what is added.
  private let additions: [[[UInt8]]]
  /// What follows every record.
  let terminator: [UInt8]

  /// Two columns of a table.
  init(_ layer: RegionLayer, delimiter: UInt8) {
    additions = [
      (0..<layer.placeCount).map { number in
        let place = layer.place(numbered: number)
        var bytes = [delimiter]
        CSVCell.append(layer.code(of: place), delimiter: delimiter, to: &bytes)
        bytes.append(delimiter)
        CSVCell.append(layer.name(of: place) ?? "", delimiter: delimiter, to: &bytes)
        return bytes
      }
    ]
    terminator = [UInt8(ascii: "\n")]
  }

  /// Two properties of a feature.
  init(_ layer: RegionLayer, code: String, name: String) {
    let members = (0..<layer.placeCount).map { number in
      let place = layer.place(numbered: number)
      var json = JSONWriter()
      json.object([
        code: .string(layer.code(of: place)), name: layer.name(of: place).map { .string($0) } ?? .null,
      ])
      return Array(json.bytes.dropFirst().dropLast())
    }
    let further = members.map { Array(",".utf8) + $0 }
    let own = members.map { Array("{".utf8) + $0 + Array("}".utf8) }
    additions = [further, members, own, own.map { Array(",\"properties\":".utf8) + $0 }]
    terminator = []
  }

  @inline(__always)
  func bytes(for place: Int32, manner: PointBatch.Gap.Manner) -> [UInt8] {
    additions[manner.rawValue][Int(place)]
  }
}
