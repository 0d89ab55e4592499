public import ArgumentParser
public import Chronicle

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
