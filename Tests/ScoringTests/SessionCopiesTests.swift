import Diagnostics
import Listening
import Testing
import Transcripts

import Scoring

struct SessionCopiesTests {
  /// A session with replies of these texts.
  private typealias Played = (name: String, replies: [String], saved: SavedSession?)

  /// What is told of sessions.
  private func told(_ sessions: [Played]) -> [Diagnostic] {
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

  @Test("A draft is told wherever it stands, and of several the one that goes furthest")
  func drafts() {
    let replies = ["You miss him.", "What happened?", "Hm."]
    let whole: Played = ("z", replies, Self.saved(ending: .closed))
    let first: Played = ("a", Array(replies.prefix(1)), Self.saved())
    let second: Played = ("b", Array(replies.prefix(2)), Self.saved())
    func words(_ sessions: [Played]) -> [String] { told(sessions).map(\.description) }
    func draft(_ name: String, of whole: String) -> String {
      "\(name): warning: the session has not ended, and '\(whole)' goes on from it, word for word the "
        + "same up to there; both are counted; leave out the one that was saved on the way "
        + "[session-twice]"
    }
    #expect(words([first, second, whole]) == [draft("a", of: "b"), draft("b", of: "z")])
    #expect(words([whole, first, second]) == [draft("a", of: "z"), draft("b", of: "z")])
    #expect(words([second, whole]) == [draft("b", of: "z")])
    #expect(words([first, ("x", replies, Self.saved(seed: 8))]).isEmpty)
  }

  @Test("Other words, seeds, vignettes and ends make other sessions; transcripts may be alike")
  func others() {
    let replies = ["You miss him.", "What happened?"]
    let warnings = told([
      ("a", replies, Self.saved()), ("b", replies.reversed(), Self.saved()),
      ("c", ["You miss him.What happened?"], Self.saved()),
      ("d", ["You miss him."], Self.saved(ending: .ended)),
      ("e", replies, Self.saved(seed: 8)), ("f", replies, Self.saved("p/y")),
      ("g", replies, nil), ("h", replies, nil),
    ])
    #expect(warnings.isEmpty)
  }
}
