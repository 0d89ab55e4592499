internal import GeoFormats

extension BlockadeProperty: PublishedColumn {
  var kind: TableColumn.Kind {
    switch self {
    case .start, .end, .firstReported, .lastReported: .dateTime
    case .kilometre, .kilometreTo: .real
    case .uncertainty, .wherePrecision, .reports: .integer
    case .blockadeID, .status, .evidence, .cause, .route, .routeName, .place, .department, .province,
      .district, .ubigeo, .method, .publisher, .source, .quote, .warnings:
      .text
    }
  }
}
