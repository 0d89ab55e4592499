internal import Geo
internal import GeoFormats

/// Says what changed in features, in words and values as JSON has them.
struct DifferenceText {
  /// Scalars of a value that are shown.
  private static let longest = 200

  var bytes: [UInt8] = []

  /// A line with a feature's key.
  mutating func feature(_ sign: StaticString, _ feature: FeatureText) {
    append("    ")
    append(sign)
    append(" ")
    if let key = feature.key { append(feature[key.value]) }
    append("\n")
  }

  /// What differs between two versions of a feature: the properties, the geometry, and whatever else.
  mutating func changes(_ revision: FeatureRevision, separator: StaticString, indent: StaticString = "") {
    var isFirst = true
    func next(_ text: inout DifferenceText) {
      if !isFirst { text.append(separator) }
      isFirst = false
      text.append(indent)
    }
    for change in revision.properties {
      next(&self)
      append(change, of: revision)
    }
    if let change = revision.geometry {
      next(&self)
      append(geometry: change, of: revision)
    }
    for change in revision.others {
      next(&self)
      append(change, of: revision)
    }
  }

  private mutating func append(_ change: MemberChange, of revision: FeatureRevision) {
    let name =
      change.before.map { revision.before.name(of: $0) } ?? change.after.map { revision.after.name(of: $0) }
    append((name ?? "").printable(limit: Self.longest))
    append(": ")
    append(change.before, of: revision.before)
    append(" → ")
    append(change.after, of: revision.after)
  }

  private mutating func append(_ member: FeatureText.Member?, of feature: FeatureText) {
    if let member { append(feature[member.value]) } else { append("(none)") }
  }

  private mutating func append(geometry change: MemberChange, of revision: FeatureRevision) {
    append("geometry: ")
    let (before, after) = (change.before.flatMap { revision.before.type(of: $0) }, change.after.flatMap { revision.after.type(of: $0) })
    if before != after {
      append((before ?? "none").printable(limit: Self.longest))
      append(" → ")
      append((after ?? "none").printable(limit: Self.longest))
      if revision.shift != nil { append(", ") }
    } else if revision.shift == nil {
      append("changed")
    }
    if let shift = revision.shift {
      append("moved ")
      append(DifferenceText.metres(shift.metres))
      append(" m")
    }
  }

  /// Metres with a decimal, as people need them.
  private static func metres(_ metres: Double) -> String {
    metres < 1e15 ? "\((metres * 10).rounded() / 10)" : "\(metres)"
  }

  /// JSON on one line, unable to move the cursor.
  private mutating func append(_ json: ArraySlice<UInt8>) {
    if json.count <= Self.longest, json.allSatisfy({ 0x20...0x7E ~= $0 }) {
      bytes.append(contentsOf: json)
    } else {
      var writer = JSONWriter()
      writer.value(spelt: json)
      append(String(decoding: writer.bytes, as: UTF8.self).printable(limit: Self.longest))
    }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }
}
