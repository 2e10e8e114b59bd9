import Foundation
import Testing
import TestSupport

/// The built program, run as a user would, in a home of its own.
struct Program {
  let home: URL
  var environment: [String: String]

  /// A program with an empty home.
  init() throws {
    home = FileManager.default.temporaryDirectory
      .appendingPathComponent("attune-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    // In the background of a script the tests have it ignored, and so would what they run.
    signal(SIGINT, SIG_DFL)
    environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm",
      "XDG_DATA_HOME": home.appendingPathComponent("data").path,
      "XDG_STATE_HOME": home.appendingPathComponent("state").path,
    ]
  }

  /// The folder of the repository.
  static let root = Repository.root

  /// The executable that `swift test` has built beside the tests.
  static let executable: URL = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    while folder.path.count > 1 {
      let candidate = folder.appendingPathComponent("attune")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        folder.path.contains("/debug") || folder.path.contains("/release")
      {
        return candidate
      }
      folder.deleteLastPathComponent()
    }
    return root.appendingPathComponent(".build/debug/attune")
  }()

  var sessions: URL { home.appendingPathComponent("data/attune/sessions") }

  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Runs the program to its end.
  func run(_ arguments: [String], input: Data = Data(), in folder: URL? = nil) throws -> Result {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = folder ?? home
    // Files rather than pipes: no side can wait for the other.
    let name = UUID().uuidString
    let files = ["in", "out", "err"].map { home.appendingPathComponent("\(name).\($0)") }
    try input.write(to: files[0])
    for file in files.dropFirst() { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: files[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: files[2]), as: UTF8.self))
  }

  func run(_ arguments: String..., input: String = "") throws -> Result {
    try run(arguments, input: Data(input.utf8))
  }

  /// Runs a shell's command line in the program's home, with the program as `$ATTUNE`.
  ///
  /// - Returns: Its status, and what it wrote to standard output and standard error together.
  func shell(_ command: String) throws -> (status: Int32, told: String) {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", command]
    shell.environment = environment.merging(["ATTUNE": Self.executable.path]) { $1 }
    shell.currentDirectoryURL = home
    let output = Pipe()
    shell.standardOutput = output
    shell.standardError = output
    try shell.run()
    let told = try output.fileHandleForReading.readToEnd() ?? Data()
    shell.waitUntilExit()
    return (shell.terminationStatus, String(decoding: told, as: UTF8.self))
  }

  /// A file in the program's home.
  func write(_ text: String, to name: String) throws -> String {
    let url = home.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Puts a text for another, wherever it stands in a file of the program's home.
  func edit(_ name: String, _ old: String, _ new: String) throws {
    let url = home.appendingPathComponent(name)
    let text = try String(contentsOf: url, encoding: .utf8)
    #expect(text.contains(old))
    try Data(text.replacing(old, with: new).utf8).write(to: url)
  }

  func remove() {
    try? FileManager.default.removeItem(at: home)
  }
}
