import Diagnostics
import Foundation
import PackFormat
import Packs
import Scenarios
import TestSupport

/// Sends mutants of the shipped packs through the loader, and tells which one it did not survive.
///
///     FuzzPacks --cases 1000000     as many cases, on two processes at a time
///     FuzzPacks --case 4711         one of them, to look at
///
/// A case has 20 seconds; 'make fuzz' gives each process 2 GiB of memory.
@main
struct FuzzPacks {
  static let window: UInt64 = 25_000
  static let patience = 20.0

  static func main() throws {
    let arguments = CommandLine.arguments
    func number(after name: String) -> UInt64? {
      arguments.firstIndex(of: name).flatMap { index in
        arguments.indices.contains(index + 1) ? UInt64(arguments[index + 1]) : nil
      }
    }
    if let one = number(after: "--case") {
      try Worker().show(one)
    } else if let first = number(after: "--from"), let end = number(after: "--to"),
      let log = arguments.last
    {
      try Worker().run(first..<end, log: log)
    } else {
      let cases = number(after: "--cases") ?? 1_000_000
      exit(try Foreman(cases: cases).run() ? 0 : 1)
    }
  }
}

/// Reads cases one after the other, noting each before it begins.
struct Worker {
  private let mutants = Mutants(of: Repository.scenarios)

  /// What became of a case.
  private enum Outcome: Int, CaseIterable {
    case loaded, refused
  }

  func run(_ cases: Range<UInt64>, log: String) throws {
    let file = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var counts = [0, 0]
    for number in cases {
      var note = number
      pwrite(file, &note, MemoryLayout<UInt64>.size, 0)
      counts[outcome(of: number).rawValue] += 1
    }
    print("\(counts[0]) \(counts[1])")
  }

  private func outcome(of number: UInt64) -> Outcome {
    do {
      try load(number)
      return .loaded
    } catch {
      return .refused
    }
  }

  /// Does with a pack all that the program does before it plays one.
  private func load(_ number: UInt64) throws(DiagnosticList) {
    var name = "pack"
    var files: [PackFile]
    switch mutants.mutant(number) {
    case .files(let found): files = found
    case .archive(let bytes): (name, files) = try PackArchive.read(bytes, label: "a.tar.gz")
    }
    let pack = try PackLoader.load(name: name, label: name, files: files)
    _ = try PackTest.all(in: files, of: pack)
    _ = pack.lint()
    _ = Checksum(of: files).pack
  }

  func show(_ number: UInt64) throws {
    if case .files(let files) = mutants.mutant(number) {
      for file in files {
        print("=== \(file.path)\n\(String(decoding: try file.content.get(), as: UTF8.self))")
      }
    }
    do throws(DiagnosticList) {
      try load(number)
      print("loads")
    } catch {
      print(error)
    }
  }
}

/// Gives windows of cases to two workers at a time, and watches that they get on.
struct Foreman {
  let cases: UInt64

  /// Runs all cases; whether every one was survived.
  func run() throws -> Bool {
    let windows = stride(from: 0, to: cases, by: Int(FuzzPacks.window)).map {
      $0..<min($0 + FuzzPacks.window, cases)
    }
    let start = Date()
    var rest = windows[...]
    var crews: [Crew] = []
    var totals = (loaded: 0, refused: 0)
    var failed = 0
    while !rest.isEmpty || !crews.isEmpty {
      while crews.count < 2, let next = rest.popFirst() { crews.append(try Crew(next)) }
      Thread.sleep(forTimeInterval: 0.2)
      crews = crews.filter { crew in
        switch crew.state() {
        case .working: return true
        case .done(let loaded, let refused):
          totals.loaded += loaded
          totals.refused += refused
          let seconds = Int(Date().timeIntervalSince(start))
          tell("\(totals.loaded + totals.refused) cases, \(seconds) s")
        case .lost(let number, let how):
          failed += 1
          tell("case \(number) \(how); look at it with --case \(number)")
        }
        return false
      }
    }
    tell(
      "\(totals.loaded + totals.refused) cases: \(totals.loaded) loaded, \(totals.refused) refused, "
        + "\(failed) not survived")
    return failed == 0
  }
}

/// Writes a line at once, whether somebody watches or it goes to a file.
private func tell(_ line: String) {
  FileHandle.standardOutput.write(Data((line + "\n").utf8))
}

/// A worker's process.
final class Crew {
  enum State {
    case working
    case done(loaded: Int, refused: Int)
    case lost(UInt64, String)
  }

  private let process = Process()
  private let output = Pipe()
  private let log: URL
  private var last: (number: UInt64, since: Date) = (.max, Date())

  init(_ cases: Range<UInt64>) throws {
    log = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
    process.arguments = ["--from", "\(cases.lowerBound)", "--to", "\(cases.upperBound)", log.path]
    process.standardOutput = output
    try process.run()
  }

  private var number: UInt64 {
    let data = FileManager.default.contents(atPath: log.path) ?? Data()
    return data.count == 8 ? data.withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) } : .max
  }

  func state() -> State {
    if process.isRunning {
      let number = number
      if number != last.number { last = (number, Date()) }
      if Date().timeIntervalSince(last.since) < FuzzPacks.patience { return .working }
      kill(process.processIdentifier, SIGKILL)
      return .lost(number, "hangs")
    }
    defer { try? FileManager.default.removeItem(at: log) }
    let words = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard process.terminationReason == .exit, words.count == 2 else {
      return .lost(number, "crashes")
    }
    return .done(loaded: words[0], refused: words[1])
  }
}
