extension TopologyError: CustomStringConvertible {
  public var description: String { "cannot \(operation.rawValue): \(message)" }
}
