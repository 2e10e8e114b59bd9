// swift-tools-version: 6.3

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
    // Pure: none of these has a dependency that opens a file, a folder or a socket.
    .target(name: "Listening"),
    .target(name: "Diagnostics"),
    .target(name: "Repeatable"),
    .target(name: "Agreement", dependencies: ["Repeatable"]),
    .target(name: "Lines", dependencies: ["Diagnostics"]),
    .target(name: "Scenarios", dependencies: ["Diagnostics", "Listening"]),
    .target(
      name: "Transcripts", dependencies: ["Diagnostics", "Lines", "Listening", "Repeatable"]),
    .systemLibrary(name: "CPrefetch"),
    .target(name: "Grading", dependencies: ["CPrefetch", "Listening", "Repeatable"]),
    .target(
      name: "GraderTraining",
      dependencies: [
        "Agreement", "CPrefetch", "Diagnostics", "Grading", "Lines", "Listening", "Repeatable",
        "Transcripts",
      ]),
    .target(
      name: "Clients", dependencies: ["Diagnostics", "Listening", "Repeatable", "Scenarios"]),
    .target(
      name: "LineProtocol", dependencies: ["Diagnostics", "Lines", "Listening", "Transcripts"]),
    .target(
      name: "Practice",
      dependencies: [
        "Clients", "Diagnostics", "Grading", "LineProtocol", "Lines", "Listening", "Repeatable",
        "Scenarios", "Transcripts",
      ]),

    // Edges.
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Files", dependencies: ["CZlib", "Lines"]),
    .target(
      name: "PackFormat",
      dependencies: [
        "Diagnostics", "Files", "Listening", "Repeatable", "Scenarios",
        .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Packs",
      dependencies: [
        "CZlib", "Diagnostics", "Files", "Lines", "PackFormat", "Repeatable", "Scenarios",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Records", dependencies: ["Files", "LineProtocol", "Lines", "Practice", "Transcripts"]),
    .target(
      name: "Reports",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "GraderTraining", "Lines", "Listening", "Scenarios",
        "Transcripts",
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "Scoring",
      dependencies: [
        "Diagnostics", "Files", "Grading", "Lines", "Listening", "Repeatable", "Reports",
        "Transcripts",
      ]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .target(
      name: "Terminal",
      dependencies: [
        "CReadline", "Diagnostics", "Files", "LineProtocol", "Lines", "Listening", "Transcripts",
      ]),
    .target(
      name: "Server",
      dependencies: [
        "Files", "LineProtocol", "Lines", "Records",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "attune",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "Files", "GraderTraining", "Grading",
        "LineProtocol", "Lines", "Listening", "PackFormat", "Packs", "Practice", "Records",
        "Repeatable", "Reports",
        "Scenarios", "Scoring", "Server", "Terminal", "Transcripts",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util")]),
    .target(
      name: "TestSupport",
      dependencies: [
        "Agreement", "Files", "Grading", "Lines", "Listening", "PackFormat", "Repeatable",
        "Scenarios",
      ],
      path: "Tests/TestSupport"),
    // Run by 'make fuzz'.
    .executableTarget(
      name: "FuzzPacks",
      dependencies: [
        "Diagnostics", "PackFormat", "Packs", "Repeatable", "Scenarios", "TestSupport",
      ],
      path: "Tests/FuzzPacks"),
    .testTarget(name: "AttuneTests", dependencies: ["attune", "CPty", "Files", "TestSupport"]),
    .testTarget(
      name: "AgreementTests",
      dependencies: ["Agreement", "Repeatable", "TestSupport"], exclude: ["Fixtures"]),
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
      dependencies: ["LineProtocol", "Lines", "Listening", "Transcripts"]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "Clients", "Files", "Grading", "LineProtocol", "Lines", "Practice", "Records", "Repeatable",
        "Scenarios", "Server", "TestSupport",
      ]),
    .testTarget(
      name: "LinesTests",
      dependencies: ["Diagnostics", "Files", "Lines", "Repeatable", "TestSupport"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "Files", "LineProtocol", "Listening", "Repeatable", "Terminal", "TestSupport",
        "Transcripts",
      ]),
    .testTarget(
      name: "FilesTests", dependencies: ["Diagnostics", "Files", "Lines", "TestSupport"]),
    .testTarget(name: "RepeatableTests", dependencies: ["Repeatable"]),
    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"]),
    .testTarget(name: "ListeningTests", dependencies: ["Listening", "TestSupport"]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Agreement", "Clients", "Diagnostics", "Files", "GraderTraining", "Lines", "Listening",
        "PackFormat", "Reports", "Scenarios", "TestSupport", "Transcripts",
      ]),
    .testTarget(name: "ScenariosTests", dependencies: ["Scenarios"]),
    .testTarget(
      name: "PackFormatTests",
      dependencies: ["Diagnostics", "Listening", "PackFormat", "Scenarios", "TestSupport"]),
    .testTarget(
      name: "PacksTests",
      dependencies: [
        "Diagnostics", "PackFormat", "Packs", "Repeatable", "Scenarios", "TestSupport",
      ]),
    .testTarget(
      name: "ScoringTests",
      dependencies: [
        "Diagnostics", "Files", "Grading", "Lines", "Listening", "Repeatable", "Reports", "Scoring",
        "TestSupport", "Transcripts",
      ]),
    .testTarget(
      name: "TranscriptsTests",
      dependencies: [
        "Diagnostics", "Files", "Lines", "Listening", "Repeatable", "TestSupport", "Transcripts",
      ]),
    .testTarget(
      name: "ClientsTests",
      dependencies: [
        "Clients", "Diagnostics", "Grading", "Listening", "PackFormat", "Repeatable", "Scenarios",
        "TestSupport",
      ]),
    .testTarget(
      name: "PracticeTests",
      dependencies: [
        "Clients", "Diagnostics", "Grading", "LineProtocol", "Lines", "Listening", "PackFormat",
        "Practice", "Repeatable", "Scenarios", "TestSupport", "Transcripts",
      ], exclude: ["Golden"]),
    .testTarget(
      name: "RecordsTests",
      dependencies: [
        "Clients", "Files", "Grading", "LineProtocol", "Lines", "Practice", "Records", "Repeatable",
        "Scenarios", "TestSupport", "Transcripts",
      ]),
  ]
)

// A file imports every module whose members it uses, so that the imports tell what it rests on.
for target in package.targets where [.regular, .executable].contains(target.type) {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  ]
}

// What computes for long is optimised in debug builds, too: the tests play thousands of sessions and
// train models.
let computing: Set = [
  "Agreement", "Clients", "GraderTraining", "Grading", "Lines", "Listening", "PackFormat",
  "Practice", "Repeatable", "Scenarios", "Transcripts",
]
for target in package.targets where computing.contains(target.name) {
  target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
}

// The toolchain's own linker is quicker with Swift's libraries inside.
for target in package.targets where target.type == .executable {
  target.linkerSettings = [.unsafeFlags(["-use-ld=lld"], .when(configuration: .release))]
}
