internal import GeoFormats

/// Features in the form the page reads: their properties by place in a table of values, their geometries apart.
///
/// A quote or a publisher that a thousand features share is written once, and so is a position.
struct PageEvents {
  /// One feature: on which days it is shown, in which row it is counted, where it is, and its properties.
  struct Row {
    /// Days since the page's first.
    let firstDay: Int
    let lastDay: Int
    /// The place of its count group among the page's; -1 where it is counted nowhere.
    let group: Int
    /// The place of its geometry among the page's; -1 where it has none.
    let geometry: Int
    /// The places of its reports among the page's.
    let reports: [Int]
    /// The place of each property's value among the page's values, in the order of the properties.
    let properties: [Int]
  }

  let properties: [String]
  var rows: [Row] = []

  /// Writes an object with the names of the properties and, by columns, the rows.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("properties")
    writer.beginArray()
    for name in properties { writer.string(name) }
    writer.endArray()
    writer.key("rows")
    writer.beginArray()
    for row in rows {
      writer.lineBreak()
      writer.beginArray()
      for number in [row.firstDay, row.lastDay, row.group, row.geometry] { writer.integer(number) }
      writer.beginArray()
      for report in row.reports { writer.integer(report) }
      writer.endArray()
      for place in row.properties { writer.integer(place) }
      writer.endArray()
    }
    writer.endArray()
    writer.endObject()
  }
}
