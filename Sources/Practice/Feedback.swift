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
  /// The reply as it was typed: what the grade's evidence is quoted from.
  private let typed: String
  /// The words of it that were said.
  private let reply: String
  private let turn: Int
  private let grade: Grade
  private let client: String?
  private let line: ClientLine?
  private let occasion: Client.Occasion
  private let meaning: WordMeaning?
  private let told: CoachTold
  private let before: Grade?
  private let uptake: Uptake
  private let amends: Amends
  /// What the client said. What precedes the line itself ('Mm. Anyway.') is not quoted.
  private let heard: String
  /// The word by which a reflection or a misreading names a feeling that the line does not show; `nil`
  /// where there is none, or the vignette is not known.
  public let misnamedFeeling: String?

  /// Creates feedback on a graded reply.
  ///
  /// - Parameters:
  ///   - reply: The reply.
  ///   - turn: Its number in the session.
  ///   - grade: Its grade.
  ///   - client: What the client had said, or `nil` where that is not known.
  ///   - line: The line of the vignette that it was, where the vignette is known.
  ///   - occasion: What kind of thing the client had said.
  ///   - meaning: What words mean, where the model knows.
  ///   - shown: The feelings that the client's earlier lines showed.
  ///   - earlier: What was told of the earlier replies of the session, the first first.
  public init(
    reply: String, turn: Int, grade: Grade, client: String? = nil, line: ClientLine? = nil,
    occasion: Client.Occasion = .talk, meaning: WordMeaning? = nil, shown: [String] = [],
    earlier: [GradeTurn] = []
  ) {
    let said = TranscriptMarks.spoken(reply, to: client)
    typed = reply
    self.reply = said.text
    self.turn = turn
    self.grade = grade
    self.client = said.client
    self.line = line
    self.occasion = occasion
    self.meaning = meaning
    told = CoachTold(earlier.map(\.coach))
    before = earlier.last?.grade
    heard = line.flatMap { $0.text.nonEmpty } ?? said.client ?? ""
    uptake = Uptake(of: heard, in: said.text, meaning: meaning)
    amends = Amends(said.text)
    let isGuess = grade.codes.reflection != .none || grade.codes.misreading
    misnamedFeeling =
      if isGuess, occasion.isTalk, let line {
        Uptake.misnamedFeeling(
          in: said.text, to: line.text, telling: line.feelings, before: shown,
          beneath: line.meaning, meaning: meaning
        ).map(String.init)
      } else {
        nil
      }
  }

  /// One thing to try next: the words it is about, what to do, and what there is to hear in this
  /// very line.
  public var coach: String {
    if asksPlainly {
      return "You asked plainly, as this has to be asked; take in the answer before you go on."
    }
    if let moment { return moment }
    if asksLeave {
      return "You asked for leave first; wait for the answer, and then be brief."
    }
    if isSilent { return silence }
    let coaching = Coaching(for: grade, in: circumstances)
    let isSlip = coaching.step == .undo || coaching.step == .check
    if !isSlip, let misnamedFeeling {
      return withCue(
        "They have not shown “\(misnamedFeeling)”; ask whether it is so, or go back to what they told."
      )
    }
    if !isSlip, grade.codes.reflection == .none, Uptake.stringsFeelings(reply, to: heard) {
      return withCue("So many feelings at once could be anybody's; say the one that you heard.")
    }
    if !isSlip, let apology { return apology }
    if !isSlip, let question { return question }
    if coaching.step == .build || coaching.step == .deepen, let tooLong { return tooLong }
    return [subject.map { "About “\($0)”:" }, coaching.text, detail(of: coaching.step)]
      .compactMap(\.self).joined(separator: " ")
  }

  /// What to say of an apology that does not own what was done; `nil` for any other reply.
  private var apology: String? {
    guard grade.codes.reflection == .none else { return nil }
    if amends.excuses {
      return "A reason beside a sorry defends you; say what you did, and ask how it was for them."
    }
    // Said where nothing went wrong, it is said for the client.
    let isOwed =
      grade.codes.repair || occasion == .withdrawal || before?.codes.hindrances.isEmpty == false
    return isOwed && amends.saysSorryAlone
      ? "Sorry is a beginning; say what it is for, and ask how it was for them." : nil
  }

  private var circumstances: Coaching.Circumstances {
    var circumstances = Coaching.Circumstances()
    circumstances.turn = turn
    circumstances.isParticular = uptake.takesUp
    circumstances.namesFeeling = namesFeeling
    circumstances.reachesMeaning = shareOfMeaning >= Self.enoughOfMeaning
    circumstances.touchesMeaning = shareOfMeaning > 0
    (circumstances.namesMiss, circumstances.invites) = (amends.names, amends.invites)
    (circumstances.told, circumstances.before) = (told, before)
    return circumstances
  }

  /// What to read the openness score with, which follows from the codes alone; `nil` where there is
  /// nothing to say.
  public var remark: String? {
    if asksPlainly, grade.codes.narrows { return "closed, but right to ask" }
    return asksLeave ? "closed, but it asks for leave" : nil
  }

  /// Whether the reply asks for leave to say or ask something, and is graded as a closed question.
  private var asksLeave: Bool {
    grade.codes.narrows && grade.codes.hindrances.isEmpty && Client.asksLeave(reply)
  }

  /// Whether the client is asked about thoughts of suicide, as they have to be.
  private var asksPlainly: Bool { Care.asksClient(reply) && grade.codes.judgment == .none }

  // MARK: - Moments at which other things help

  /// What to say where the client asked for time, has drawn back or is going; `nil` where the reply is
  /// judged as any other is.
  private var moment: String? {
    let codes = grade.codes
    guard codes.hindrances.isEmpty, codes.reflection == .none, !codes.repair else { return nil }
    switch occasion {
    case .talk, .leave: return nil
    case .later:
      return Client.leavesTime(reply, codes)
        ? "They asked you to leave it for now, and you did." : nil
    case .time:
      if Client.leavesTime(reply, codes) {
        return isSilent
          ? "They asked for time, and you gave it."
          : "They asked for time, and you left it to them."
      }
      return codes.question == .none
        ? "They asked for time; few words, or none, would give it to them."
        : "They asked for time, and a question takes it from them; few words, or none, would give it."
    case .withdrawal:
      if codes.question == .open || codes.collaboration { return nil }
      if amends.notices {
        return "You said what you notice; now leave room for what they make of it."
      }
      return isSilent
        ? "They have drawn back, and silence leaves them there; say that you notice, and ask what "
          + "has just happened."
        : "They have drawn back; say that you notice it, and ask what has just happened between you."
    case .farewell:
      if codes.question == .open || codes.collaboration || codes.autonomy { return nil }
      return "They are going; one thing that you take from this hour is enough to go with."
    }
  }

  // MARK: - Questions

  /// From this number of questions on, a reply is told of as a pile of them. The number is Attune's
  /// own.
  private static let manyQuestions = 3

  /// What to say of the way in which a reply asks, where that comes before all else.
  private var question: String? {
    let questions = questions
    if questions.count >= Self.manyQuestions {
      let number = questions.count == 3 ? "Three" : "\(questions.count)"
      return
        "\(number) questions in one reply, and they will answer one of them at most; ask the one that "
        + "matters, and wait."
    }
    guard grade.codes.narrows, let tag = questions.lazy.compactMap(Self.tag).first else {
      return nil
    }
    return
      "“\(tag)?” asks them to agree with what you say of them; say it as your guess, and leave room "
      + "for it to be wrong."
  }

  /// The sentences of the reply that end in a question mark and hold a word. They are parted in one
  /// pass, for a reply may be as long as memory holds.
  private var questions: [String] {
    var questions: [String] = []
    var start = reply.startIndex
    for mark in reply.indices where ".!?\n".contains(reply[mark]) {
      let sentence = reply[start..<mark]
      if reply[mark] == "?", sentence.contains(where: \.isLetter) {
        questions.append(sentence + "?")
      }
      start = reply.index(after: mark)
    }
    return questions
  }

  /// A longer question has no tag that could be heard as one, in bytes.
  private static let longestTagged = 400

  /// The tag of a question that tells the client what they do: 'aren't you' of 'You're avoiding
  /// people, aren't you?'.
  private static func tag(of question: String) -> String? {
    let told =
      /(?i)(?:^|\s)(?:so |well |and )*you(?:['’]\w+)?\s.*,?\s(\w+n['’]t you|(?:do|are|did|have|were|can|will) you)\?+$/
    guard question.utf8.count <= longestTagged else { return nil }
    return question.firstMatch(of: told).map { String($0.1) }
  }

  // MARK: - Silence and length

  private var isSilent: Bool { wordCount(reply) == 0 }

  private var silence: String {
    let cue = unanswered.map { " Not yet answered: “\($0)”." } ?? ""
    return line.map { $0.depth >= Self.deep } ?? false
      ? "Silence can give room after something so deep; a few words before it would show that you "
        + "are with them.\(cue)"
      : "Silence says nothing here of what you heard; a few of their own words would.\(cue)"
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
    let words = grade.evidence.first { $0.code == .reflection }?.words(in: typed)
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
    // What may be no slip may well have said their words back.
    case .check where grade.codes.reflection != .none: nil
    case .undo, .check: startingPoint.map { "Start from their words: “\($0)”." }
    case .reflect, .open:
      [unanswered.map { "\(leftUndone): “\($0)”." }, cue].compactMap(\.self)
        .joined(separator: " ").nonEmpty
    // Told to be compared, not as missing: a free reflection may say it in words of its own.
    case .deepen: line?.meaning.map { "What may lie beneath, to hold yours against: \($0)" } ?? cue
    case .handBack: nil
    case .build: further
    }
  }

  /// What to try after a reply that met the client: another thing from turn to turn, and nothing where
  /// all has been told of the last few replies.
  private var further: String? {
    let left = isQuotable ? uptake.leftOpen : nil
    let ways = [left.map { "Still open, to come back to: “\($0)”." }, feeling, room]
      .compactMap(\.self)
    return ways.isEmpty ? nil : ways[turn % ways.count]
  }

  private var feeling: String? {
    guard let feelings = line?.feelings, !feelings.isEmpty, !namesFeeling else { return nil }
    return told.unlessLately(
      [
        "A word for the feeling could bring it closer still", "What it is like for them has a name",
        "The feeling in it is not named yet",
      ], turn: turn
    ).map { "\($0): \(feelings.joined(separator: ", "))." }
  }

  /// What to try, and what there is to hear in the line.
  private func withCue(_ text: String) -> String {
    [text, cue].compactMap(\.self).joined(separator: " ")
  }

  /// To wait, unless the client has been asked something.
  private var room: String? {
    guard grade.codes.question == .none else { return nil }
    return told.unlessLately(
      [
        "Now give them time to find out whether it fits.",
        "See what they make of it before you add anything.",
        "Nothing more is needed; let them take it further.",
        "Let it stand; if it is not quite right, they can put it right.",
      ], turn: turn)
  }

  /// The feelings in the client's line that the reply does not name.
  private var cue: String? {
    let said = reply.lowercased()
    // Five letters, so that 'lonely' is named by 'loneliness'.
    let unnamed = (line?.feelings ?? []).filter { !said.contains($0.lowercased().prefix(5)) }
    return unnamed.isEmpty ? nil : "What to hear in this line: \(unnamed.joined(separator: ", "))."
  }

  /// What the reply leaves unanswered, of a line that there is something to answer in: small talk,
  /// a goodbye or a moment asked for need no answer to their words.
  private var unanswered: Substring? {
    let hasWeight = line.map { $0.depth > 1 } ?? true
    return isQuotable && hasWeight ? uptake.unanswered : nil
  }

  /// A question may be about the very thing that it says nothing of.
  private var leftUndone: String {
    grade.codes.question == .none ? "Not yet answered" : "Not yet said back"
  }

  private var startingPoint: Substring? { isQuotable ? uptake.startingPoint : nil }

  private var isQuotable: Bool { occasion.isTalk }

  /// Whether the reply names a feeling, if only by a word near to one of the line's.
  private var namesFeeling: Bool {
    uptake.namesFeeling
      || (line?.feelings ?? []).contains {
        Uptake.share(of: $0, saidIn: reply, meaning: meaning) > 0
      }
  }

  /// A reply has said what lies beneath a line where this share of it is in the reply's words, or in
  /// words near to them.
  private static let enoughOfMeaning = 0.4

  /// How much the reply says of what lies beneath the line, 0 to 1.
  private var shareOfMeaning: Double {
    line?.meaning.map { Uptake.share(of: $0, saidIn: reply, meaning: meaning) } ?? 0
  }

  /// Whether the reply did what the moment asked for, and what the line calls for can wait: it left a
  /// client the time they had asked for, or it ends the hour.
  private var suitsMoment: Bool {
    [.time, .later].contains(occasion) && Client.leavesTime(reply, grade.codes)
      || Client.endsHour(reply)
  }

  /// A reply that would land better, or `nil` where this one did well enough.
  public var alternative: Alternative? {
    guard let line, grade.fallsShort, !line.example.isEmpty, !Care.asksClient(reply),
      grade.codes.judgment != .none || !suitsMoment && !asksLeave,
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
      let words = grade.evidence.first(where: { $0.code == code })?.words(in: typed)
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
