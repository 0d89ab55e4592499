// swift-tools-version: 6.1

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "roadblock-mapper-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "roadblock-mapper", path: ".."),
    // Without its traits it needs no jemalloc.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .executableTarget(
      name: "GazetteerBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Geo", package: "roadblock-mapper"),
        .product(name: "Gazetteer", package: "roadblock-mapper"),
      ],
      path: "Benchmarks/GazetteerBenchmarks",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "ReadingBenchmarks",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "Chronicle", package: "roadblock-mapper"),
        .product(name: "Gazetteer", package: "roadblock-mapper"),
        .product(name: "Reading", package: "roadblock-mapper"),
      ],
      path: "Benchmarks/ReadingBenchmarks",
      swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    ),
    .executableTarget(
      name: "features",
      dependencies: [
        .product(name: "Geo", package: "roadblock-mapper"),
        .product(name: "GeoFormats", package: "roadblock-mapper"),
      ],
      path: "Benchmarks/FeatureReading",
      swiftSettings: settings
    ),
  ]
)
