import LineProtocol
import Transcripts

/// The vignettes to choose from, and the question which it is to be.
struct VignetteMenu {
  /// What comes of asking.
  enum Answer {
    /// The vignette of this name, if there is one.
    case vignette(String)
    /// None: the shell ends so.
    case over(PracticeShell.Ending)
  }

  private let names: [String]
  private let source: any LineSource
  private let screen: Screen
  /// The packs that have not been shown yet, a line for each vignette.
  private var packs: ArraySlice<[String]>

  /// A menu of vignettes, whose list stands in these lines, pack by pack.
  init(
    _ vignettes: [VignetteItem], list: [[String]], source: any LineSource, screen: Screen
  ) {
    names = vignettes.map(\.name)
    packs = list[...]
    self.source = source
    self.screen = screen
  }

  /// Shows the next packs of the list: one that would run off the screen is shown in parts.
  mutating func showMore() throws {
    let room = source.isInteractive ? screen.height ?? .max : .max
    var lines = packs.popFirst() ?? []
    while let next = packs.first, lines.count + next.count + 5 <= room {
      lines += next
      packs.removeFirst()
    }
    try screen.show(lines + [""])
  }

  /// Asks until there is an answer.
  mutating func ask() throws -> Answer {
    while true {
      let more = packs.isEmpty ? "" : "; Enter shows more"
      switch source.read(prompt: "Who would you like to talk with? (number or name\(more)) ") {
      case .end:
        try screen.show([""])
        return .over(.done)
      case .hangup:
        return .over(.gone)
      case .stopped(let signal):
        return .over(.interrupted(signal: signal))
      case .failed(let reason):
        return .over(.unreadable(reason))
      case .interrupted:
        continue
      case .notText, .tooLong:
        try screen.show(["That was no text."])
      case .line(let line):
        source.discardHistory()
        let answer = String(line.trimmed)
        if answer.isEmpty {
          if !packs.isEmpty { try showMore() }
          continue
        }
        if ["/quit", "/end"].contains(answer) { return .over(.done) }
        guard let number = Int(answer) else { return .vignette(answer) }
        if number >= 1, number <= names.count { return .vignette(names[number - 1]) }
        try screen.show(["Choose a number from 1 to \(names.count)."])
      }
    }
  }
}
