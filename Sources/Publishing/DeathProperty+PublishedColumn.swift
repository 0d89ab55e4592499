internal import GeoFormats

extension DeathProperty: PublishedColumn {
  var kind: TableColumn.Kind {
    switch self {
    case .start, .end, .asOf: .dateTime
    case .eventDate: .date
    case .low, .best, .high, .uncertainty: .integer
    case .incidentID, .place, .department, .province, .district, .ubigeo, .category, .revisions, .method,
      .publisher, .source, .quote, .warnings:
      .text
    }
  }
}
