import Foundation
import Testing

/// How much memory `attune score` takes, whatever the length of its input.
struct ScoreMemoryTests {
  /// Kinds of input, one record each, with a key that is ignored: it makes much to read and little
  /// to grade.
  enum Input: String, CaseIterable {
    case records, conversations

    func record(_ number: Int, _ filling: String) -> String {
      switch self {
      case .records:
        #"{"id":\#(number),"note":"\#(filling)","client":"Hm.","text":"So \#(number)."}"#
      case .conversations:
        #"{"id":\#(number),"note":"\#(filling)","utterances":["#
          + #"{"speaker":"client","text":"Hm \#(number)."},{"speaker":"trainee","text":"So."}]}"#
      }
    }
  }

  /// The largest resident size that a run of the program had, in bytes.
  private func peak(_ arguments: [String], output: String) throws -> Int {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT, 0o600)
    var words = ([Program.executable.path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    try #require(
      posix_spawn(&process, Program.executable.path, &actions, nil, &words, environ) == 0)
    // Of this child alone: other tests run children at the same time.
    var (status, usage) = (Int32(0), rusage())
    while wait4(process, &status, 0, &usage) < 0 { try #require(errno == EINTR) }
    #expect(status == 0)
    #if os(macOS)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }

  @Test("Sixteen times the input takes no more memory", arguments: Input.allCases)
  func bounded(input: Input) throws {
    let program = try Program()
    defer { program.remove() }
    let filling = String(repeating: "und so weiter ", count: 1 << 10)
    func run(_ megabytes: Int) throws -> (peak: Int, replies: Int) {
      let count = (megabytes << 20) / filling.utf8.count
      let path = program.home.appendingPathComponent("\(megabytes).ndjson").path
      try Data().write(to: URL(fileURLWithPath: path))
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
      for number in 0..<count {
        try file.write(contentsOf: Data((input.record(number, filling) + "\n").utf8))
      }
      try file.close()
      let scores = program.home.appendingPathComponent("\(megabytes).scores").path
      let peak = try peak(["score", "--format", "ndjson", "--jobs", "2", path], output: scores)
      let written = try Data(contentsOf: URL(fileURLWithPath: scores))
      return (peak, written.count { $0 == UInt8(ascii: "\n") })
    }
    let (small, large) = (try run(2), try run(32))
    #expect(large.replies >= 16 * small.replies && small.replies > 100)
    // What a run needs anyway varies by a few megabytes; 30 more are read.
    #expect(
      large.peak < small.peak + 8 << 20, "\(small.peak >> 20) and \(large.peak >> 20) MiB")
  }
}
