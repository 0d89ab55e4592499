public import Chronicle
public import GeoFormats

/// Reports and what they say, with what was noticed on the way.
public struct ReportCollection: Sendable {
  public var reports: [Report]
  public var observations: [Observation]
  /// What is doubtful: a place that was not found, a quote that is not in its text.
  public var findings: [Finding]

  public init(reports: [Report] = [], observations: [Observation] = [], findings: [Finding] = []) {
    self.reports = reports
    self.observations = observations
    self.findings = findings
  }
}
