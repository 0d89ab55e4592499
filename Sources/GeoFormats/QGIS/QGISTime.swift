/// When QGIS's Temporal Controller shows a feature.
public enum QGISTime: Hashable, Sendable {
  /// From the moment in one field up to, not including, the moment in another; without an end, ever after.
  case from(String, until: String)
  /// From the moment in a field ever after: what has happened so far.
  case since(String)

  var xml: XML {
    // Modes of QGIS: 1, a moment in a field; 2, a start and an end in fields. Limit mode 0 leaves the end out.
    switch self {
    case .from(let start, let end):
      Self.xml(mode: 2, start: start, end: end, isCumulative: false)
    case .since(let start):
      Self.xml(mode: 1, start: start, end: "", isCumulative: true)
    }
  }

  private static func xml(mode: Int, start: String, end: String, isCumulative: Bool) -> XML {
    XML(
      "temporal",
      [
        "enabled": "1", "mode": "\(mode)", "limitMode": "0", "startField": start, "endField": end,
        "accumulate": isCumulative ? "1" : "0", "fixedDuration": "0", "durationUnit": "d",
        "durationField": "", "startExpression": "", "endExpression": "",
      ]
    )
  }
}
