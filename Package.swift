// swift-tools-version: 6.2

import PackageDescription

var settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// A flag on the command line would reach the dependencies too, whose warnings are not ours.
if Context.environment["WARNINGS_AS_ERRORS"] != nil {
  settings.append(.treatAllWarnings(as: .error))
}

let package = Package(
  name: "roadblock-mapper",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Geo", targets: ["Geo"]),
    .library(name: "GeoFormats", targets: ["GeoFormats"]),
    .library(name: "Gazetteer", targets: ["Gazetteer"]),
    .library(name: "Chronicle", targets: ["Chronicle"]),
    .library(name: "Reading", targets: ["Reading"]),
    .executable(name: "roadblocks", targets: ["roadblocks"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
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
    .systemLibrary(
      name: "CCrypto",
      pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl@3"])]
    ),
    .systemLibrary(
      name: "CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-gnutls-dev"]), .brew(["curl"])]
    ),
    .systemLibrary(
      name: "CLZMA",
      pkgConfig: "liblzma",
      providers: [.apt(["liblzma-dev"]), .brew(["xz"])]
    ),
    .systemLibrary(
      name: "CZLIB",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CPQ",
      pkgConfig: "libpq",
      providers: [.apt(["libpq-dev"]), .brew(["libpq"])]
    ),
    .target(name: "Geo", dependencies: ["CGEOS", "CPROJ"], swiftSettings: settings),
    .target(
      name: "TestSupport",
      dependencies: ["GeoFormats"],
      path: "Tests/TestSupport",
      swiftSettings: settings
    ),
    .testTarget(name: "GeoTests", dependencies: ["Geo", "TestSupport"], swiftSettings: settings),
    .target(
      name: "GeoFormats",
      dependencies: [
        "Geo", "CLZMA", "CPQ", "CZLIB",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GeoFormatsTests",
      dependencies: ["GeoFormats", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings
    ),
    .target(name: "Comparing", dependencies: ["Geo", "GeoFormats"], swiftSettings: settings),
    .testTarget(
      name: "ComparingTests",
      dependencies: ["Comparing", "Geo", "GeoFormats", "TestSupport"],
      swiftSettings: settings
    ),
    .target(name: "Gazetteer", dependencies: ["Geo", "GeoFormats"], swiftSettings: settings),
    .testTarget(
      name: "GazetteerTests",
      dependencies: ["Gazetteer", "TestSupport"],
      exclude: ["references.tsv"],
      swiftSettings: settings
    ),
    .target(name: "Chronicle", dependencies: ["Geo", "Gazetteer"], swiftSettings: settings),
    .testTarget(name: "ChronicleTests", dependencies: ["Chronicle", "TestSupport"], swiftSettings: settings),
    .target(
      name: "Ledger",
      dependencies: ["CCrypto", "Chronicle", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "LedgerTests",
      dependencies: ["Ledger", "Chronicle", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings
    ),
    .target(name: "Fetching", dependencies: ["CCurl"], swiftSettings: settings),
    .testTarget(name: "FetchingTests", dependencies: ["Fetching"], swiftSettings: settings),
    .target(
      name: "Reading",
      dependencies: ["Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      exclude: ["constructions", "corpus"],
      swiftSettings: settings
    ),
    .target(
      name: "Intake",
      dependencies: ["Geo", "GeoFormats", "Gazetteer", "Chronicle", "Ledger", "Reading"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["Geo", "GeoFormats", "Gazetteer", "Chronicle", "Ledger", "Intake", "TestSupport"],
      swiftSettings: settings
    ),
    .target(
      name: "Publishing",
      dependencies: ["CCrypto", "Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      resources: [.embedInCode("Page/Assets")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "PublishingTests",
      dependencies: ["Publishing", "Geo", "GeoFormats", "Gazetteer", "Chronicle", "TestSupport"],
      swiftSettings: settings
    ),
    .target(
      name: "Tables",
      dependencies: ["Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "TablesTests",
      dependencies: ["Tables", "Geo", "GeoFormats", "Gazetteer", "Chronicle"],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "roadblocks",
      dependencies: [
        "Geo", "GeoFormats", "Gazetteer", "Chronicle", "Ledger", "Intake", "Fetching", "Publishing",
        "Reading", "Comparing", "Tables",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["roadblocks", .product(name: "GRDB", package: "GRDB.swift")],
      exclude: ["Snapshots"],
      swiftSettings: settings
    ),
  ]
)
