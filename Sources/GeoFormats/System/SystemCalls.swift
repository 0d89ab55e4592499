#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// The number of a system error.
struct SystemError: Error, Hashable, Sendable {
  var number: Int32

  /// The error that the last failed call left behind.
  static var last: SystemError { SystemError(number: errno) }

  static let invalidArgument = SystemError(number: EINVAL)
  static let missing = SystemError(number: ENOENT)
  static let exists = SystemError(number: EEXIST)
  static let isFolder = SystemError(number: EISDIR)
  static let notFolder = SystemError(number: ENOTDIR)

  /// Whether the system or the file system does not know the call.
  var isUnsupported: Bool {
    number == ENOSYS || number == EINVAL || number == ENOTSUP || number == EOPNOTSUPP
  }

  var isAcrossDevices: Bool { number == EXDEV }

  /// The system's words for it: "No space left on device".
  var reason: String {
    guard let text = strerror(number) else { return "error \(number)" }
    return String(cString: text)
  }
}

/// An open file or folder, closed at the end of its life.
struct OpenFile: ~Copyable {
  let descriptor: Int32

  enum Purpose {
    case read
    case readFolder
    /// Something that is there, from its beginning, such as a pipe.
    case write
    /// Something that is there, behind what is in it.
    case append
    /// Fails where the file exists already.
    case create(mode: mode_t)
  }

  init(_ path: String, for purpose: Purpose) throws(SystemError) {
    guard !path.utf8.contains(0) else { throw .invalidArgument }
    let opened =
      switch purpose {
      case .read: open(path, O_RDONLY | O_CLOEXEC)
      case .readFolder: open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
      case .write: open(path, O_WRONLY | O_CLOEXEC)
      case .append: open(path, O_WRONLY | O_APPEND | O_CLOEXEC)
      case .create(let mode): open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      }
    guard opened >= 0 else { throw .last }
    descriptor = opened
  }

  deinit {
    close(descriptor)
  }

  /// Reads up to `count` bytes; none at the end of the file.
  func read(_ count: Int, onto bytes: inout [UInt8]) throws(SystemError) -> Int {
    var failure: SystemError?
    let part = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        filled = 0
        #if canImport(Darwin)
          let result = Darwin.read(descriptor, buffer.baseAddress, count)
        #elseif canImport(Glibc)
          let result = Glibc.read(descriptor, buffer.baseAddress, count)
        #else
          let result = Musl.read(descriptor, buffer.baseAddress, count)
        #endif
        failure = result < 0 ? .last : nil
        filled = max(result, 0)
      } while failure?.number == EINTR
    }
    if let failure { throw failure }
    if bytes.isEmpty { bytes = part } else { bytes.append(contentsOf: part) }
    return part.count
  }

  /// Fills a buffer with the bytes from an offset on, without moving the place that ``read(_:onto:)`` reads
  /// at, and gives their number: less than asked for only at the end of the file.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let result = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if result < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      if result == 0 { break }
      filled += result
    }
    return filled
  }

  /// Reads into a buffer and gives the number of bytes; none at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(SystemError) -> Int {
    while true {
      #if canImport(Darwin)
        let result = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Glibc)
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let result = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if result >= 0 { return result }
      if errno != EINTR { throw .last }
    }
  }

  func write(_ bytes: [UInt8]) throws(SystemError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(SystemError) in
      try write(UnsafeRawBufferPointer(bytes))
    }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Darwin)
        let result = Darwin.write(descriptor, part.baseAddress, part.count)
      #elseif canImport(Glibc)
        let result = Glibc.write(descriptor, part.baseAddress, part.count)
      #else
        let result = Musl.write(descriptor, part.baseAddress, part.count)
      #endif
      if result < 0 {
        if errno == EINTR { continue }
        throw .last
      }
      rest = rest.dropFirst(result)
    }
  }

  /// Returns when what was written would survive a power cut.
  func synchronize() throws(SystemError) {
    guard fsync(descriptor) == 0 else {
      // Some file systems have nothing to do here for folders, and say so in this way.
      if errno == EINVAL || errno == ENOTSUP { return }
      throw .last
    }
  }

  /// Returns when everything written to the file's file system would survive a power cut; `false` where the
  /// system has no such call.
  func synchronizeFileSystem() throws(SystemError) -> Bool {
    #if os(Linux)
      typealias Synchronize = @convention(c) (Int32) -> Int32
      guard let symbol = dlsym(nil, "syncfs") else { return false }
      guard unsafeBitCast(symbol, to: Synchronize.self)(descriptor) == 0 else { throw .last }
      return true
    #else
      return false
    #endif
  }

  /// Takes the advisory lock on the file, which ends with the descriptor; `false` where it is taken and
  /// `isWaiting` is not set.
  func lock(isWaiting: Bool) throws(SystemError) -> Bool {
    while flock(descriptor, isWaiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      switch errno {
      case EINTR: continue
      case EWOULDBLOCK: return false
      default: throw .last
      }
    }
    return true
  }

  func status() throws(SystemError) -> FileStatus {
    var result = stat()
    guard fstat(descriptor, &result) == 0 else { throw .last }
    return FileStatus(result)
  }
}

