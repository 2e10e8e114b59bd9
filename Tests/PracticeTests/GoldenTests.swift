import Foundation
import LineProtocol
import Listening
import PackFormat
import Practice
import Scenarios
import TestSupport
import Testing
import Transcripts

/// Twelve turns of each shipped vignette with a skilled and with a poor trainee, as text to be read
/// aloud, in `Golden` beside this file.
///
/// After a change to the model, a pack or the clients, `make golden` records them anew; then read the
/// difference.
@Suite("Twelve turns with every vignette")
struct GoldenTests {
  static let folder = Repository.root.appendingPathComponent("Tests/PracticeTests/Golden")
  static let isRecording = ProcessInfo.processInfo.environment["ATTUNE_RECORD"] != nil
  static let library = Library(packs: PackLoader.loadAll(in: Repository.scenarios).packs)
  static let names = library.entries.map(\.name)

  /// How the two trainees find their next reply.
  enum Trainee: String, CaseIterable, Sendable {
    case skilled, poor

    func reply(_ turn: Int, _ desk: inout Desk) -> String {
      switch self {
      case .skilled:
        for case .example(let example) in desk.send(.example).items { return example.text }
        return "Go on."
      case .poor: return GoldenTests.poor[turn - 1]
      }
    }
  }

  static let poor = [
    "Okay, so what do you do for a living?", "And how long has that been going on?",
    "Have you tried writing it all down?", "I'm sure it will all work out fine.",
    """
    That reminds me of my sister, she had exactly the same thing. Honestly, you wouldn't believe \
    the year she had, I could talk about it all day.
    """,
    "Okay.", "Why didn't you just say something to them?",
    "You really should try to look on the bright side.",
    "Other people have it a lot worse, you know.", "Is that why you came?",
    "I think you're being a bit oversensitive about it.", "You need to move on now.",
  ]

  /// A session as text.
  static func play(_ name: String, _ trainee: Trainee) throws -> String {
    var desk = try Desk { $0 = library }
    var text = ""
    func show(_ reply: Reply) {
      for case .event(let event) in reply.items {
        switch event {
        case .session(let header): text += "\(header.vignette), seed \(header.seed)\n\n"
        case .client(let turn):
          let bond = Int((turn.alliance.bond * 100).rounded())
          let rupture = turn.rupture == .none ? "" : ", \(turn.rupture.rawValue)"
          text += "\(turn.text)  [\(bond)\(rupture)]\n\n"
        case .end(let end):
          text += end.text.isEmpty ? "" : "\(end.text)\n\n"
          text += "\(end.reason.rawValue), returns: \(end.outcome.returns)\n"
        default: break
        }
      }
    }
    show(desk.send(.begin(vignette: name, seed: 7)))
    for turn in 1...12 {
      let said = trainee.reply(turn, &desk)
      let reply = desk.send(.say(said))
      guard reply.code == .graded else { break }
      text += "    \(said)\n\n"
      show(reply)
    }
    show(desk.send(.end))
    return text
  }

  @Test("is what is recorded", arguments: names, Trainee.allCases)
  func golden(name: String, trainee: Trainee) throws {
    let short = name.split(separator: "/").last ?? ""
    let file = Self.folder.appendingPathComponent("\(short)-\(trainee.rawValue).txt")
    let played = try Self.play(name, trainee)
    if Self.isRecording {
      try Data(played.utf8).write(to: file)
    } else {
      #expect(try String(contentsOf: file, encoding: .utf8) == played)
    }
  }

  @Test("a skilled trainee lasts twelve turns and is come back to; a poor one ends lower")
  func ends() throws {
    for name in Self.names {
      let (skilled, poor) = (try Self.play(name, .skilled), try Self.play(name, .poor))
      #expect(skilled.contains("returns: true"), "\(name)")
      #expect(try Self.lastBond(skilled) > Self.lastBond(poor), "\(name)")
    }
  }

  static func lastBond(_ text: String) throws -> Int {
    try #require(text.matches(of: /\[(\d+)/).last.flatMap { Int($0.1) })
  }
}
