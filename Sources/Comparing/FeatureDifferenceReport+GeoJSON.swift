internal import Geo
public import GeoFormats

extension FeatureDifferenceReport {
  /// Writes the features that are new, removed or changed, each where it is now, or was last, as it stands in its
  /// file.
  ///
  /// Before its own properties come `diff` (`new`, `removed` or `changed`), `diff_details` (what changed, in
  /// words) and `diff_moved_m` (metres); properties of its own that are called so give way.
  public func writeGeoJSON(to output: ([UInt8]) -> Void) throws(InputError) {
    var head = JSONWriter()
    head.beginObject()
    head.key("type")
    head.string("FeatureCollection")
    head.key("name")
    head.string("\(first) to \(second)")
    output(head.bytes + Array(",\n\"features\":[".utf8))
    let (added, removed) = (difference.addedCount, difference.removedCount)
    let count = added + removed + difference.changedCount
    try pieces(count, to: output) { (range) throws(InputError) in
      var json = JSONWriter(continuing: range.lowerBound > 0)
      for place in range {
        json.lineBreak()
        if place < added {
          json.feature(try difference.added(place), change: "new")
        } else if place < added + removed {
          json.feature(try difference.removed(place - added), change: "removed")
        } else {
          let revision = try difference.changed(place - added - removed)
          json.feature(revision.after, change: "changed", revision: revision)
        }
      }
      return json.bytes
    }
    output(Array("\n]}\n".utf8))
  }
}

extension JSONWriter {
  private static let ownNames: Set<ValueDigest> = Set(
    ["diff", "diff_details", "diff_moved_m"].map { ValueDigest(text: $0) }
  )

  fileprivate mutating func feature(_ feature: FeatureText, change: String, revision: FeatureRevision? = nil) {
    beginObject()
    var isWritten = false
    for member in feature.members {
      if member.nameDigest == FeatureText.propertiesName {
        guard !isWritten else { continue }
        isWritten = true
        properties(of: feature, change: change, revision: revision)
      } else {
        key(spelt: feature[member.name])
        value(spelt: feature[member.value])
      }
    }
    if !isWritten { properties(of: feature, change: change, revision: revision) }
    endObject()
  }

  private mutating func properties(of feature: FeatureText, change: String, revision: FeatureRevision?) {
    key("properties")
    beginObject()
    key("diff")
    string(change)
    key("diff_details")
    if let revision {
      var text = DifferenceText()
      text.changes(revision, separator: "; ")
      string(String(decoding: text.bytes, as: UTF8.self))
    } else {
      null()
    }
    key("diff_moved_m")
    if let shift = revision?.shift { double(shift.metres, decimals: 1) } else { null() }
    for member in feature.properties ?? [] where !Self.ownNames.contains(member.nameDigest) {
      key(spelt: feature[member.name])
      value(spelt: feature[member.value])
    }
    endObject()
  }
}
