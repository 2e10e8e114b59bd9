import Clients
import Grading
import Listening
import Scenarios
import Transcripts

/// What a trainee is told about a reply besides its grade: one thing to try next, and, where the
/// reply fell short, another one to the same client line.
///
/// Practice without feedback of this kind has been found to make empathy worse (Louie et al. 2025,
/// arXiv 2505.02428).
public struct Feedback {
  private let reply: String
  private let turn: Int
  private let grade: Grade
  private let line: ClientLine?

  /// Creates feedback on a graded reply.
  ///
  /// - Parameters:
  ///   - reply: The reply.
  ///   - turn: Its number in the session.
  ///   - grade: Its grade.
  ///   - line: What it answered, where the vignette is known.
  public init(reply: String, turn: Int, grade: Grade, line: ClientLine? = nil) {
    self.reply = reply
    self.turn = turn
    self.grade = grade
    self.line = line
  }

  /// One thing to try next: the words it is about, what to do, and what there is to hear in this
  /// very line.
  public var coach: String {
    if Care.asksClient(reply), grade.codes.judgment == .none {
      let scored =
        grade.codes.question == .closed
        ? " The scores count a closed question, as MITI does; here it is the right one." : ""
      return "You asked plainly, as this has to be asked; take in the answer before you go on."
        + scored
    }
    return [subject.map { "About “\($0)”:" }, Coaching.line(for: grade, turn: turn), cue]
      .compactMap(\.self).joined(separator: " ")
  }

  /// A reply that would land better, or `nil` where this one did well enough.
  var alternative: Alternative? {
    guard let line, grade.fallsShort, !line.example.isEmpty, !Care.asksClient(reply),
      Self.letters(reply) != Self.letters(line.example)
    else { return nil }
    return Alternative(text: line.example, why: line.why)
  }

  /// A text's letters and digits in lower case, to compare texts by.
  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The part of the reply that the advice is about: what hindered the client, or the complex
  /// reflection; `nil` if that is the whole reply.
  private var subject: Substring? {
    // The coach does not mention uncertain codes, except judgment.
    guard let code = grade.hindrance ?? grade.depth,
      code == .judgment || !grade.unsure.contains(code),
      let words = grade.evidence.first(where: { $0.code == code })?.words(in: reply)
    else { return nil }
    let clause = Self.clause(around: words, in: reply)
    if Self.letters(String(clause)) != Self.letters(reply) { return clause }
    let isLong = reply.split(separator: " ").count > Self.shortReply
    return isLong && words.utf8.count * 2 < reply.utf8.count ? words.trimmed : nil
  }

  /// Replies of up to this many words need no quoting.
  private static let shortReply = 12

  /// The whole clause around the words: half of one reads like an error.
  private static func clause(around words: Substring, in reply: String) -> Substring {
    let marks: Set<Character> = [".", "!", "?", ";", ":", ",", "…", "—", "–", "\n"]
    let kept = words.lastIndex { !marks.contains($0) && !$0.isWhitespace } ?? words.startIndex
    let start = reply[..<words.startIndex].lastIndex(where: marks.contains)
    let end = reply[kept...].firstIndex(where: marks.contains) ?? reply.endIndex
    return reply[(start.map(reply.index(after:)) ?? reply.startIndex)..<end].trimmed
  }

  /// The feelings in the client's line that the reply does not name, where naming them is what to
  /// try.
  private var cue: String? {
    guard grade.codes.reflection != .complex, !grade.codes.repair, grade.codes.judgment == .none
    else { return nil }
    let said = reply.lowercased()
    // Five letters, so that 'lonely' is named by 'loneliness'.
    let unnamed = (line?.feelings ?? []).filter { !said.contains($0.lowercased().prefix(5)) }
    return unnamed.isEmpty ? nil : "What to hear in this line: \(unnamed.joined(separator: ", "))."
  }
}

extension Grade {
  /// What got in the client's way, the most serious first; `nil` if nothing did.
  fileprivate var hindrance: CodeName? {
    let hindrances: [(isPresent: Bool, code: CodeName)] = [
      (codes.judgment != .none, .judgment), (codes.misreading, .misreading),
      (codes.selfDisclosure == .takeover, .selfDisclosure),
      (codes.advice == .unsolicited, .advice), (codes.falseReassurance, .falseReassurance),
    ]
    return hindrances.first(where: \.isPresent)?.code
  }

  /// A complex reflection, unless there is a repair.
  fileprivate var depth: CodeName? {
    codes.reflection == .complex && !codes.repair ? .reflection : nil
  }

  /// Whether another reply to the same line would land clearly better: something got in the
  /// client's way, or nothing met them.
  var fallsShort: Bool {
    let meets =
      codes.reflection != .none || codes.question == .open || codes.repair || codes.affirmation
      || codes.collaboration || codes.transparency || codes.autonomy
    return hindrance != nil || !meets
  }
}
