import GeoFormats

/// Standard output as somewhere to write bytes.
struct StandardOutputSink: ByteSink, Sendable {
  mutating func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    guard let reason = StandardStream.output.write(bytes) else { return }
    throw OutputError(path: "standard output", action: "write", reason: reason)
  }
}
