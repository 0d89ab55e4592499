import ArgumentParser
import Chronicle
import Geo
import GeoFormats
import Publishing

struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write dated layers of blockades and deaths, counts and tables.",
    discussion: """
      The output folder is replaced whole, or not at all. Files in it that this program does not write, \
      such as a saved map project, stay.
      """
  )

  @OptionGroup var options: TimelineOptions

  @Option(help: "The first day, YYYY-MM-DD.")
  var from: Day?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "The last day, YYYY-MM-DD; or a database with PostGIS, postgresql://…, to write to instead of a folder.",
      discussion: """
        May stand twice. A database gets the tables of the GeoPackage, all in one transaction. A password is \
        better kept in ~/.pgpass or PGPASSWORD.
        """,
      valueName: "day or address"
    )
  )
  var ends: [ExportEnd] = []

  @Option(help: "The folder to write.")
  var output = "Output"

  @Option(
    help:
      "The coordinate reference system of the GeoPackage, such as EPSG:32719 (default: EPSG:4326, WGS 84).",
    transform: { (code) throws(ReferenceSystemError) in try ReferenceSystem(code) }
  )
  var crs: ReferenceSystem?

  @Option(help: "The schema of the database to write to.")
  var schema = "roadblocks"

  @Flag(help: "Also draw a map of each day, in the folder pictures. Without it such a folder is removed.")
  var pictures = false

  private var to: Day? {
    ends.compactMap { if case .day(let day) = $0 { day } else { nil } }.last
  }

  private var database: String? {
    ends.compactMap { if case .database(let address) = $0 { address } else { nil } }.last
  }

  func validate() throws {
    let days = ends.count { if case .day = $0 { true } else { false } }
    if days > 1 || ends.count - days > 1 {
      throw ValidationError("--to takes one day and one database at most")
    }
    if let from, let to, from > to { throw ValidationError("--from \(from) is after --to \(to)") }
    if pictures, database != nil {
      throw ValidationError("--pictures draws into a folder, --to postgresql://… writes to a database")
    }
  }

  func run() throws {
    if database == nil { try refuseForeignFolder() }
    let (timeline, pack) = try options.timeline()
    let publication = Publication(
      timeline,
      pack: pack,
      days: timeline.days(from: from, to: to),
      system: crs ?? .wgs84,
      withPictures: pictures
    )
    if let database {
      try PostGISWriter.write(to: database, schema: schema, in: crs ?? .wgs84) { writer in
        try publication.write(to: writer)
      }
      print("schema \(schema): written")
      return
    }
    let kept = ownStyles()
    var folder = try FolderReplacement(
      of: output,
      managing: Publication.names,
      owning: { Publication.owns($0) && !kept.contains($0) }
    )
    let summary = try publication.write(to: &folder, keeping: kept)
    try folder.commit()
    print(
      """
      \(output): \(summary.spells) blockades (\(summary.unlocated) without a position) and \
      \(summary.incidents) incidents with deaths over \(summary.days) days; \
      \(summary.tolls) tolls, \(summary.tallies) tallies. A blockade stays presumed for \
      \(timeline.settings.presumedDays) days after the last report that names it.
      """
    )
    // Taking a long timeline apart, object by object, is as much work as drawing a map of it.
    withExtendedLifetime((timeline, publication)) { Self.exit() }
  }

  /// The styles that the user has saved in the place of ours.
  private func ownStyles() -> Set<String> {
    let taken = StyleFile.all.map(\.path).filter { path in
      guard let bytes = try? InputFile.bytes(at: "\(output)/\(path)") else { return false }
      return !StyleFile.isOurs(bytes)
    }
    return Set(taken)
  }

  /// A folder that holds names of ours and was not written by this program is somebody else's.
  private func refuseForeignFolder() throws {
    // What is no folder at all is for the replacement to refuse.
    let names = (try? InputFolder.names(in: output)) ?? []
    guard let taken = names.first(where: Publication.names.contains) else { return }
    let mark = try? InputFile.bytes(at: "\(output)/\(Publication.mark.path)")
    guard mark?.starts(with: Publication.mark.start) != true else { return }
    throw OutputError(
      path: "\(output)/\(taken)",
      action: "replace",
      reason: "the folder was not written by this program; name another with --output"
    )
  }
}
