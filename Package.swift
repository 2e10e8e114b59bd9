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

    // Reading and writing, whatever it is.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Files", dependencies: ["CZlib", "Diagnostics"]),

    // What is read from files.
    .target(
      name: "Scenarios",
      dependencies: [
        "Diagnostics", "Listening", "Repeatable", .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Transcripts", dependencies: ["Diagnostics", "Files", "Listening", "Repeatable"]),

    // Pure cores.
    .systemLibrary(name: "CPrefetch"),
    .target(name: "Grading", dependencies: ["CPrefetch", "Listening", "Repeatable"]),
    .target(
      name: "GraderTraining",
      dependencies: ["Agreement", "Files", "Grading", "Listening", "Repeatable"]),
    .target(
      name: "Clients", dependencies: ["Diagnostics", "Listening", "Repeatable", "Scenarios"]),
    .target(
      name: "LineProtocol", dependencies: ["Diagnostics", "Files", "Listening", "Transcripts"]),
    .target(
      name: "Practice",
      dependencies: [
        "Clients", "Diagnostics", "Files", "Grading", "LineProtocol", "Listening", "Repeatable",
        "Scenarios", "Transcripts",
      ]),

    // Edges.
    .target(
      name: "Packs",
      dependencies: [
        "CZlib", "Diagnostics", "Files", "Scenarios",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Records",
      dependencies: ["Diagnostics", "Files", "LineProtocol", "Practice", "Transcripts"]),
    .target(
      name: "Reports",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "Files", "GraderTraining", "Listening",
        "Scenarios", "Transcripts",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Scoring",
      dependencies: [
        "Diagnostics", "Files", "Grading", "Repeatable", "Reports", "Transcripts",
      ]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(
      name: "Terminal",
      dependencies: [
        "CReadline", "Diagnostics", "Files", "LineProtocol", "Listening", "Transcripts",
      ]),
    .target(
      name: "Server",
      dependencies: [
        "Files", "LineProtocol", "Practice", "Records",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "attune",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "Files", "GraderTraining", "Grading",
        "LineProtocol", "Listening", "Packs", "Practice", "Records", "Repeatable", "Reports",
        "Scenarios", "Scoring", "Server", "Terminal", "Transcripts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .target(
      name: "TestSupport", dependencies: ["Files", "Grading", "Repeatable", "Scenarios"],
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
      dependencies: ["GraderTraining", "Grading", "Listening", "Repeatable", "TestSupport"]),
    .testTarget(
      name: "GraderTrainingTests",
      dependencies: [
        "Agreement", "GraderTraining", "Grading", "Listening", "Repeatable", "TestSupport",
      ]),
    .testTarget(
      name: "LineProtocolTests",
      dependencies: ["Files", "LineProtocol", "Listening", "Transcripts"]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Clients", "Files", "Grading", "LineProtocol", "Practice", "Records", "Repeatable",
        "Scenarios", "Server", "TestSupport",
      ]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["LineProtocol", "Listening", "Terminal", "TestSupport", "Transcripts"]),
    .testTarget(name: "RepeatableTests", dependencies: ["Repeatable"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ListeningTests", dependencies: ["Listening", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "Files", "GraderTraining", "Listening",
        "Reports", "Scenarios", "TestSupport", "Transcripts",
      ]),
    .testTarget(
      name: "ScenariosTests",
      dependencies: ["Diagnostics", "Listening", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "PacksTests", dependencies: ["Diagnostics", "Packs", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "ScoringTests",
      dependencies: [
        "Diagnostics", "Files", "Grading", "Reports", "Scoring", "TestSupport", "Transcripts",
      ]),
    .testTarget(
      name: "TranscriptsTests",
      dependencies: ["Diagnostics", "Files", "Listening", "Transcripts", "TestSupport"]),
    .testTarget(
      name: "ClientsTests",
      dependencies: [
        "Clients", "Listening", "Repeatable", "Scenarios", "TestSupport",
      ]),
    .testTarget(
      name: "PracticeTests",
      dependencies: [
        "Clients", "Files", "Grading", "LineProtocol", "Listening", "Practice", "Repeatable",
        "Scenarios", "TestSupport", "Transcripts",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        "Clients", "Files", "Grading", "LineProtocol", "Practice", "Records", "Repeatable",
        "Scenarios", "TestSupport", "Transcripts",
      ]),
  ],
  swiftLanguageModes: [.v6]
)
