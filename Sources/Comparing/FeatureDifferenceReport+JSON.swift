internal import Geo
public import GeoFormats

extension FeatureDifferenceReport {
  /// Writes the difference under a versioned key: features that are new or removed as they stand in their files,
  /// of those that changed each member before and after. With it the second collection can be made from the
  /// first, and the other way round.
  public func writeJSON(to output: ([UInt8]) -> Void) throws(InputError) {
    var head = JSONWriter()
    head.beginObject()
    head.key("roadblocks.feature-diff/v1")
    head.beginObject()
    head.key("from")
    head.string(first)
    head.key("to")
    head.string(second)
    head.key("key_property")
    if case .property(let name) = difference.before.key { head.string(name) } else { head.null() }
    head.key("unchanged")
    head.integer(difference.unchangedCount)
    output(head.bytes)
    try list("new", difference.addedCount, to: output) { (place, json) throws(InputError) in
      let feature = try difference.added(place)
      json.value(spelt: feature.text)
    }
    try list("removed", difference.removedCount, to: output) { (place, json) throws(InputError) in
      let feature = try difference.removed(place)
      json.value(spelt: feature.text)
    }
    try list("changed", difference.changedCount, to: output) { (place, json) throws(InputError) in
      json.revision(try difference.changed(place))
    }
    output(Array("}}\n".utf8))
  }

  /// Writes a member that is an array, an element a line.
  private func list(
    _ name: String,
    _ count: Int,
    to output: ([UInt8]) -> Void,
    _ element: @Sendable (Int, inout JSONWriter) throws(InputError) -> Void
  ) throws(InputError) {
    output(Array(",\n\"\(name)\":[".utf8))
    try pieces(count, to: output) { (range) throws(InputError) in
      var json = JSONWriter(continuing: range.lowerBound > 0)
      for place in range {
        json.lineBreak()
        try element(place, &json)
      }
      return json.bytes
    }
    output(Array(count > 0 ? "\n]".utf8 : "]".utf8))
  }
}

extension JSONWriter {
  fileprivate mutating func revision(_ revision: FeatureRevision) {
    beginObject()
    key("key")
    if let key = revision.after.key { value(spelt: revision.after[key.value]) } else { null() }
    key("properties")
    changes(revision.properties, of: revision)
    if let geometry = revision.geometry {
      key("geometry")
      beginObject()
      values(of: geometry, in: revision)
      key("moved_m")
      if let shift = revision.shift { double(shift.metres, decimals: 1) } else { null() }
      endObject()
    }
    if !revision.others.isEmpty {
      key("members")
      changes(revision.others, of: revision)
    }
    endObject()
  }

  private mutating func changes(_ changes: [MemberChange], of revision: FeatureRevision) {
    beginObject()
    for change in changes {
      if let before = change.before {
        key(spelt: revision.before[before.name])
      } else if let after = change.after {
        key(spelt: revision.after[after.name])
      }
      beginObject()
      values(of: change, in: revision)
      endObject()
    }
    endObject()
  }

  private mutating func values(of change: MemberChange, in revision: FeatureRevision) {
    if let before = change.before {
      key("before")
      value(spelt: revision.before[before.value])
    }
    if let after = change.after {
      key("after")
      value(spelt: revision.after[after.value])
    }
  }
}
