internal import GeoFormats

/// Finds out which properties of features are codes and names of regions.
struct RegionNaming {
  /// Names of codes in lower case, the finest division first: of Peru's institutes, of geoBoundaries, GADM, the
  /// Common Operational Datasets, Eurostat, Natural Earth. A `?` stands for any letter.
  private static let codes = [
    "ubigeo", "iddist", "idprov", "iddpto", "shapeiso", "shapeid", "gid_5", "gid_4", "gid_3", "gid_2",
    "gid_1",
    "gid_0", "adm4_pcode", "adm3_pcode", "adm2_pcode", "adm1_pcode", "adm0_pcode", "nuts_id", "geoid",
    "region_code", "iso_3166_2", "adm1_code", "code", "codigo", "cod", "iso", "iso_a3", "id", "fid", "pid",
  ]
  private static let names = [
    "nombdist", "nombprov", "nombdep", "shapename", "name_5", "name_4", "name_3", "name_2", "name_1",
    "name_0",
    "adm4_??", "adm3_??", "adm2_??", "adm1_??", "adm0_??", "nuts_name", "region_name", "name", "nombre",
    "namelsad",
    "name_en", "name_es", "region", "admin",
  ]

  private let features: [Feature]

  init(_ features: [Feature]) { self.features = features }

  /// The properties to use. Without a code among them, features are told apart by their ids.
  ///
  /// A property that somebody chose has to be there. Else of the known names the first that tells all features
  /// apart is the code; if none does, the first that all features have.
  func resolve(_ chosen: RegionLayer.Naming, file: String) throws(InputError) -> RegionLayer.Naming {
    var found = RegionLayer.Naming()
    let keys = features[0].properties.map(\.key)
    if let code = chosen.code {
      found.code = try key(code, among: keys, file: file)
    } else {
      let known = Self.matches(Self.codes, in: keys).filter { key in
        features.allSatisfy { Self.text($0.properties[key])?.isEmpty == false }
      }
      found.code = known.first { key in
        Set(features.compactMap { Self.text($0.properties[key]) }).count == features.count
      }
      if found.code == nil, !features.allSatisfy({ $0.id != nil }) { found.code = known.first }
      if found.code == nil, !features.allSatisfy({ $0.id != nil }) {
        throw missing("a property with the code of each region", hint: "name it with --code", keys, file)
      }
    }
    if let name = chosen.name {
      found.name = try key(name, among: keys, file: file)
    } else {
      found.name = Self.matches(Self.names, in: keys).first
    }
    return found
  }

  private func key(_ name: String, among keys: [String], file: String) throws(InputError) -> String {
    if let key = keys.first(where: { $0 == name })
      ?? keys.first(where: { $0.lowercased() == name.lowercased() })
    {
      return key
    }
    throw missing("a property “\(name)”", hint: nil, keys, file)
  }

  private func missing(_ expected: String, hint: String?, _ keys: [String], _ file: String) -> InputError {
    InputError(
      location: features[0].location ?? InputLocation(file: file),
      observed: keys.isEmpty ? "no properties" : "the properties " + keys.joined(separator: ", "),
      expected: expected,
      hint: hint
    )
  }

  /// The keys that bear a known name, in the order of the known names.
  private static func matches(_ known: [String], in keys: [String]) -> [String] {
    known.flatMap { pattern in
      keys.filter { key in
        let letters = key.lowercased().utf8
        return letters.count == pattern.utf8.count
          && zip(pattern.utf8, letters).allSatisfy { $0 == UInt8(ascii: "?") || $0 == $1 }
      }
    }
  }

  /// A value as a code or a name: texts and whole numbers.
  static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text)?: text
    case .integer(let number)?: String(number)
    case .number(let number)?: Int(exactly: number).map { String($0) } ?? number.description
    default: nil
    }
  }
}
