import Diagnostics
import Grading
import LineProtocol
import Listening
import Repeatable
import Scenarios
import Transcripts

/// Runs a pack's tests, each in a session of its own, and compares the result with what was
/// expected.
public struct PackTestRunner: Sendable {
  private let session: Session

  /// Creates a runner for the vignettes of a library.
  public init(library: Library, grader: Grader) {
    // Each test has its seed; none is drawn.
    session = Session(
      library: library, grader: grader, version: "rehearsal", seeds: SplitMix64(seed: 0))
  }

  /// Plays a test.
  ///
  /// - Parameters:
  ///   - test: The replies and what is expected of them.
  ///   - name: The vignette's full name.
  /// - Returns: The test with the expectations that were not met.
  /// - Throws: `TranscriptError` if the events are not those of a session.
  public func play(_ test: PackTest, of name: String) throws(TranscriptError) -> PackTest.Result {
    let transcript = try transcript(of: test, name)
    let reactions = session.library.find(name)?.vignette.reactions
    let failures = test.expectations.compactMap { expected in
      transcript.contradiction(to: expected).map { what in
        // 'judged', say, gives way to 'confrontation' from the reply on that opens a rupture.
        let list = reactions.flatMap { transcript.list(of: $0, answering: expected) }
        return Diagnostic(
          .error, "expectation", at: expected.location,
          "expected \(expected.wording); \(what)\(list.map { ", from '\($0.rawValue)'" } ?? "")")
      }
    }
    return PackTest.Result(vignette: name, test: test, failures: failures)
  }

  private func transcript(of test: PackTest, _ name: String) throws(TranscriptError) -> Transcript {
    var session = session
    var events = session.events(for: .begin(vignette: name, seed: test.seed)) ?? []
    for reply in test.replies {
      // After the client has ended the session there is nobody to reply to.
      guard let more = session.events(for: .say(reply)) else { break }
      events += more
    }
    events += session.events(for: .end) ?? []
    return try Transcript(events: events)
  }
}

extension Session {
  /// What happened after a command, or `nil` if it was refused.
  fileprivate mutating func events(for command: Command) -> [SessionEvent]? {
    switch receive(command) {
    case .create(_, let events), .append(let events, _): events
    case .answer, .open, .read, .resume, .close: nil
    }
  }
}

extension PackTest.Expected {
  /// What was expected, in words.
  var wording: String {
    let place = reply.map { " at reply \($0)" } ?? ""
    switch claim {
    case .bond(let direction):
      return "the bond \(direction == .rises ? "to rise" : "to fall")\(place)"
    case .bondAbove(let share): return "the bond above \(share)\(place)"
    case .bondBelow(let share): return "the bond below \(share)\(place)"
    case .says(let words): return "the client to say “\(words)”\(place)"
    case .neverSays(let words): return "the client not to say “\(words)”\(place)"
    case .answers(let list, _): return "an answer from '\(list)'\(place)"
    case .rupture(.opens): return "a rupture to open\(place)"
    case .rupture(.repaired): return "a rupture to be repaired\(place)"
    case .rupture(.none): return "no rupture\(place)"
    case .depth(let depth, _, let topic):
      return "depth \(depth)\(topic.map { " of the topic '\($0)'" } ?? "")\(place)"
    case .code(let code, let value):
      return "the code '\(code.name)'\(value.map { " to be '\($0)'" } ?? "")\(place)"
    case .ends(let ending): return "the session to have \(ending.rawValue)"
    }
  }
}
