/// Replaces an output folder whole, or not at all.
///
/// Files are written into a hidden folder beside the destination. ``commit()`` makes them durable and lets the
/// two folders change places in one step; nobody ever sees half an output. A replacement that is let go
/// without a commit leaves no trace.
///
/// ```swift
/// var output = try FolderReplacement(of: "Output", managing: ["layers", "counts"])
/// try output.write(bytes, to: "layers/blockades.geojson")
/// try output.commit()
/// ```
///
/// **What others put there.** Whatever the destination holds at its top level that is not among the managed
/// names, such as a saved map project, is carried over: files by a second name for the same content, so that
/// a program that has one open goes on with it, or by a copy where the file system has no such names.
///
/// **Killed runs.** A run that is killed leaves its hidden folder behind; the next run for the same
/// destination removes it. Where the file system cannot exchange two folders in one step, the old one is first
/// put aside under a hidden name; a run that is killed before the new one stands leaves no destination or part
/// of one, and the next run puts the old one back before it begins.
///
/// **Two runs at once** write into hidden folders of their own, each protected by an advisory lock, and take
/// turns to commit: the later commit wins whole.
public struct FolderReplacement: ~Copyable {
  /// The destination as the caller named it, for errors.
  private let destination: String
  /// Whether a name at the destination's top level is this output's.
  private let manages: @Sendable (String) -> Bool
  /// Whether a path below a managed name is this output's.
  private let owns: @Sendable (String) -> Bool
  /// The folder that holds the destination, and the destination's name in it, symbolic links followed.
  private let parent: String
  private let name: String
  private let staging: String
  /// Holds the lock that shows other runs that the hidden folder is in use.
  private let stagingLock: OpenFile
  private var folders: Set<String> = []
  private var files: [String] = []
  /// Those that are written part by part.
  private var openFiles = OpenFiles()
  /// Set where the hidden folder must stay, because the next run needs it to know what happened.
  private var isStagingKept = false

  /// How two folders can change places, the best way first.
  enum Method: CaseIterable {
    /// In one step.
    case exchange
    /// The old one out of the way, then the new one in.
    case twoRenames
    /// A copy of the old one put aside, the old one removed, the new one in: for overlay file systems, which
    /// do not rename the folders of their lower layers.
    case copyAndRename
  }

  /// The ways to try in turn, each where the file system does not know the one before.
  var methods = Method.allCases

  /// Makes an empty hidden folder beside the destination, and clears up after killed runs.
  ///
  /// - Parameters:
  ///   - destination: The folder to replace. It need not exist, nor its parents; a symbolic link is followed.
  ///   - managed: The names at the destination's top level that belong to this output. What the new output
  ///     does not write of them will be gone; everything else stays.
  ///   - owns: Whether a file below one of these names, given by its path from the destination, belongs to
  ///     this output too. What does not, such as a style that somebody saved beside a layer, stays. By default
  ///     everything below belongs to it.
  /// - Throws: Where the destination is no folder or no folder can be made beside it.
  public init(
    of destination: String,
    managing managed: Set<String>,
    owning owns: @escaping @Sendable (String) -> Bool = { _ in true }
  ) throws(OutputError) {
    try self.init(of: destination, managing: { managed.contains($0) }, owning: owns)
  }

  /// As ``init(of:managing:owning:)-set``, for names that are not known beforehand.
  ///
  /// - Parameter manages: Whether a name at the destination's top level belongs to this output.
  public init(
    of destination: String,
    managing manages: @escaping @Sendable (String) -> Bool,
    owning owns: @escaping @Sendable (String) -> Bool = { _ in true }
  ) throws(OutputError) {
    func failure(_ action: String, _ error: SystemError) -> OutputError {
      OutputError(path: destination, action: action, reason: error.reason)
    }
    let place = try OutputPlace(destination)
    let paths = StagingNames(parent: place.parent, name: place.name)
    // Others look for abandoned folders under the same lock, so none takes ours before it is locked too.
    do {
      let turn = try OpenFile(place.parent, for: .readFolder)
      // A file system without locks still gets folders with distinct names.
      _ = try? turn.lock(isWaiting: true)
      try paths.recover()
      let path = paths.unused(.staging)
      try Files.makeFolder(path)
      stagingLock = try OpenFile(path, for: .readFolder)
      _ = try? stagingLock.lock(isWaiting: false)
      staging = path
    } catch {
      throw failure("create a folder beside it", error)
    }
    self.destination = destination
    self.manages = manages
    self.owns = owns
    parent = place.parent
    name = place.name
  }

  deinit {
    // After a commit nothing is there. Failing here costs no data: the next run tries again.
    if !isStagingKept { try? Files.remove(staging) }
  }

