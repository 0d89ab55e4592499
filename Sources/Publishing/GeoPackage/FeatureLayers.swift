internal import Geo
internal import GeoFormats

/// The features of one GeoJSON file as two layers, since a layer of a GeoPackage that QGIS can style holds one
/// type of geometry: points and features without a place in one, lines in the other.
///
/// A feature's number is its place in the file, from 1, so the two layers in the order of their numbers are the
/// file again.
struct FeatureLayers {
  let points: GeoPackageLayer
  let sections: GeoPackageLayer
  let pointRows: [GeoPackageRow]
  let sectionRows: [GeoPackageRow]

  init(
    _ name: String,
    _ description: String,
    sections sectionsName: String,
    _ sectionsDescription: String,
    columns: [TableColumn],
    features: [Feature]
  ) {
    points = GeoPackageLayer(name, description, shape: .point, columns: columns)
    sections = GeoPackageLayer(sectionsName, sectionsDescription, shape: .lines, columns: columns)
    var (pointRows, sectionRows): ([GeoPackageRow], [GeoPackageRow]) = ([], [])
    for (index, feature) in features.enumerated() {
      let row = GeoPackageRow(
        number: index + 1,
        geometry: feature.geometry,
        cells: feature.properties.map(\.value)
      )
      if feature.isSection { sectionRows.append(row) } else { pointRows.append(row) }
    }
    self.pointRows = pointRows
    self.sectionRows = sectionRows
  }
}

extension Feature {
  /// Whether it lies somewhere on a line.
  var isSection: Bool {
    switch geometry {
    case .lineString, .multiLineString: true
    case nil, .point, .multiPoint, .polygon, .multiPolygon: false
    }
  }
}
