import ArgumentParser

/// Standard output, written in large pieces.
struct StandardOutput {
  private var pending: [UInt8] = []

  mutating func write(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    if pending.count >= 1 << 16 { flush() }
  }

  mutating func write(line: String) {
    write(line.utf8)
    write(CollectionOfOne(UInt8(ascii: "\n")))
  }

  /// Writes what is pending. Where that fails the program ends: an answer with a hole in it is none.
  mutating func flush() {
    if let reason = StandardStream.output.write(pending) {
      StandardError.write("error: standard output: cannot write: \(reason)")
      Roadblocks.exit(withError: Exit.badOutput.code)
    }
    pending.removeAll(keepingCapacity: true)
  }
}
