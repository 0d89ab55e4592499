/// When QGIS's Temporal Controller shows a feature.
public enum QGISTime: Hashable, Sendable {
  /// From the moment in one field up to, not including, the moment in another; without an end, ever after.
  case from(String, until: String)
  /// The same with expressions in place of fields, which QGIS works out by itself.
  ///
  /// A condition on fields it hands to GDAL instead, and for most formats GDAL (3.6) takes a moment that is
  /// missing for an error and leaves the feature out; and where every one is missing, the field is no moment.
  /// A GeoPackage has neither trouble, and is faster with fields.
  case fromEach(QGISExpression, until: QGISExpression)
  /// From the moment in a field ever after: what has happened so far.
  case since(String)

  var xml: XML {
    switch self {
    case .from(let start, let end): Self.xml(mode: .fields, fields: (start, end))
    case .fromEach(let start, let end):
      // For expressions QGIS asks for an end.
      Self.xml(
        mode: .expressions,
        expressions: (start.text, "coalesce(\(end), make_datetime(9999, 12, 31, 23, 59, 59))")
      )
    case .since(let start): Self.xml(mode: .instant, fields: (start, ""), isCumulative: true)
    }
  }

  /// The numbers of QGIS.
  private enum Mode: Int {
    case instant = 1
    case fields = 2
    case expressions = 4
  }

  private static func xml(
    mode: Mode,
    fields: (start: String, end: String) = ("", ""),
    expressions: (start: String, end: String) = ("", ""),
    isCumulative: Bool = false
  ) -> XML {
    XML(
      "temporal",
      [
        "enabled": "1", "mode": "\(mode.rawValue)",
        // 0: the end is left out.
        "limitMode": "0", "startField": fields.start, "endField": fields.end,
        "startExpression": expressions.start, "endExpression": expressions.end,
        "accumulate": isCumulative ? "1" : "0", "fixedDuration": "0", "durationUnit": "d",
        "durationField": "",
      ]
    )
  }
}
