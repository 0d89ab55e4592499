/// The features of a GeoJSON file, each reduced to what tells whether it has changed.
public struct CollectionDigest: Sendable {
  /// The file.
  public let input: StoredInput
  /// What the features are told apart by.
  public let key: FeatureKey
  /// In the order of the file, without those that cannot be told apart.
  public private(set) var features: [FeatureDigest] = []
  /// What is wrong with those that are left out, each at its place.
  public private(set) var findings: [Finding] = []

  /// Reads a collection.
  ///
  /// Geometries are taken as they stand; whether they are sound is not looked at.
  ///
  /// - Throws: Where the file is no JSON or no collection of features, or names a reference system other than
  ///   WGS 84.
  /// - Complexity: O(*n*) in time; 48 bytes a feature, and twice the largest feature.
  public init(of input: StoredInput, key: FeatureKey) throws(InputError) {
    self.input = input
    self.key = key
    let names = JSONCursor.FeatureNames(key: key)
    var stream = FeatureStream(input)
    var problems: [(offset: Int, problem: FeatureProblem)] = []
    while let (reading, range) = try stream.next({ (cursor) throws(JSONFault) in
      try cursor.featureDigest(names)
    }) {
      switch reading {
      case .feature(let key, let content):
        features.append(
          FeatureDigest(key: key, content: content, start: range.lowerBound, length: range.count)
        )
      case .problem(let problem):
        problems.append((range.lowerBound, problem))
      }
    }
    findings = try findings(at: problems.map(\.offset), problems.map(\.problem))
  }

  /// What to say about features that have the key of another one before them.
  ///
  /// - Parameter places: Their places among the features, ascending.
  public func findings(ofRepeated places: [Int]) throws(InputError) -> [Finding] {
    try findings(
      at: places.map { features[$0].start },
      [FeatureProblem](repeating: .repeatedKey, count: places.count)
    )
  }

  private func findings(at offsets: [Int], _ problems: [FeatureProblem]) throws(InputError) -> [Finding] {
    let locations = try input.locations(at: offsets)
    return zip(locations, problems).map { location, problem in
      let words = problem.words(key: key)
      return Finding(
        severity: .error,
        location: location,
        message: "not compared: found \(words.observed), expected \(words.expected)"
      )
    }
  }
}