  /// Writes a file of the new output.
  ///
  /// - Parameter relativePath: Names separated by `/`, the first of them managed. Folders on the way are made.
  /// - Throws: Where the path leaves the folder or was written already, or the system refuses.
  public mutating func write(_ bytes: [UInt8], to relativePath: String) throws(OutputError) {
    let path = try stage(relativePath)
    do {
      let file = try OpenFile(path, for: .create(mode: 0o666))
      try file.write(bytes)
    } catch {
      throw failure(to: "write the file", at: relativePath, error)
    }
    files.append(relativePath)
  }

  /// Lets something else, such as a database, write a file of the new output.
  ///
  /// - Parameters:
  ///   - relativePath: As for ``write(_:to:)``.
  ///   - writer: Makes the file at the path it is given, which nothing has yet, and closes it. The path is good
  ///     only until it returns. It may throw an `OutputError` for the path, which then names the destination.
  /// - Throws: As ``write(_:to:)``, or what `writer` throws.
  public mutating func write(
    to relativePath: String,
    with writer: (_ path: String) throws -> Void
  ) throws {
    let path = try reserve(relativePath)
    try include(relativePath) { try writer(path) }
  }

  /// Gives the path at which something else is to make a file of the new output, perhaps on another core while
  /// files are written here. ``include(_:once:)`` takes the file in.
  ///
  /// - Parameter relativePath: As for ``write(_:to:)``.
  /// - Returns: A path that nothing has yet. It is good until this replacement ends.
  public mutating func reserve(_ relativePath: String) throws(OutputError) -> String {
    let path = try stage(relativePath)
    do throws(SystemError) {
      guard try Files.status(ofLink: path) == nil else { throw .exists }
    } catch {
      throw failure(to: "write the file", at: relativePath, error)
    }
    return path
  }

  /// Takes a file in that something else makes at its reserved path.
  ///
  /// - Parameter isMade: Returns when the file is there and closed. It may throw an `OutputError` for the path, which
  ///   then names the destination.
  /// - Throws: What `isMade` throws, or where the file is missing.
  public mutating func include(_ relativePath: String, once isMade: () throws -> Void) throws {
    let path = staging + "/" + relativePath
    do {
      try isMade()
    } catch var error as OutputError where error.path == path {
      error.path = destination + "/" + relativePath
      throw error
    }
    do throws(SystemError) {
      guard try Files.status(ofLink: path)?.kind == .file else { throw .missing }
    } catch {
      throw failure(to: "write the file", at: relativePath, error)
    }
    files.append(relativePath)
  }

  /// Writes a part of a file of the new output, behind those before it. The first part makes the file.
  ///
  /// Any number of files can be written by turns: not all of them are kept open.
  ///
  /// - Parameter relativePath: As for ``write(_:to:)``.
  public mutating func append(_ bytes: [UInt8], to relativePath: String) throws(OutputError) {
    do {
      if try openFiles.append(bytes, to: relativePath) { return }
    } catch {
      throw failure(to: "write the file", at: relativePath, error)
    }
    let path = try stage(relativePath)
    do {
      try openFiles.create(relativePath, at: path)
      _ = try openFiles.append(bytes, to: relativePath)
    } catch {
      throw failure(to: "write the file", at: relativePath, error)
    }
    files.append(relativePath)
  }

