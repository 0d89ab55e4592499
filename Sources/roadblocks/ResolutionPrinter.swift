import Gazetteer
import Geo
import GeoFormats

/// Prints what became of references, one after the other, in the order they came.
struct ResolutionPrinter {
  let format: LocateFormat
  let regions: RegionTable
  private var output = StandardOutput()
  private var table = CSVWriter<ResolutionColumn>()

  init(format: LocateFormat, regions: RegionTable) {
    self.format = format
    self.regions = regions
  }

  mutating func print(_ resolution: Resolution, of reference: String) {
    switch format {
    case .text:
      output.write(text(of: resolution, reference: reference).utf8)
    case .json:
      var json = JSONWriter()
      var object = JSONObject(
        ResolutionColumn.allCases.map { ($0.rawValue, value($0, of: resolution, reference: reference)) }
      )
      object.append("candidates", .array(candidates(of: resolution)))
      json.object(object)
      output.write(json.bytes)
      output.write(CollectionOfOne(UInt8(ascii: "\n")))
    case .csv:
      let cells = ResolutionColumn.allCases.map { ($0, value($0, of: resolution, reference: reference).cell) }
      table.write(Dictionary(uniqueKeysWithValues: cells))
      output.write(table.takeBytes())
    }
  }

  /// Writes what is pending; a table without rows still has its header.
  mutating func finish() {
    if format == .csv { output.write(table.takeBytes()) }
    output.flush()
  }

  private func value(_ column: ResolutionColumn, of resolution: Resolution, reference: String) -> JSONValue {
    let location = resolution.location
    func number(_ value: Double?, decimals: Int) -> JSONValue {
      value.map { .number($0.rounded(toPlaces: decimals)) } ?? .null
    }
    func name(_ level: RegionLevel) -> JSONValue {
      let region = location?.region.flatMap { regions.region(at: level, holding: $0) }
      return region.map { .string($0.name) } ?? .null
    }
    switch column {
    case .reference: return .string(reference)
    case .status: return .string(resolution.status.rawValue)
    case .longitude: return number(location?.representativePoint?.longitude, decimals: 6)
    case .latitude: return number(location?.representativePoint?.latitude, decimals: 6)
    case .method: return location.map { .string($0.method.rawValue) } ?? .null
    case .uncertainty:
      let metres = (location?.uncertainty.metres.rounded(.up)).flatMap { Int(exactly: $0) }
      return metres.map { .integer($0) } ?? .null
    case .route: return location?.route.map { .string($0) } ?? .null
    case .inventoryKilometre: return number(location?.inventoryKilometre, decimals: 3)
    case .ubigeo: return location?.region.map { .string($0.text) } ?? .null
    case .department: return name(.department)
    case .province: return name(.province)
    case .district: return name(.district)
    case .warnings: return .string(warnings(of: resolution))
    }
  }

  /// What else a reference could mean; or, where nothing tells, all that it could.
  private func candidates(of resolution: Resolution) -> [JSONValue] {
    let candidates =
      switch resolution {
      case .found(_, let others): others
      case .ambiguous(let candidates): candidates
      case .unknown: [Resolution.Candidate]()
      }
    return candidates.map { candidate in
      let found = Resolution.found(candidate.location, others: [])
      let columns: [ResolutionColumn] = [
        .longitude, .latitude, .method, .uncertainty, .route, .inventoryKilometre, .ubigeo,
      ]
      return .object(
        JSONObject(
          [("title", .string(candidate.title))]
            + columns.map { ($0.rawValue, value($0, of: found, reference: "")) }
        )
      )
    }
  }

  private func warnings(of resolution: Resolution) -> String {
    switch resolution {
    case .found(let location, _):
      return location.warnings.map(\.description).joined(separator: "; ")
    case .ambiguous(let candidates):
      return "could be "
        + candidates.map { "\($0.title) (\(point(of: $0.location)))" }.joined(separator: "; ")
    case .unknown(let reason, let nearest):
      return nearest.isEmpty ? reason : "\(reason); nearest: \(nearest.joined(separator: ", "))"
    }
  }

  private func text(of resolution: Resolution, reference: String) -> String {
    var lines = [reference]
    switch resolution {
    case .found(let location, let others):
      lines += self.lines(about: location)
      for other in others { lines.append("  or      \(other.title): \(point(of: other.location))") }
    case .ambiguous(let candidates):
      lines.append("  ambiguous: name the region")
      for candidate in candidates {
        lines.append("  either  \(candidate.title): \(point(of: candidate.location))")
      }
      // What holds for all of them is said once.
      let shared = candidates.first.map(\.location.warnings) ?? []
      for warning in shared where candidates.allSatisfy({ $0.location.warnings.contains(warning) }) {
        lines.append("  note    \(warning.detail)")
      }
    case .unknown:
      lines.append("  unknown: \(warnings(of: resolution))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(about location: Location) -> [String] {
    var lines = [
      "  where   \(point(of: location))", "  how     \(location.method.rawValue)\(detail(of: location))",
    ]
    if let index = location.region.flatMap({ regions.index(of: $0) }) {
      let names = regions.lineage(of: index).map { regions[$0].name }.joined(separator: ", ")
      lines.append("  region  \(regions[index].code) \(names)")
    } else {
      lines.append("  region  \(location.isOutside ? "outside the country" : "more than one")")
    }
    for warning in location.warnings { lines.append("  note    \(warning.detail)") }
    return lines
  }

  private func point(of location: Location) -> String {
    guard let point = location.representativePoint else { return "no position" }
    let uncertainty = location.uncertainty
    let radius =
      uncertainty < .kilometres(1)
      ? "\(Int(uncertainty.metres.rounded(.up))) m" : "\(uncertainty.kilometres.rounded(toPlaces: 1)) km"
    let shape = if case .point = location.geometry { "" } else { ", the middle of a line" }
    return
      "\(point.longitude.rounded(toPlaces: 5)), \(point.latitude.rounded(toPlaces: 5)) ± \(radius)\(shape)"
  }

  private func detail(of location: Location) -> String {
    var parts: [String] = []
    if let route = location.route {
      parts.append([route, location.routeName].compactMap(\.self).joined(separator: " "))
    }
    if let kilometre = location.inventoryKilometre {
      parts.append("inventory km \(kilometre.rounded(toPlaces: 2))")
    }
    if let place = location.place { parts.append(place) }
    return parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")
  }
}

/// What `locate` says of a reference, a column a fact.
enum ResolutionColumn: String, CSVColumn {
  case reference, status, longitude, latitude, method
  case uncertainty = "uncertainty_m"
  case route
  case inventoryKilometre = "inventory_km"
  case ubigeo, department, province, district, warnings
}
