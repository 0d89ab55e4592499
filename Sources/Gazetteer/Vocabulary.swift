/// The words by which references are put together, in all the languages of a country's reports.
public struct Vocabulary: Hashable, Sendable {
  /// What a word does in a reference.
  public enum Role: Hashable, Sendable {
    /// `km`, `kilometre`: a kilometre follows.
    case kilometre
    /// `Nº`, `marker`: stands between the word and the number of a kilometre.
    case number
    /// `to`, `al`: the far end of a stretch follows.
    case range
    /// `between`, `entre`: two ends follow.
    case between
    /// `and`, `y`.
    case and
    /// `from`, `desde`.
    case from
    /// `in`, `en`: the region follows.
    case within
    /// `near`, `a la altura de`: a place beside the highway follows.
    case near
    /// `of`, `de`.
    case of
    /// `the`, `el`.
    case article
    /// `connecting`, `que une`: two ends follow.
    case connecting
    /// `highway`, `carretera`.
    case highway
    /// `northern`, `norte de`: the half of a region towards that side.
    case side(Side)
    /// `province of`, `departamento`: a region of that level is named.
    case level(RegionLevel)
    /// `city of`, `town`: a place, not a region, is named.
    case settlement
    /// `bridge`, `aeropuerto`: a place of that kind is named.
    case kind(String)
  }

  private let roles: [NameKey: [Role]]
  /// How many words the longest entry has.
  public let longest: Int

  public init(_ words: some Sequence<(word: String, role: Role)>) {
    var roles: [NameKey: [Role]] = [:]
    for (word, role) in words {
      let key = NameKey(word)
      if !key.isEmpty, roles[key]?.contains(role) != true { roles[key, default: []].append(role) }
    }
    self.roles = roles
    longest = roles.keys.map { $0.words.count }.max() ?? 0
  }

  /// Every word and phrase with what it may do, in alphabetical order.
  package var entries: [(key: NameKey, roles: [Role])] {
    roles.sorted { $0.key < $1.key }.map { (key: $0.key, roles: $0.value) }
  }

  /// The words and phrases that say each kind of place, in alphabetical order.
  var kinds: [String: [NameKey]] {
    var kinds: [String: [NameKey]] = [:]
    for (key, roles) in entries {
      for case .kind(let kind) in roles { kinds[kind, default: []].append(key) }
    }
    return kinds
  }

  /// What a word or phrase may do; empty where it is not of this vocabulary.
  public func roles(of key: NameKey) -> [Role] { roles[key] ?? [] }
}

/// A side of a region.
public enum Side: String, CaseIterable, Hashable, Sendable {
  case north, south, east, west
}
