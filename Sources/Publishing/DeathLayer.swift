public import Chronicle
internal import Gazetteer
public import GeoFormats

/// Incidents with deaths as features.
public struct DeathLayer {
  private let timeline: Timeline

  public init(_ timeline: Timeline) { self.timeline = timeline }

  /// The features of the incidents in which people were killed, by day and then by identifier; other
  /// incidents are left out.
  public func features(_ incidents: some Sequence<Incident>) -> [Feature] {
    incidents.filter { $0.measure == .killed }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }.map {
      feature($0)
    }
  }

  private func feature(_ incident: Incident) -> Feature {
    Feature(geometry: incident.placement.location?.geometry, properties: properties(incident))
  }

  /// The properties of an incident, all of them, in the order of ``DeathProperty``.
  func properties(_ incident: Incident) -> JSONObject {
    var properties = JSONObject()
    properties.reserveCapacity(DeathProperty.allCases.count)
    for property in DeathProperty.allCases {
      properties.append(property.rawValue, value(property, of: incident))
    }
    return properties
  }

  private func value(_ property: DeathProperty, of incident: Incident) -> JSONValue {
    let location = incident.placement.location
    switch property {
    case .incidentID: return .string(incident.id.text)
    case .start: return .string(incident.day.start.description)
    case .end: return .string(incident.day.advanced(by: 1).start.description)
    case .eventDate: return .string(incident.day.description)
    case .place: return .text(location?.place)
    case .department: return .text(timeline.regions.name(of: location, at: .department))
    case .province: return .text(timeline.regions.name(of: location, at: .province))
    case .district: return .text(timeline.regions.name(of: location, at: .district))
    case .ubigeo: return .text(location?.region?.text)
    case .low: return .count(incident.low)
    case .best: return .integer(incident.best)
    case .high: return .count(incident.high)
    case .category: return .string(incident.category.text)
    case .asOf: return .text((incident.asOf ?? incident.revisions.last?.said)?.description)
    case .revisions: return .string(incident.revisions.map { String($0.value) }.joined(separator: " → "))
    case .method: return .text(location?.method.rawValue)
    case .uncertainty: return .metres(location?.uncertainty)
    case .publisher: return .string(incident.publishers.joined(separator: "; "))
    case .source: return .string(timeline.source(reports: incident.reports, origin: incident.origin))
    case .quote: return .text(incident.quote)
    case .warnings:
      if case .unlocated(let reference, let reason) = incident.placement {
        return .string("unlocated: “\(reference)”: \(reason)")
      }
      return .string(location?.warnings.map(\.description).joined(separator: "; ") ?? "")
    }
  }
}
