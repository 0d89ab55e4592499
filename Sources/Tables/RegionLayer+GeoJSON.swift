internal import Geo
public import GeoFormats

extension RegionLayer {
  /// Which properties of features are the code and the name of a region.
  public struct Naming: Sendable, Hashable {
    public var code: String?
    public var name: String?

    public init(code: String? = nil, name: String? = nil) {
      self.code = code
      self.name = name
    }
  }

  /// Makes regions of features.
  ///
  /// Areas whose rings cross are repaired (``Topology/repaired(_:)``); features without a place are passed over.
  /// Each costs a finding.
  ///
  /// - Parameters:
  ///   - naming: The properties with code and name; those that are not named are looked for.
  ///   - file: The name to print in errors.
  /// - Returns: The regions, the names of the properties that were used, and what there is to tell.
  /// - Throws: Where there is no region, a feature is no area or has no code, or an area cannot be repaired.
  public static func regions(
    of collection: FeatureCollection,
    naming: Naming,
    file: String
  ) throws -> (layer: RegionLayer, naming: Naming, findings: [Finding]) {
    let features = collection.features
    guard !features.isEmpty else {
      throw InputError(location: InputLocation(file: file), observed: "no features", expected: "regions")
    }
    let found = try RegionNaming(features).resolve(naming, file: file)
    let topology = try Topology()
    var findings: [Finding] = []
    var outlines: [(region: Region, area: MultiPolygon)] = []
    for feature in features {
      let code =
        found.code.flatMap { RegionNaming.text(feature.properties[$0]) } ?? RegionNaming.text(feature.id)
      guard let code, !code.isEmpty else {
        throw InputError(
          location: feature.location ?? InputLocation(file: file),
          observed: "a region without \(found.code.map { "“\($0)”" } ?? "an id")",
          expected: "a code for each region",
          hint: "name the property with --code"
        )
      }
      let name = found.name.flatMap { RegionNaming.text(feature.properties[$0]) }
      var area: MultiPolygon
      switch feature.geometry {
      case .polygon(let polygon)?: area = MultiPolygon([polygon])
      case .multiPolygon(let polygons)?: area = polygons
      case nil:
        findings.append(
          Finding(
            severity: .warning,
            location: feature.location,
            message: "the region \(code) has no outline"
          )
        )
        area = MultiPolygon([])
      default:
        throw InputError(
          location: feature.location ?? InputLocation(file: file),
          observed: "a feature that is no area",
          expected: "a Polygon or a MultiPolygon"
        )
      }
      if let reason = try topology.invalidity(of: area) {
        findings.append(
          Finding(
            severity: .warning,
            location: feature.location,
            message: "the outline of \(code) was repaired: \(reason)"
          )
        )
        area = try topology.repaired(area)
      }
      outlines.append((Region(code: code, name: name), area))
    }
    return (RegionLayer(outlines), found, findings)
  }
}
