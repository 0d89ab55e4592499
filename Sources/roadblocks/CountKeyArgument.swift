import ArgumentParser
import Chronicle
import Gazetteer

/// What to count by, as it is said on the command line.
enum CountKeyArgument: String, ExpressibleByArgument, CaseIterable {
  case department, province, district, route, cause

  var key: CountKey {
    switch self {
    case .department: .region(.department)
    case .province: .region(.province)
    case .district: .region(.district)
    case .route: .route
    case .cause: .cause
    }
  }
}
