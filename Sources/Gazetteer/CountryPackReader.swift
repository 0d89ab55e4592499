internal import Geo
public import GeoFormats

/// Reads the folder of a country pack.
///
/// A table that is missing, broken or at odds with another one stops the reading with the file, the
/// line, what was found and what was expected: half a gazetteer would put points in wrong places.
struct CountryPackReader {
  private let folder: String

  static func read(folder: String) throws(InputError) -> CountryPack {
    try CountryPackReader(folder: folder).read()
  }

  private init(folder: String) {
    self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  private func read() throws(InputError) -> CountryPack {
    let country = try country()
    let regions = try regions()
    let outlines = try outlines(of: regions)
    let frame = PackFrame(of: outlines, within: country.outlineTolerance)
    let aliases = try aliases()
    let routes = try routes(in: regions, frame: frame, aliases: aliases.map(\.alias))
    let kinds = try placeKinds()
    let places = try places(of: kinds, in: regions, frame: frame)
    var words: [(word: String, role: Vocabulary.Role)] = []
    for language in country.languages { words += try self.words(of: language, kinds: kinds) }
    let pack = CountryPack(
      country: country,
      regions: regions,
      outlines: outlines,
      routes: routes,
      places: places,
      aliases: aliases.map(\.alias),
      vocabulary: Vocabulary(words)
    )
    for (alias, row) in aliases {
      guard pack.has(alias.target) else { throw error(for: alias, in: row, of: pack) }
      guard alias.regions.allSatisfy({ regions.index(of: $0) != nil }) else {
        throw row.error(.region, expected: "codes of region-codes.csv joined by bars, or nothing")
      }
    }
    return pack
  }

  /// What is wrong with an alias that stands for nothing.
  private func error(for alias: Alias, in row: CSVRow<AliasColumn>, of pack: CountryPack) -> InputError {
    guard case .stretch(let code, let from, let to) = alias.target, let route = pack.route(code: code),
      route.code == code
    else { return row.error(.target, expected: "what the other tables have by that name or code") }
    let extent = route.extent
    let column: AliasColumn = extent.contains(from) ? .to : .from
    return row.error(
      column,
      expected: extent.contains(from) && to <= from
        ? "a kilometre above from_km"
        : "a kilometre of \(code), which runs from \(extent.lowerBound) to \(extent.upperBound)"
    )
  }

  private func bytes(_ file: String) throws(InputError) -> [UInt8] {
    try InputFile.bytes(at: "\(folder)/\(file)")
  }

  private func reader<Column: CSVColumn>(
    _ file: String,
    as column: Column.Type
  ) throws(InputError) -> CSVReader<Column> {
    try CSVReader<Column>(bytes(file), file: "\(folder)/\(file)")
  }

  // MARK: Country

  private func country() throws(InputError) -> Country {
    var reader = try reader(PackFile.country, as: CountryColumn.self)
    var settings: [CountrySetting: CSVRow<CountryColumn>] = [:]
    while let row = try reader.next() {
      guard let setting = CountrySetting(rawValue: try row.text(.setting)) else {
        throw row.error(.setting, expected: "one of \(CountrySetting.list)")
      }
      guard settings.updateValue(row, forKey: setting) == nil else {
        throw row.error(.setting, expected: "each setting once")
      }
    }
    func row(_ setting: CountrySetting) throws(InputError) -> CSVRow<CountryColumn> {
      guard let row = settings[setting] else {
        throw InputError(
          location: InputLocation(file: "\(folder)/\(PackFile.country)"),
          observed: "no setting \(setting.rawValue)",
          expected: "the settings \(CountrySetting.list)"
        )
      }
      return row
    }
    let offset = try row(.utcOffset)
    guard let minutes = Self.minutes(ofOffset: try offset.text(.value)) else {
      throw offset.error(.value, expected: "an offset from UTC such as UTC-05:00")
    }
    return Country(
      name: try row(.name).text(.value),
      isoCode: try row(.isoCode).text(.value),
      minutesFromUTC: minutes,
      languages: try row(.languages).text(.value).split(separator: "|").map(String.init),
      presumedDays: try row(.presumedDays).int(.value, in: 0...3650, as: "a number of days"),
      outlineTolerance: .kilometres(
        try row(.outlineTolerance).double(.value, in: 0...1000, as: "a distance in kilometres")
      )
    )
  }

  /// Minutes of `UTC-05:00`.
  private static func minutes(ofOffset text: String) -> Int? {
    guard text.hasPrefix("UTC"), let sign = text.dropFirst(3).first, sign == "+" || sign == "-" else {
      return nil
    }
    let parts = text.dropFirst(4).split(separator: ":")
    guard parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]) else { return nil }
    guard (0...14).contains(hours), (0..<60).contains(minutes) else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 60 + minutes)
  }

  // MARK: Regions

  private func regions() throws(InputError) -> RegionTable {
    var reader = try reader(PackFile.regions, as: RegionColumn.self)
    var regions: [Region] = []
    var rows: [RegionCode: CSVRow<RegionColumn>] = [:]
    while let row = try reader.next() {
      let code = RegionCode(try row.text(.ubigeo))
      guard let level = RegionLevel(rawValue: try row.text(.level)) else {
        let levels = RegionLevel.allCases.map(\.rawValue).joined(separator: ", ")
        throw row.error(.level, expected: "one of \(levels)")
      }
      guard rows.updateValue(row, forKey: code) == nil else {
        throw row.error(.ubigeo, expected: "each code once")
      }
      regions.append(
        Region(
          code: code,
          level: level,
          name: try row.text(.name),
          capital: row.optionalText(.capital),
          isoCode: row.optionalText(.isoCode)
        )
      )
    }
    let table = RegionTable(regions)
    for region in regions {
      let parent = table.index(of: region.code).flatMap { table.parent(of: $0) }
      guard parent.map({ table[$0].level.depth }) ?? 0 != region.level.depth - 1, let row = rows[region.code]
      else { continue }
      throw row.error(.ubigeo, expected: Self.code(of: region.level))
    }
    return table
  }

  /// What the code of a region has to be, so that every region lies in one of each larger level.
  private static func code(of level: RegionLevel) -> String {
    switch level {
    case .department: "the code of a department, which begins with no other region's code"
    case .province: "the code of a province, which begins with its department's code"
    case .district: "the code of a district, which begins with its province's code"
    }
  }

  private func outlines(of regions: RegionTable) throws(InputError) -> [CountryPack.Outline] {
    let file = "\(folder)/\(PackFile.outlines)"
    let collection = try GeoJSON.read(bytes(PackFile.outlines), file: file)
    var outlines: [CountryPack.Outline] = []
    for feature in collection.features {
      guard case .string(let code)? = feature.properties[RegionColumn.ubigeo.rawValue],
        regions[RegionCode(code)] != nil
      else {
        throw InputError(
          location: feature.location ?? InputLocation(file: file),
          observed: "a feature without a known code",
          expected: "a property ubigeo with a code of \(PackFile.regions)"
        )
      }
      let polygons: MultiPolygon
      switch feature.geometry {
      case .polygon(let polygon)?: polygons = MultiPolygon([polygon])
      case .multiPolygon(let several)?: polygons = several
      default:
        throw InputError(
          location: feature.location ?? InputLocation(file: file),
          observed: "an outline that is no polygon",
          expected: "a Polygon or a MultiPolygon"
        )
      }
      outlines.append(CountryPack.Outline(region: RegionCode(code), polygons: polygons))
    }
    return outlines
  }

  // MARK: Routes

  private func routes(
    in regions: RegionTable,
    frame: PackFrame,
    aliases: [Alias]
  ) throws(InputError) -> [Route] {
    var rows: [RouteRow] = []
    var numbers: [String: Int] = [:]
    var reader = try reader(PackFile.routes, as: RouteColumn.self)
    while let row = try reader.next() {
      let code = try row.text(.route)
      guard numbers.updateValue(rows.count, forKey: code) == nil else {
        throw row.error(.route, expected: "each route once")
      }
      let start = try row.double(.start, in: 0...100_000, as: "a kilometre")
      let end = try row.double(.end, in: start...100_000, as: "a kilometre not below start_km")
      let bulletins = row.optionalText(.names)?.split(separator: "|").map { String($0) } ?? []
      rows.append(
        RouteRow(
          code: code,
          name: row.optionalText(.name),
          bulletins: bulletins,
          ends: start...end,
          row: row
        )
      )
    }
    let posts = try posts(of: numbers, in: regions, frame: frame)
    let equations = try equations(of: numbers)
    let common = Self.commonNames(among: aliases)
    var routes: [Route] = []
    for (number, declared) in rows.enumerated() {
      let code = declared.code
      let (lines, posts) = posts[number]
      try checkEnds(declared.ends, of: declared.row, against: posts)
      do throws(Route.Flaw) {
        routes.append(
          try Route(
            code: code,
            names: [declared.name].compactMap(\.self) + common[code, default: []] + declared.bulletins,
            posts: posts,
            equations: equations[number],
            regions: regions
          )
        )
      } catch {
        throw self.error(
          for: error,
          of: code,
          declaredAt: declared.row.location(of: .route),
          lines: lines,
          posts: posts
        )
      }
    }
    return routes
  }

  /// Refuses a route whose ends are not its first and last post: one of the two tables is of another day.
  private func checkEnds(
    _ ends: ClosedRange<Double>,
    of row: CSVRow<RouteColumn>,
    against posts: [KilometrePost]
  ) throws(InputError) {
    guard posts.count >= 2, let first = posts.first?.kilometre, let last = posts.last?.kilometre else {
      return
    }
    if abs(ends.lowerBound - first) > 0.01 {
      throw row.error(.start, expected: "the kilometre of the route's first post, \(first)")
    }
    if abs(ends.upperBound - last) > 0.01 {
      throw row.error(.end, expected: "the kilometre of the route's last post, \(last)")
    }
  }

  /// What people call each route: the aliases that mean this one route and no other thing, in the order
  /// of the table.
  private static func commonNames(among aliases: [Alias]) -> [String: [String]] {
    var targets: [NameKey: Set<Alias.Target>] = [:]
    for alias in aliases { targets[NameKey(alias.name), default: []].insert(alias.target) }
    var names: [String: [String]] = [:]
    for alias in aliases {
      guard case .route(let code) = alias.target, targets[NameKey(alias.name)]?.count == 1 else { continue }
      names[code, default: []].append(alias.name)
    }
    return names
  }

  private func error(
    for flaw: Route.Flaw,
    of code: String,
    declaredAt location: InputLocation,
    lines: [Int],
    posts: [KilometrePost]
  ) -> InputError {
    switch flaw {
    case .tooFewPosts:
      InputError(
        location: location,
        observed: "\(code) with \(posts.isEmpty ? "no" : "only one") post in \(PackFile.posts)",
        expected: "at least two posts"
      )
    case .duplicatePost(let position):
      postError(line: lines[position], expected: "each kilometre of \(code) once")
    case .postOutOfOrder(let position):
      postError(
        line: lines[position],
        expected: "a kilometre of \(code) above \(posts[position - 1].kilometre), the one before it"
      )
    }
  }

  /// An error about the kilometre on a line of the posts. Reads the table once more, because keeping every
  /// row would slow down the tables that are in order.
  private func postError(line: Int, expected: String) -> InputError {
    do throws(InputError) {
      var reader = try reader(PackFile.posts, as: PostColumn.self)
      while let row = try reader.next() {
        if row.line == line { return row.error(.kilometre, expected: expected) }
      }
    } catch {
      return error
    }
    return InputError(
      location: InputLocation(file: "\(folder)/\(PackFile.posts)", line: line),
      observed: "a kilometre out of order",
      expected: expected
    )
  }

  private func posts(
    of routes: [String: Int],
    in regions: RegionTable,
    frame: PackFrame
  ) throws(InputError) -> [PlainPosts.Posts] {
    let table = try bytes(PackFile.posts)
    if let posts = PlainPosts(of: routes, in: regions, frame: frame).read(table) { return posts }
    var posts = [PlainPosts.Posts](repeating: ([], []), count: routes.count)
    var reader = try CSVReader<PostColumn>(table, file: "\(folder)/\(PackFile.posts)")
    var (current, number) = (String?.none, 0)
    while let row = try reader.next() {
      let code = row[.route]
      if code != current {
        guard let found = routes[code] else {
          throw row.error(.route, expected: "a route of \(PackFile.routes)")
        }
        (current, number) = (code, found)
      }
      let kilometre = try row.double(.kilometre, in: PackFrame.kilometres, as: "a kilometre")
      let coordinate = try row.coordinate(longitude: .longitude, latitude: .latitude)
      try frame.check(coordinate, of: row, longitude: .longitude)
      posts[number].lines.append(row.line)
      posts[number].posts.append(
        KilometrePost(
          kilometre: kilometre,
          coordinate: coordinate,
          region: try region(of: row, .ubigeo, in: regions)
        )
      )
    }
    return posts
  }

  private func region<Column: CSVColumn>(
    of row: CSVRow<Column>,
    _ column: Column,
    in regions: RegionTable
  ) throws(InputError) -> RegionTable.Index? {
    guard let text = row.optionalText(column) else { return nil }
    guard let region = regions.index(of: RegionCode(text)) else {
      throw row.error(column, expected: "a code of \(PackFile.regions), or nothing")
    }
    return region
  }

  private func equations(of routes: [String: Int]) throws(InputError) -> [[ChainageEquation]] {
    var equations = [[ChainageEquation]](repeating: [], count: routes.count)
    var reader = try reader(PackFile.equations, as: EquationColumn.self)
    while let row = try reader.next() {
      guard let number = routes[try row.text(.route)] else {
        throw row.error(.route, expected: "a route of \(PackFile.routes)")
      }
      let from = try row.double(.from, in: 0...100_000, as: "a kilometre")
      let to = try row.double(.to, in: from...100_000, as: "a kilometre not below posted_from_km")
      let equation = ChainageEquation(
        posted: from...to,
        offset: try row.double(.offset, in: -10_000...10_000, as: "kilometres to add"),
        halfSpread: try row.double(.halfSpread, in: 0...1000, as: "half a range in kilometres"),
        observations: try row.int(.observations, in: 1...1_000_000_000, as: "a number of observations")
      )
      if let equation { equations[number].append(equation) }
    }
    return equations
  }

  // MARK: Places

  private func placeKinds() throws(InputError) -> [String: PlaceKind] {
    var kinds: [String: PlaceKind] = [:]
    var reader = try reader(PackFile.placeKinds, as: PlaceKindColumn.self)
    while let row = try reader.next() {
      let kind = PlaceKind(
        name: try row.text(.kind),
        rank: try row.int(.rank, in: 1...100, as: "a rank"),
        radius: .metres(try row.double(.radius, in: 1...1_000_000, as: "a radius in metres"))
      )
      guard kinds.updateValue(kind, forKey: kind.name) == nil else {
        throw row.error(.kind, expected: "each kind once")
      }
    }
    return kinds
  }

  private func places(
    of kinds: [String: PlaceKind],
    in regions: RegionTable,
    frame: PackFrame
  ) throws(InputError) -> [Place] {
    var places: [Place] = []
    var reader = try reader(PackFile.places, as: PlaceColumn.self)
    while let row = try reader.next() {
      guard let kind = kinds[try row.text(.kind)] else {
        throw row.error(.kind, expected: "a kind of \(PackFile.placeKinds)")
      }
      let coordinate = try row.coordinate(longitude: .longitude, latitude: .latitude)
      try frame.check(coordinate, of: row, longitude: .longitude)
      places.append(
        Place(
          name: try row.text(.name),
          kind: kind,
          coordinate: coordinate,
          region: try region(of: row, .ubigeo, in: regions).map { regions[$0].code }
        )
      )
    }
    return places
  }

  private func aliases() throws(InputError) -> [(alias: Alias, row: CSVRow<AliasColumn>)] {
    var aliases: [(alias: Alias, row: CSVRow<AliasColumn>)] = []
    var reader = try reader(PackFile.aliases, as: AliasColumn.self)
    while let row = try reader.next() {
      let target = try row.text(.target)
      let meant: Alias.Target
      switch row[.kind] {
      case "route": meant = try route(target, of: row)
      case "corridor": meant = .corridor(target.split(separator: "|").map(String.init))
      case "place": meant = .place(name: target, region: RegionCode(try row.text(.region)))
      case "region": meant = .region(RegionCode(target))
      default: throw row.error(.kind, expected: "route, corridor, place or region")
      }
      if row[.kind] != "route" {
        for column in [AliasColumn.from, .to] where row.optionalText(column) != nil {
          throw row.error(column, expected: "nothing, because only a route has kilometres")
        }
      }
      let isRoad = row[.kind] == "route" || row[.kind] == "corridor"
      let scope = isRoad ? row.optionalText(.region) ?? "" : ""
      let regions = scope.split(separator: "|").map { RegionCode(String($0)) }
      aliases.append((Alias(name: try row.text(.alias), target: meant, regions: regions), row))
    }
    return aliases
  }

  /// A route, or the part of it between two inventory kilometres.
  private func route(_ code: String, of row: CSVRow<AliasColumn>) throws(InputError) -> Alias.Target {
    guard row.optionalText(.from) != nil || row.optionalText(.to) != nil else { return .route(code) }
    let from = try row.double(.from, in: 0...100_000, as: "a kilometre, because to_km has one")
    let to = try row.double(.to, in: 0...100_000, as: "a kilometre, because from_km has one")
    return .stretch(route: code, from: from, to: to)
  }

  // MARK: Words

  private func words(
    of language: String,
    kinds: [String: PlaceKind]
  ) throws(InputError) -> [(word: String, role: Vocabulary.Role)] {
    var words: [(word: String, role: Vocabulary.Role)] = []
    var reader = try reader(PackFile.language(language), as: WordColumn.self)
    while let row = try reader.next() {
      guard let role = Vocabulary.Role(try row.text(.role), kinds: kinds) else {
        throw row.error(
          .role,
          expected: "one of \(Vocabulary.Role.list), or kind: and a kind of place-kinds.csv"
        )
      }
      words.append((try row.text(.word), role))
    }
    return words
  }
}

