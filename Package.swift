// swift-tools-version: 6.1

import PackageDescription

let package = Package(
  name: "attune",
  products: [
    .executable(name: "attune", targets: ["attune"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The vocabulary everything else speaks.
    .target(name: "Listening"),
    .target(name: "Diagnostics"),

    // Hashes and random numbers that are the same everywhere.
    .target(name: "Repeatable"),

    // How far raters agree.
    .target(name: "Agreement"),

    // What is read from files.
    .target(
      name: "Scenarios",
      dependencies: [
        "Diagnostics", "Listening", "Repeatable", .product(name: "Yams", package: "Yams"),
      ]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Transcripts", dependencies: ["CZlib", "Diagnostics", "Listening", "Repeatable"]),

    // Pure cores.
    .target(name: "Grading", dependencies: ["Agreement", "Listening", "Repeatable"]),
    .target(
      name: "Clients", dependencies: ["Diagnostics", "Listening", "Repeatable", "Scenarios"]),
    .target(name: "LineProtocol", dependencies: ["Diagnostics", "Listening", "Transcripts"]),
    .target(
      name: "Practice",
      dependencies: [
        "Clients", "Diagnostics", "Grading", "LineProtocol", "Listening", "Repeatable",
        "Scenarios", "Transcripts",
      ]),

    // Edges.
    .target(
      name: "Packs",
      dependencies: [
        "CZlib", "Diagnostics", "Scenarios", "Transcripts",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Records", dependencies: ["Diagnostics", "LineProtocol", "Practice", "Transcripts"]),
    .target(
      name: "Reports",
      dependencies: [
        "Agreement", "Diagnostics", "Listening", "Scenarios", "Transcripts",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Scoring",
      dependencies: [
        "Diagnostics", "Grading", "Records", "Repeatable", "Reports", "Transcripts",
      ]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(
      name: "Terminal",
      dependencies: ["CReadline", "Diagnostics", "LineProtocol", "Listening", "Transcripts"]),
    .target(
      name: "Server",
      dependencies: [
        "LineProtocol", "Practice", "Records", "Transcripts",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "attune",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "Grading", "LineProtocol", "Listening", "Packs",
        "Practice", "Records", "Repeatable", "Reports", "Scenarios", "Scoring", "Server",
        "Terminal", "Transcripts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .target(
      name: "TestSupport", dependencies: ["Grading", "Repeatable", "Scenarios"],
      path: "Tests/TestSupport"),
    // Run by 'make fuzz'.
    .executableTarget(
      name: "FuzzPacks", dependencies: ["Packs", "Scenarios", "TestSupport"],
      path: "Tests/FuzzPacks"),
    .testTarget(name: "AttuneTests", dependencies: ["attune", "CPty", "TestSupport"]),
    .testTarget(
      name: "AgreementTests", dependencies: ["Agreement", "TestSupport"], exclude: ["Fixtures"]),
    .testTarget(
      name: "GradingTests",
      dependencies: [
        "Agreement", "Grading", "Listening", "Repeatable", "TestSupport",
      ]),
    .testTarget(
      name: "LineProtocolTests", dependencies: ["LineProtocol", "Listening", "Transcripts"]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Clients", "Grading", "LineProtocol", "Practice", "Records", "Repeatable", "Scenarios",
        "Server", "TestSupport", "Transcripts",
      ]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["LineProtocol", "Listening", "Terminal", "TestSupport", "Transcripts"]),
    .testTarget(name: "RepeatableTests", dependencies: ["Repeatable"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ListeningTests", dependencies: ["Listening", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Agreement", "Diagnostics", "Listening", "Reports", "Scenarios", "Transcripts",
        "TestSupport",
      ]),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Diagnostics", "Listening", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "PacksTests", dependencies: ["Diagnostics", "Packs", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "ScoringTests",
      dependencies: [
        "Diagnostics", "Grading", "Reports", "Scoring", "TestSupport", "Transcripts",
      ]),
    .testTarget(
      name: "TranscriptsTests",
      dependencies: ["Diagnostics", "Listening", "Transcripts", "TestSupport"]),
    .testTarget(
      name: "ClientsTests",
      dependencies: [
        "Clients", "Listening", "Repeatable", "Scenarios", "TestSupport",
      ]),
    .testTarget(
      name: "PracticeTests",
      dependencies: [
        "Clients", "Grading", "LineProtocol", "Listening", "Practice", "Repeatable", "Scenarios",
        "TestSupport", "Transcripts",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        "Clients", "Grading", "LineProtocol", "Practice", "Records", "Repeatable", "Scenarios",
        "TestSupport", "Transcripts",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
