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
  @OptionGroup var period: PeriodOptions

  @Option(help: "The folder to write.")
  var output = "Output"

  @Option(
    help:
      "The coordinate reference system of the GeoPackage, such as EPSG:32719 (default: EPSG:4326, WGS 84).",
    transform: { (code) throws(ReferenceSystemError) in try ReferenceSystem(code) }
  )
  var crs: ReferenceSystem?

  @Flag(help: "Also draw a map of each day, in the folder pictures. Without it such a folder is removed.")
  var pictures = false

  func run() throws {
    try refuseForeignFolder()
    let (timeline, pack) = try options.timeline()
    let publication = Publication(
      timeline,
      pack: pack,
      days: period.days(of: timeline),
      system: crs ?? .wgs84,
      withPictures: pictures
    )
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
