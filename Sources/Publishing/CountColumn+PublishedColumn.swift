internal import GeoFormats

extension CountColumn: PublishedColumn {
  var kind: TableColumn.Kind {
    switch self {
    case .day: .date
    case .code, .name: .text
    case .blocked, .restricted, .suspended, .inForce, .presumed, .observations: .integer
    }
  }
}
