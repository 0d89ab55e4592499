import Benchmark
import Gazetteer
import Geo

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.throughput, .wallClock],
    maxDuration: .seconds(5)
  )

  Benchmark("Load GeoData", configuration: .init(maxIterations: 100)) { benchmark in
    for _ in benchmark.scaledIterations { blackHole(try CountryPack.read(folder: Workload.folder)) }
  }

  Benchmark("Make a locator") { benchmark, pack in
    for _ in benchmark.scaledIterations { blackHole(try Locator(pack)) }
  } setup: {
    try CountryPack.read(folder: Workload.folder)
  }

  // A kilometre of one highway with the region that the report names.
  Benchmark("Kilometre in its region, one route", configuration: .init(scalingFactor: .kilo)) {
    benchmark,
    workload in
    let (route, regions) = (workload.panamericanaSur, workload.pack.regions)
    for iteration in benchmark.scaledIterations {
      let posted = 230 + Double(iteration & 127)
      blackHole(route.fix(posted: posted, in: workload.ica, of: regions))
    }
  } setup: {
    try Workload()
  }

  // Posted kilometres of all routes, each with the district it lies in.
  Benchmark("Kilometre in its region, all routes", configuration: .init(scalingFactor: .kilo)) {
    benchmark,
    workload in
    let (routes, regions) = (workload.pack.routes, workload.pack.regions)
    let first = 1000 * benchmark.currentIteration
    for iteration in benchmark.scaledIterations {
      let reference = workload.kilometres[(first + iteration) & (Workload.count - 1)]
      blackHole(routes[reference.route].fix(posted: reference.posted, in: reference.region, of: regions))
    }
  } setup: {
    try Workload()
  }

  Benchmark("Kilometre without a region, all routes", configuration: .init(scalingFactor: .kilo)) {
    benchmark,
    workload in
    let (routes, regions) = (workload.pack.routes, workload.pack.regions)
    let first = 1000 * benchmark.currentIteration
    for iteration in benchmark.scaledIterations {
      let reference = workload.kilometres[(first + iteration) & (Workload.count - 1)]
      blackHole(routes[reference.route].fix(posted: reference.posted, in: nil, of: regions))
    }
  } setup: {
    try Workload()
  }

  // The text as a dispatch or an alert has it, and the region beside it.
  Benchmark("Text with a kilometre", configuration: .init(scalingFactor: .kilo)) { benchmark, workload in
    let references = Workload.kilometreTexts
    for iteration in benchmark.scaledIterations {
      let (text, region) = references[iteration % references.count]
      blackHole(workload.locator.locate(text, in: region))
    }
  } setup: {
    try Workload()
  }

  Benchmark("Text with a place", configuration: .init(scalingFactor: .kilo)) { benchmark, workload in
    let references = Workload.placeTexts
    for iteration in benchmark.scaledIterations {
      let (text, region) = references[iteration % references.count]
      blackHole(workload.locator.locate(text, in: region))
    }
  } setup: {
    try Workload()
  }

  Benchmark("Road between two towns") { benchmark, workload in
    for _ in benchmark.scaledIterations {
      blackHole(workload.locator.locate("the road connecting Puno to Arequipa"))
    }
  } setup: {
    try Workload()
  }

  Benchmark("Region of a coordinate", configuration: .init(scalingFactor: .kilo)) { benchmark, workload in
    let first = 1000 * benchmark.currentIteration
    for iteration in benchmark.scaledIterations {
      blackHole(workload.locator.region(at: workload.coordinates[(first + iteration) & (Workload.count - 1)]))
    }
  } setup: {
    try Workload()
  }
}
