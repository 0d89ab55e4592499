/// Gives out each name once: the second time one is asked for it gets `-2` behind it, then `-3`.
struct UniqueNames {
  private var taken: Set<String> = []
  /// The last number given to a name, so that a thousand of one name cost a thousand steps.
  private var counts: [String: Int] = [:]

  mutating func claim(_ name: String) -> String {
    guard !taken.insert(name).inserted else { return name }
    var count = counts[name] ?? 1
    var candidate: String
    repeat {
      count += 1
      candidate = "\(name)-\(count)"
    } while !taken.insert(candidate).inserted
    counts[name] = count
    return candidate
  }
}
