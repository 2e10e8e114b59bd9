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
  private let client: String?
  private let line: ClientLine?
  private let uptake: Uptake

  /// Creates feedback on a graded reply.
  ///
  /// - Parameters:
  ///   - reply: The reply.
  ///   - turn: Its number in the session.
  ///   - grade: Its grade.
  ///   - client: What the client had said, or `nil` where that is not known.
  ///   - line: The line of the vignette that it was, where the vignette is known.
  public init(
    reply: String, turn: Int, grade: Grade, client: String? = nil, line: ClientLine? = nil
  ) {
    self.reply = reply
    self.turn = turn
    self.grade = grade
    self.client = client
    self.line = line
    uptake = Uptake(of: client ?? "", in: reply)
  }

  /// One thing to try next: the words it is about, what to do, and what there is to hear in this
  /// very line.
  public var coach: String {
    if asksPlainly {
      return "You asked plainly, as this has to be asked; take in the answer before you go on."
    }
    if reply.allSatisfy(\.isWhitespace) { return silence }
    let coaching = Coaching(for: grade, turn: turn, isParticular: uptake.takesUp)
    if coaching.step == .build || coaching.step == .deepen, let tooLong { return tooLong }
    return [subject.map { "About “\($0)”:" }, coaching.text, detail(of: coaching.step)]
      .compactMap(\.self).joined(separator: " ")
  }

  /// What to read the openness score with, which follows from the codes alone; `nil` where there is
  /// nothing to say.
  public var remark: String? {
    asksPlainly && grade.codes.narrows ? "closed, but right to ask" : nil
  }

  /// Whether the client is asked about thoughts of suicide, as they have to be.
  private var asksPlainly: Bool { Care.asksClient(reply) && grade.codes.judgment == .none }

  // MARK: - Silence and length

  private var silence: String {
    let unheard = unanswered.map { " Not yet answered: “\($0)”." } ?? ""
    return line.map { $0.depth >= Self.deep } ?? false
      ? "Silence can give room after something so deep; a few words before it would show that you "
        + "are with them.\(unheard)"
      : "Silence says nothing here of what you heard; a few of their own words would.\(unheard)"
  }

  /// From this depth on, a line tells what something felt like or means: a silence after it may be
  /// the best reply.
  private static let deep = 3

  /// A reply of more words than this is long, where it is longer than what it answers too. The
  /// number is Attune's own.
  private static let manyWords = 50

  /// What to say of a long reply, and which part of it could stand alone.
  private var tooLong: String? {
    let (said, heard) = (wordCount(reply), client.map(wordCount) ?? 0)
    guard said > max(Self.manyWords, heard) else { return nil }
    let length = heard > 0 ? "\(said) words to their \(heard)" : "\(said) words"
    let words = grade.evidence.first { $0.code == .reflection }?.words(in: reply)
    guard let words, !grade.unsure.contains(.reflection) else {
      return "That is \(length): try it in one sentence, and leave them the rest of the time."
    }
    return
      "That is \(length), and “\(words)” carries it: try that alone, and leave them the rest of "
      + "the time."
  }

  // MARK: - What the client's line still holds

  /// What there is in this line to do the step with.
  private func detail(of step: Coaching.Step) -> String? {
    switch step {
    case .undo, .check: unanswered.map { "Start from their words: “\($0)”." }
    case .reflect, .open:
      [unanswered.map { "Not yet answered: “\($0)”." }, cue].compactMap(\.self)
        .joined(separator: " ").nonEmpty
    case .deepen: line?.meaning.map { "In this line: \($0)" } ?? cue
    case .handBack: nil
    case .build: further
    }
  }

  /// What to try after a reply that met the client: another thing from turn to turn.
  private var further: String {
    let ways = [
      unanswered.map { "Still open, to come back to: “\($0)”." },
      uptake.namesFeeling ? nil : feeling,
      "Now give them time to find out whether it fits.",
    ].compactMap(\.self)
    return ways[turn % ways.count]
  }

  private var feeling: String? {
    guard let feelings = line?.feelings, !feelings.isEmpty else { return nil }
    return
      "A word for the feeling could bring it closer still: \(feelings.joined(separator: ", "))."
  }

  /// The feelings in the client's line that the reply does not name.
  private var cue: String? {
    let said = reply.lowercased()
    // Five letters, so that 'lonely' is named by 'loneliness'.
    let unnamed = (line?.feelings ?? []).filter { !said.contains($0.lowercased().prefix(5)) }
    return unnamed.isEmpty ? nil : "What to hear in this line: \(unnamed.joined(separator: ", "))."
  }

  private var unanswered: Substring? { uptake.unanswered }

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
  /// reflection; `nil` if that is nearly all of the reply.
  private var subject: Substring? {
    // The coach does not mention uncertain codes, except judgment.
    guard let code = grade.codes.hindrances.first ?? grade.depth,
      code == .judgment || !grade.unsure.contains(code),
      let words = grade.evidence.first(where: { $0.code == code })?.words(in: reply)
    else { return nil }
    return words.utf8.count * 4 < reply.utf8.count * 3 ? words.trimmed : nil
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Grade {
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
    return !codes.hindrances.isEmpty || !meets
  }
}
