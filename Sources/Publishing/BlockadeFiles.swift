internal import Chronicle
internal import GeoFormats

/// The blockades of a timeline in the files that show them: every phase is written out once, and copied to the
/// layer of each day on which it is in force.
struct BlockadeFiles {
  private let timeline: Timeline
  /// For each phase its feature; `nil` for one that is not in the file.
  let featureOfPhase: [Feature?]
  /// The file of all phases.
  let all: [UInt8]
  /// Where in it each phase stands; `nil` for one that does not.
  private let places: [Range<Int>?]

  /// - Parameters:
  ///   - members: What stands at the top of the file.
  ///   - isWanted: Whether the file, or the layer of any day, shows a phase.
  init(_ timeline: Timeline, members: JSONObject, where isWanted: (Phase) -> Bool) {
    self.timeline = timeline
    let layer = BlockadeLayer(timeline)
    var writer = FeatureCollectionWriter(members: members)
    var features: [Feature?] = []
    features.reserveCapacity(timeline.phases.count)
    places = timeline.phases.map { phase in
      guard isWanted(phase) else {
        features.append(nil)
        return nil
      }
      let feature = layer.feature(phase)
      features.append(feature)
      return writer.write(feature)
    }
    featureOfPhase = features
    all = writer.finish()
  }

  /// The features in the order of the file.
  var features: [Feature] { featureOfPhase.compactMap { $0 } }

  /// The file of a day, its features by start and then by blockade; `nil` where none is in force.
  func layer(on day: Day, members: @autoclosure () -> JSONObject) -> [UInt8]? {
    let inForce = timeline.placesOfPhases(on: day).compactMap { places[$0] }
    guard !inForce.isEmpty else { return nil }
    var writer = FeatureCollectionWriter(members: members())
    writer.reserve(inForce.reduce(0) { $0 + $1.count + 2 })
    for place in inForce { writer.write(written: all[place]) }
    return writer.finish()
  }
}