/// A row of the table of routes.
private struct RouteRow {
  let code: String
  /// The name to show, where the table gives one.
  let name: String?
  /// What bulletins call it.
  let bulletins: [String]
  let ends: ClosedRange<Double>
  let row: CSVRow<RouteColumn>
}

/// The settings of `country.csv`.
private enum CountrySetting: String, CaseIterable {
  case name, languages
  case isoCode = "iso_3166_1"
  case utcOffset = "utc_offset"
  case presumedDays = "presumed_days"
  case outlineTolerance = "outline_tolerance_km"

  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Vocabulary.Role {
  /// The roles as the language files name them.
  private static let names: [(name: String, role: Vocabulary.Role)] = [
    ("kilometre", .kilometre), ("number", .number), ("range", .range), ("between", .between), ("and", .and),
    ("from", .from),
    ("in", .within), ("near", .near), ("of", .of), ("article", .article), ("connecting", .connecting),
    ("highway", .highway), ("north", .side(.north)), ("south", .side(.south)), ("east", .side(.east)),
    ("west", .side(.west)), ("department", .level(.department)), ("province", .level(.province)),
    ("district", .level(.district)), ("city", .settlement),
  ]

  fileprivate static var list: String { names.map(\.name).joined(separator: ", ") }

  fileprivate init?(_ name: String, kinds: [String: PlaceKind]) {
    if let kind = name.split(separator: ":", maxSplits: 1).dropFirst().first, name.hasPrefix("kind:") {
      guard kinds[String(kind)] != nil else { return nil }
      self = .kind(String(kind))
    } else if let found = Self.names.first(where: { $0.name == name }) {
      self = found.role
    } else {
      return nil
    }
  }
}

extension CountryPack {
  /// Reads the folder of a country pack; what each file holds is written in the README.
  ///
  /// - Throws: `InputError` with file, line, what was found and what was expected, at the first table
  ///   that is missing, broken or at odds with another one.
  /// - Complexity: O(*n*) in the bytes.
  public static func read(folder: String) throws(InputError) -> CountryPack {
    try CountryPackReader.read(folder: folder)
  }
}
