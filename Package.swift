// swift-tools-version: 6.1

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "roadblock-mapper",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "roadblocks", targets: ["roadblocks"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CGEOS",
      pkgConfig: "geos",
      providers: [.apt(["libgeos-dev"]), .brew(["geos"])]
    ),
    .systemLibrary(
      name: "CPROJ",
      pkgConfig: "proj",
      providers: [.apt(["libproj-dev"]), .brew(["proj"])]
    ),
    .target(name: "Geo", dependencies: ["CGEOS", "CPROJ"], swiftSettings: settings),
    .testTarget(name: "GeoTests", dependencies: ["Geo"], swiftSettings: settings),
    .target(name: "GeoFormats", dependencies: ["Geo"], swiftSettings: settings),
    .testTarget(name: "GeoFormatsTests", dependencies: ["GeoFormats"], swiftSettings: settings),
    .target(name: "Gazetteer", dependencies: ["Geo", "GeoFormats"], swiftSettings: settings),
    .testTarget(name: "GazetteerTests", dependencies: ["Gazetteer"], swiftSettings: settings),
    .target(name: "Chronicle", dependencies: ["Geo", "Gazetteer"], swiftSettings: settings),
    .testTarget(
      name: "ChronicleTests",
      dependencies: ["Chronicle", "Geo", "Gazetteer"],
      swiftSettings: settings
    ),
    .target(
      name: "Reading",
      dependencies: ["Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      exclude: ["corpus"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "roadblocks",
      dependencies: [
        "Geo", "GeoFormats", "Gazetteer", "Chronicle", "Reading",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
  ]
)