  /// Where a file of the new output is to be written, its folders made.
  private mutating func stage(_ relativePath: String) throws(OutputError) -> String {
    func refusal(_ reason: String) -> OutputError {
      OutputError(path: destination + "/" + relativePath, action: "write the file", reason: reason)
    }
    let names = relativePath.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard !names.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." || $0.utf8.contains(0) }) else {
      throw refusal("the path leaves the output folder")
    }
    guard manages(names[0]) else {
      throw refusal("“\(names[0])” is not one of this output's names")
    }
    var folder = staging
    do {
      for name in names.dropLast() {
        folder += "/" + name
        guard folders.insert(folder).inserted else { continue }
        try Files.makeFolder(folder)
      }
    } catch {
      throw failure(to: "create the folder", at: relativePath, error)
    }
    return staging + "/" + relativePath
  }

  private func failure(to action: String, at relativePath: String, _ error: SystemError) -> OutputError {
    OutputError(path: destination + "/" + relativePath, action: action, reason: error.reason)
  }

  /// Puts the new output in the destination's place.
  ///
  /// - Parameter isDurable: Whether it has to survive a power cut. What can be made again in no time need not.
  /// - Throws: Where something cannot be made durable, carried over or moved. The old output is unchanged then.
  public consuming func commit(isDurable: Bool = true) throws(OutputError) {
    openFiles.closeAll()
    if isDurable { try synchronize() }
    let target = parent + "/" + name
    do throws(SystemError) {
      let turn = try OpenFile(parent, for: .readFolder)
      _ = try? turn.lock(isWaiting: true)
      guard let old = try Files.status(ofLink: target) else {
        try Files.move(staging, to: target)
        if isDurable { try turn.synchronize() }
        return
      }
      guard old.kind == .folder else { throw SystemError.notFolder }
      try carryOver(from: target)
      try Files.setPermissions(old.permissions, of: staging)
      if isDurable { try stagingLock.synchronize() }
      try changePlaces(with: target)
      if isDurable { try? turn.synchronize() }
      // The new output stands; what is left of the old one is only in the way.
      try? Files.remove(staging)
    } catch {
      throw OutputError(path: destination, action: "replace the folder", reason: error.reason)
    }
  }

  private mutating func changePlaces(with target: String) throws(SystemError) {
    var failure = SystemError.invalidArgument
    for method in methods {
      do {
        switch method {
        case .exchange: try Files.exchange(staging, target)
        case .twoRenames: try exchangeInTwoSteps(target)
        case .copyAndRename: try exchangeByCopy(target)
        }
        return
      } catch {
        failure = error
        guard error.isUnsupported || error.isAcrossDevices else { break }
      }
    }
    throw failure
  }

  private func exchangeInTwoSteps(_ target: String) throws(SystemError) {
    let previous = StagingNames(parent: parent, name: name).previous(of: staging)
    try Files.move(target, to: previous)
    do {
      try Files.move(staging, to: target)
    } catch {
      try? Files.move(previous, to: target)
      throw error
    }
    try? Files.remove(previous)
  }

  private mutating func exchangeByCopy(_ target: String) throws(SystemError) {
    let names = StagingNames(parent: parent, name: name)
    let previous = names.previous(of: staging)
    let copy = names.unused(.staging)
    do {
      try Self.carry(target, to: copy)
      try Files.move(copy, to: previous)
    } catch {
      try? Files.remove(copy)
      throw error
    }
    do {
      try Files.remove(target)
      try Files.move(staging, to: target)
    } catch {
      // Part of the old one may be gone. If it cannot be put back now, the next run does it.
      do {
        try Files.remove(target)
        try Files.move(previous, to: target)
      } catch {
        isStagingKept = true
      }
      throw error
    }
    try? Files.remove(previous)
  }

  private func synchronize() throws(OutputError) {
    // One call for all files is a hundred times faster where a disk takes milliseconds to answer.
    if (try? stagingLock.synchronizeFileSystem()) == true { return }
    for path in files {
      do {
        try OpenFile(staging + "/" + path, for: .read).synchronize()
      } catch {
        throw OutputError(path: destination + "/" + path, action: "save the file", reason: error.reason)
      }
    }
    do {
      for folder in folders { try OpenFile(folder, for: .readFolder).synchronize() }
      try stagingLock.synchronize()
    } catch {
      throw OutputError(path: destination, action: "save the folder", reason: error.reason)
    }
  }

  /// Brings what is not ours from the old folder into the new one, which changes nothing in the old.
  private func carryOver(from old: String) throws(SystemError) {
    for name in try Files.names(in: old) {
      if manages(name) {
        try carryForeignFiles(at: name, from: old)
      } else {
        try Self.carry(old + "/" + name, to: staging + "/" + name)
      }
    }
  }

  /// Carries over what lies below a managed name and is not this output's.
  private func carryForeignFiles(at path: String, from old: String) throws(SystemError) {
    guard let status = try Files.status(ofLink: old + "/" + path) else { return }
    if status.kind == .folder {
      for name in try Files.names(in: old + "/" + path) {
        try carryForeignFiles(at: path + "/" + name, from: old)
      }
      return
    }
    guard !owns(path) else { return }
    var folder = staging
    for name in path.split(separator: "/").dropLast() {
      folder += "/" + name
      if try Files.status(ofLink: folder) == nil { try Files.makeFolder(folder) }
    }
    try Self.carry(old + "/" + path, to: staging + "/" + path)
  }

  private static func carry(_ old: String, to new: String) throws(SystemError) {
    guard let status = try Files.status(ofLink: old) else { return }
    if status.kind == .folder {
      try Files.makeFolder(new)
      for name in try Files.names(in: old) { try carry(old + "/" + name, to: new + "/" + name) }
      try Files.setPermissions(status.permissions, of: new)
      try OpenFile(new, for: .readFolder).synchronize()
      return
    }
    do {
      try Files.link(old, as: new)
    } catch {
      switch status.kind {
      case .file: try Files.copyFile(old, to: new, permissions: status.permissions)
      case .symbolicLink: try Files.copyLink(old, to: new)
      case .folder, .other: throw error
      }
    }
  }
}
