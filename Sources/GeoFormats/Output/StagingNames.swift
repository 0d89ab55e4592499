/// The hidden names beside an output folder.
struct StagingNames {
  enum Purpose: String {
    /// The new output while it is written, later the old one while it is removed.
    case staging
    /// The old output between the two renames of a file system that cannot exchange.
    case previous
  }

  let parent: String
  let name: String

  /// A path that nothing has yet.
  func unused(_ purpose: Purpose) -> String {
    prefix(purpose, in: parent + "/") + String(UInt64.random(in: .min ... .max), radix: 36)
  }

  /// Where the old output goes while the staging folder of that path takes its place.
  func previous(of staging: String) -> String {
    let mark = prefix(.staging, in: parent + "/")
    return prefix(.previous, in: parent + "/") + staging.dropFirst(mark.count)
  }

  /// Puts back an old output that a killed run had moved aside, and removes what killed runs left. Folders
  /// that a living run has locked stay.
  ///
  /// Call it while holding the lock on the parent.
  func recover() throws(SystemError) {
    let names = try Files.names(in: parent)
    let target = parent + "/" + name
    for previous in names where previous.hasPrefix(prefix(.previous)) {
      let mark = previous.dropFirst(prefix(.previous).count)
      // As long as the new output has its hidden name, it has not taken the destination's place.
      if names.contains(prefix(.staging) + mark) {
        try Files.remove(target)
        try Files.move(parent + "/" + previous, to: target)
      } else {
        try Files.remove(parent + "/" + previous)
      }
    }
    for staging in names where staging.hasPrefix(prefix(.staging)) {
      let path = parent + "/" + staging
      guard let folder = try? OpenFile(path, for: .readFolder), (try? folder.lock(isWaiting: false)) == true
      else { continue }
      try? Files.remove(path)
    }
  }

  private func prefix(_ purpose: Purpose, in folder: String = "") -> String {
    "\(folder).\(name).\(purpose.rawValue)-"
  }
}