/// What is at a path.
struct FileStatus: Hashable, Sendable {
  enum Kind: Sendable { case file, folder, symbolicLink, other }

  var kind: Kind
  var size: Int
  var permissions: mode_t

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .other
    }
    size = Int(status.st_size)
    permissions = status.st_mode & 0o7777
  }
}

/// The system's calls on paths, with errors instead of return values.
enum Files {
  /// How many files a process may have open at a time; a guess where the system does not say.
  static var mostOpen: Int {
    let most = sysconf(Int32(_SC_OPEN_MAX))
    return most > 0 ? most : 256
  }

  /// What is at a path, a symbolic link as itself; `nil` where nothing is.
  static func status(ofLink path: String) throws(SystemError) -> FileStatus? {
    guard !path.utf8.contains(0) else { throw .invalidArgument }
    var result = stat()
    guard lstat(path, &result) == 0 else {
      if errno == ENOENT { return nil }
      throw .last
    }
    return FileStatus(result)
  }

  /// The path without symbolic links and dots; everything on it must exist.
  static func resolved(_ path: String) throws(SystemError) -> String {
    guard !path.utf8.contains(0) else { throw .invalidArgument }
    guard let text = realpath(path, nil) else { throw .last }
    defer { free(text) }
    return String(cString: text)
  }

  static func makeFolder(_ path: String, permissions: mode_t = 0o777) throws(SystemError) {
    guard mkdir(path, permissions) == 0 else { throw .last }
  }

  static func setPermissions(_ permissions: mode_t, of path: String) throws(SystemError) {
    guard chmod(path, permissions) == 0 else { throw .last }
  }

  /// The names in a folder, sorted.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .last }
        return names.sorted()
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: tuple.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
  }

  /// Moves whatever is at `old` to `new`, replacing a file there or an empty folder.
  static func move(_ old: String, to new: String) throws(SystemError) {
    guard rename(old, new) == 0 else { throw .last }
  }

  /// Lets two paths change places in one step; fails with `ENOSYS` or `EINVAL` where the system or the file
  /// system cannot do it.
  static func exchange(_ first: String, _ second: String) throws(SystemError) {
    #if canImport(Darwin)
      let result = renamex_np(first, second, UInt32(RENAME_SWAP))
    #else
      // The C library has this function since glibc 2.28, but shows it (as `syncfs`) only to GNU sources,
      // which Swift's import of it is not. A null handle looks through everything that is loaded.
      typealias Rename =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { throw SystemError(number: ENOSYS) }
      let exchangeFlag: UInt32 = 1 << 1
      let result = unsafeBitCast(symbol, to: Rename.self)(AT_FDCWD, first, AT_FDCWD, second, exchangeFlag)
    #endif
    guard result == 0 else { throw .last }
  }

  /// Gives what is at `old`, a symbolic link as itself, a second name.
  static func link(_ old: String, as new: String) throws(SystemError) {
    guard linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 else { throw .last }
  }

  /// Makes a symbolic link that says what another says.
  static func copyLink(_ old: String, to new: String) throws(SystemError) {
    var text = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink(old, &text, text.count - 1)
    guard count >= 0 else { throw .last }
    guard symlink(text, new) == 0 else { throw .last }
  }

  static func copyFile(_ old: String, to new: String, permissions: mode_t) throws(SystemError) {
    let source = try OpenFile(old, for: .read)
    let target = try OpenFile(new, for: .create(mode: 0o600))
    while true {
      var part: [UInt8] = []
      guard try source.read(1 << 20, onto: &part) > 0 else { break }
      try target.write(part)
    }
    guard fchmod(target.descriptor, permissions) == 0 else { throw .last }
    try target.synchronize()
  }

  /// Removes a file, or a folder with all that is in it. What is gone already is no error.
  ///
  /// Symbolic links are removed, not followed.
  static func remove(_ path: String) throws(SystemError) {
    guard let status = try status(ofLink: path) else { return }
    guard status.kind == .folder else {
      guard unlink(path) == 0 || errno == ENOENT else { throw .last }
      return
    }
    // A folder that lets nothing be taken out would stay for ever.
    if status.permissions & 0o700 != 0o700 { try setPermissions(status.permissions | 0o700, of: path) }
    for name in try names(in: path) { try remove(path + "/" + name) }
    guard rmdir(path) == 0 || errno == ENOENT else { throw .last }
  }
}
