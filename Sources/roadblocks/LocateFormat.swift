import ArgumentParser

enum LocateFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv
}
