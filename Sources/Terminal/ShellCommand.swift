import Diagnostics
import Transcripts

/// What a trainee can ask of the shell; anything else is said to the client.
enum ShellCommand: String, CaseIterable {
  case help, why, hint, example, retry, summary, client, list, save, end, quit

  /// What it is for.
  var purpose: String {
    switch self {
    case .help: "this list"
    case .why: "the words that earned the last grade, and how the scores add up"
    case .hint: "what to listen for in the client's last line"
    case .example: "a reply to the client's last line that would land well"
    case .retry: "take your last reply back and try again"
    case .summary: "the session so far"
    case .client: "who the client is, and what to practise"
    case .list: "the vignettes"
    case .save: "where the session is saved; /save FILE writes a copy"
    case .end: "end the session; /end FILE writes a copy of the whole of it"
    case .quit: "leave; the session stays open"
    }
  }

  /// What a line is.
  enum Line: Hashable {
    /// A command and what follows it.
    case command(ShellCommand, argument: String)
    /// It begins with a slash, but there is no such command.
    case unknown(String, hint: String?)
    /// Words for the client. A line that begins with two slashes is said with one.
    case speech(String)
  }

  /// Reads a line.
  static func read(_ line: String) -> Line {
    if line.hasPrefix("//") { return .speech(String(line.dropFirst())) }
    guard line.hasPrefix("/") else { return .speech(line) }
    let parts = line.dropFirst().split(separator: " ", maxSplits: 1)
    let name = parts.first.map { $0.lowercased() } ?? ""
    let argument = parts.count > 1 ? String(parts[1].trimmed) : ""
    if let command = ShellCommand(rawValue: name) { return .command(command, argument: argument) }
    return .unknown(
      "/" + name, hint: NearName.of(name, in: allCases.map(\.rawValue)).map { "/" + $0 })
  }
}
