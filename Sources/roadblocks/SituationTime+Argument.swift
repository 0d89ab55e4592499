public import ArgumentParser
public import Chronicle

extension SituationTime: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
