import Diagnostics
import Listening
import Testing
import Transcripts

import Scoring

struct SessionCopiesTests {
  /// What is told of sessions, each of which has replies of these texts.
  private func told(
    _ sessions: [(name: String, replies: [String], saved: SavedSession?)]
  ) -> [Diagnostic] {
    var copies = SessionCopies()
    return sessions.flatMap { session in
      session.replies.enumerated().compactMap { index, text in
        copies.take(
          ReplyToScore(
            session: session.name, turn: index + 1, id: .null, client: "He died.", text: text,
            saved: index == session.replies.count - 1 ? session.saved : nil))
      }
    }
  }

  private static func saved(
    _ vignette: String = "p/x", seed: UInt64 = 7, ending: SessionEnding? = nil
  ) -> SavedSession {
    SavedSession(vignette: vignette, seed: seed, bond: 0.2, ruptures: 0, ending: ending)
  }

  @Test("A saved session that is there again is told with both names, with or without its end")
  func twice() {
    let replies = ["You miss him.", "What happened?"]
    let warnings = told([
      ("ada/a", replies, Self.saved(ending: .ended)), ("bo/b", ["Hm."], Self.saved()),
      ("bo/a", replies, Self.saved()), ("cy/a", replies, Self.saved(ending: .ended)),
    ])
    #expect(
      warnings.map(\.description)
        == ["bo/a", "cy/a"].map {
          "\($0): warning: the session is the same as 'ada/a', word for word; both are counted; "
            + "leave one of them out where it was handed in twice [session-twice]"
        })
  }

  @Test("Other words, another seed or vignette make another session; transcripts may be alike")
  func others() {
    let replies = ["You miss him.", "What happened?"]
    let warnings = told([
      ("a", replies, Self.saved()), ("b", replies.reversed(), Self.saved()),
      ("c", ["You miss him.What happened?"], Self.saved()), ("d", ["You miss him."], Self.saved()),
      ("e", replies, Self.saved(seed: 8)), ("f", replies, Self.saved("p/y")),
      ("g", replies, nil), ("h", replies, nil),
    ])
    #expect(warnings.isEmpty)
  }
}
