public import Chronicle
internal import GeoFormats
internal import Gazetteer

/// Blockades as features.
public struct BlockadeLayer {
  private let timeline: Timeline

  public init(_ timeline: Timeline) { self.timeline = timeline }

  /// A phase as a feature.
  func feature(_ phase: Phase) -> Feature {
    Feature(geometry: phase.placement.location?.geometry, properties: properties(phase))
  }

  /// The properties of a phase, all of them, in the order of ``BlockadeProperty``.
  func properties(_ phase: Phase) -> JSONObject {
    var properties = JSONObject()
    properties.reserveCapacity(BlockadeProperty.allCases.count)
    for property in BlockadeProperty.allCases {
      properties.append(property.rawValue, value(property, of: phase))
    }
    return properties
  }

  private func value(_ property: BlockadeProperty, of phase: Phase) -> JSONValue {
    let location = phase.placement.location
    switch property {
    case .blockadeID: return .string(phase.blockadeID.text)
    case .start: return .string(phase.start.description)
    case .end: return .text(phase.end?.description)
    case .status: return .string(phase.status.rawValue)
    case .evidence: return .string(phase.evidence.rawValue)
    case .cause: return .string(phase.cause.text)
    case .route: return .text(location?.route)
    case .routeName: return .text(location?.routeName)
    case .kilometre: return .decimal(location?.kilometre, places: 3)
    case .kilometreTo: return .decimal(location?.kilometreTo, places: 3)
    case .place: return .text(location?.place)
    case .department: return .text(timeline.regions.name(of: location, at: .department))
    case .province: return .text(timeline.regions.name(of: location, at: .province))
    case .district: return .text(timeline.regions.name(of: location, at: .district))
    case .ubigeo: return .text(location?.region?.text)
    case .method: return .text(location?.method.rawValue)
    case .uncertainty: return .metres(location?.uncertainty)
    case .wherePrecision: return .integer(location?.wherePrecision(in: timeline.regions) ?? 7)
    case .reports: return .integer(phase.reports.count)
    case .firstReported: return .string(phase.firstReported.description)
    case .lastReported: return .string(phase.lastReported.description)
    case .publisher: return .string(phase.publishers.joined(separator: "; "))
    case .source: return .string(timeline.source(reports: phase.reports, origin: phase.spell.origin))
    case .quote: return .text(phase.quote)
    case .warnings: return .string(warnings(of: phase))
    }
  }

  private func warnings(of phase: Phase) -> String {
    switch phase.placement {
    case .located(let location): location.warnings.map(\.description).joined(separator: "; ")
    case .unlocated(let reference, let reason): "unlocated: “\(reference)”: \(reason)"
    }
  }
}
