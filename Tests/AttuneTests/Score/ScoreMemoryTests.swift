import Foundation
import Testing

/// How much memory `attune score` takes, whatever the length of its input.
struct ScoreMemoryTests {
  /// Kinds of input, by a record of each. A key that is ignored makes much to read, and a long id
  /// much to keep, for whoever would keep it; there is little to grade, in the same words each time,
  /// because the grader remembers a number of words.
  enum Input: String, CaseIterable {
    case records, conversations
    /// One conversation, however long, in one JSON document.
    case conversation
    /// One conversation, however long, an utterance a line.
    case utterances

    private static let note = String(repeating: "und so weiter ", count: 100)
    private static let id = String(repeating: "session-", count: 250)

    var arguments: [String] { ["--format", self == .conversation ? "json" : "ndjson"] }

    func record(_ number: Int) -> String {
      if self == .conversation {
        let heading = number == 0 ? "session,turn,id,note,client,text\n" : ""
        return heading + "one,\(number + 1),\(Self.id)\(number),\(Self.note),Hm.,So."
      }
      let beginning = #"{"id":"\#(Self.id)\#(number)","note":"\#(Self.note)","#
      let end = #""conversation_id":"one","text":"So."}"#
      return switch self {
      case .utterances:
        "\(beginning)\"speaker\":\"client\",\(end)\n\(beginning)\"speaker\":\"therapist\",\(end)"
      case .records: beginning + #""client":"Hm.","text":"So."}"#
      case .conversations, .conversation:
        beginning + #""utterances":[{"speaker":"client","text":"Hm."},"#
          + #"{"speaker":"trainee","text":"So."}]}"#
      }
    }
  }

  /// Runs the program to its end.
  ///
  /// - Returns: The largest size that it had in memory, in KiB, and the last that it wrote.
  private func run(_ program: Program, _ arguments: [String]) throws -> (peak: Int, end: String) {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = arguments
    process.environment = program.environment
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    var peak = 0
    var end = Data()
    repeat {
      // Asked each time before some of the output is taken, which the program waits for. What
      // `wait4` says in the end would not do: there the size of the process that starts it counts.
      let status = try? String(
        contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
      if let size = status?.firstMatch(of: /VmHWM:\s*(\d+) kB/) {
        peak = max(peak, Int(size.1) ?? 0)
      }
      let output = pipe.fileHandleForReading.availableData
      if output.isEmpty { break }
      end = (end + output).suffix(1 << 14)
    } while true
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return (peak, String(decoding: end, as: UTF8.self))
  }

  @Test(
    "Sixteen times the input takes no more memory",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status"), "there is no /proc"),
    arguments: Input.allCases)
  func bounded(input: Input) throws {
    let program = try Program()
    defer { program.remove() }
    // A small model: to read the one that grades takes more memory than a run after it.
    let corpus = try program.write(
      #"{"text":"You miss it.","theme":"loss","codes":{"reflection":"complex"}}"#,
      to: "corpus/one.ndjson")
    let model = program.home.appendingPathComponent("small.model").path
    let folder = URL(fileURLWithPath: corpus).deletingLastPathComponent().path
    let trained = try program.run("model", "train", "--corpus", folder, "--output", model)
    try #require(trained.status == 0, "\(trained.errors)")
    func peak(_ megabytes: Int) throws -> Int {
      let count = (megabytes << 20) / input.record(0).utf8.count
      var records = Data()
      for number in 0..<count { records.append(Data((input.record(number) + "\n").utf8)) }
      let file = program.home.appendingPathComponent("\(megabytes)")
      try records.write(to: file)
      let (peak, end) = try run(
        program, ["score", "--model", model, "--jobs", "2"] + input.arguments + [file.path])
      #expect(end.contains("session-\(count - 1)"))
      return peak
    }
    let (small, large) = (try peak(2), try peak(32))
    #expect(small > 0)
    // What a run needs varies by about one MiB; the ids, if they were kept, would be sixteen.
    #expect(large < small + 4 << 10, "\(small) and \(large) KiB")
  }
}
