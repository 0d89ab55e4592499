internal import Chronicle
internal import Geo
internal import GeoFormats

/// A collection of GeoJSON whose features are points.
struct FeatureFormat: Sendable {
  /// What comes before the first feature.
  let head: [UInt8]
  /// The name of the property with the date, or the one that the layers are made by.
  let property: String?
  /// Whether that is a date.
  let isDay: Bool
  let file: String

  /// The records in a piece, which lives as long as they do.
  ///
  /// - Parameter number: The piece's own.
  func records(in piece: UnsafeBufferPointer<UInt8>, number: Int) -> FeatureRecords {
    FeatureRecords(
      features: PointFeatures(piece, property: property, file: file),
      piece: number,
      format: self
    )
  }
}

/// The features of a collection of points.
struct FeatureRecords: PointRecords {
  private var features: PointFeatures
  private let piece: Int
  private let format: FeatureFormat

  init(features: PointFeatures, piece: Int, format: FeatureFormat) {
    self.features = features
    self.piece = piece
    self.format = format
  }

  var lineBreaks: Int { features.lineBreaks }

  var tail: [UInt8] { features.tail }

  mutating func fill(_ batch: inout PointBatch, problems: inout PieceProblems) throws(InputError) -> Bool {
    batch.removeAll()
    while !batch.isFull, let feature = try features.next() {
      let day = batch.needsDays ? self.day(of: feature) : nil
      if batch.needsDays, day == nil {
        problems.note(dayProblem(feature), inPiece: piece)
      }
      let number = day.map { Int32(truncatingIfNeeded: $0.number) } ?? PointBatch.noDay
      let gap = PointBatch.Gap(in: feature)
      switch feature.geometry {
      case .point(let point):
        batch.append(
          .given,
          longitude: point.longitude,
          latitude: point.latitude,
          day: number,
          text: feature.range,
          gap: gap
        )
      case .missing:
        batch.append(.missing, day: number, text: feature.range, gap: gap)
      case .unusable:
        problems.note(features.geometryProblem(of: feature), inPiece: piece)
        batch.append(.unreadable, day: number, text: feature.range, gap: gap)
      }
    }
    return batch.count > 0
  }

  mutating func split(into parts: inout LayerParts, problems: inout PieceProblems) throws(InputError) -> Int {
    var count = 0
    var text: [UInt8] = []
    while let feature = try features.next() {
      count += 1
      var isLocated = true
      switch feature.geometry {
      case .missing: isLocated = false
      case .unusable, .point: break
      }
      text.removeAll(keepingCapacity: true)
      text.append(contentsOf: LayerFrame.separator)
      text.append(contentsOf: features.text(of: feature))
      let place = (feature.value ?? []).withUnsafeBufferPointer { raw in
        let place = parts.place(of: raw)
        return place >= 0 ? place : parts.addPlace(of: raw, value: LayerValue(raw, isDay: format.isDay))
      }
      text.withUnsafeBufferPointer { parts.append($0, to: place, isLocated: isLocated) }
    }
    return count
  }

  private func day(of feature: PointFeatures.Feature) -> Day? {
    feature.value.flatMap { value in
      value.withUnsafeBufferPointer { DayText.day($0, in: 0..<$0.count) }
    }
  }

  private func dayProblem(_ feature: PointFeatures.Feature) -> InputError {
    let location = features.location(of: feature)
    guard let date = format.property else {
      return InputError(location: location, observed: "no date", expected: "a day such as 2023-01-05")
    }
    guard let value = feature.value else {
      return InputError(
        location: location,
        observed: "a feature without “\(date)”",
        expected: "a day such as 2023-01-05"
      )
    }
    return InputError(
      location: location,
      found: String(decoding: value, as: UTF8.self),
      expected: "a day such as 2023-01-05"
    )
  }
}

extension PointBatch.Gap {
  /// Where properties are added to a feature.
  init(in feature: PointFeatures.Feature) {
    guard let properties = feature.properties else {
      // Members may stand in any order: before the brace that ends the feature is always right.
      let end = feature.range.upperBound - 1
      self.init(range: end..<end, manner: .ownMember)
      return
    }
    if feature.propertiesAreObject {
      let end = properties.upperBound - 1
      self.init(range: end..<end, manner: feature.hasProperties ? .further : .first)
    } else {
      self.init(range: properties, manner: .ownObject)
    }
  }
}
