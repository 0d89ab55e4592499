internal import Gazetteer
internal import GeoFormats

extension Ground {
  /// Writes the projection, the arcs, and what is made of them.
  ///
  /// A ring is a list of arcs, one that is walked backwards as its bitwise complement, as in TopoJSON.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    for (name, number) in [
      ("west", projection.west), ("north", projection.north), ("scale", projection.scale),
      ("width", projection.width), ("height", projection.height),
    ] {
      writer.key(name)
      writer.double(number, decimals: 9)
    }
    writer.key("arcs")
    writer.beginArray()
    for arc in mesh.arcs { writer.string(PolylineText.encoded(arc)) }
    writer.endArray()
    writer.key("edge")
    writer.beginArray()
    for ring in edge { writer.string(PolylineText.encoded(ring)) }
    writer.endArray()
    writer.key("areas")
    writer.beginArray()
    for area in areas {
      writer.beginArray()
      writer.string(area.code.text)
      writer.string(area.name)
      writer.integer(area.label.x)
      writer.integer(area.label.y)
      writer.beginArray()
      for ring in area.rings {
        writer.beginArray()
        for step in ring { writer.integer(step.isReversed ? ~step.arc : step.arc) }
        writer.endArray()
      }
      writer.endArray()
      writer.endArray()
    }
    writer.endArray()
    writer.key("roads")
    writer.beginArray()
    for road in roads {
      writer.beginArray()
      writer.string(road.code)
      writer.string(road.name)
      writer.string(PolylineText.encoded(road.points))
      writer.endArray()
    }
    writer.endArray()
    writer.endObject()
  }
}
