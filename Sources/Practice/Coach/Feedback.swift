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
  let typed: String
  /// The words of it that were said.
  let reply: String
  /// The same, read for what a client notices in them.
  let reading: Client.Reply
  let turn: Int
  let grade: Grade
  let client: String?
  let line: ClientLine?
  let occasion: Client.Occasion
  let spelling: Spelling?
  let told: CoachTold
  let before: Grade?
  let uptake: Uptake
  /// What the client said. What precedes the line itself ('Mm. Anyway.') is not quoted.
  let heard: String
  /// What the client's line asks the trainee, of themselves or of how they work.
  let asked: String?
  /// The sentences of the reply that end in a question mark and hold a word, each on one line.
  let questions: [String]
  /// Its other sentences that hold a word.
  let statements: [String]
  /// Whether the reply names a feeling, if only by a word near to one of the line's.
  let namesFeeling: Bool
  /// How much the reply says of what lies beneath the line, 0 to 1.
  let shareOfMeaning: Double
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
  ///   - spelling: How slips of typing are put right, and what words mean, where the model knows.
  ///   - shown: The feelings that each of the client's earlier lines showed, the first first.
  ///   - told: What the coach told of the earlier replies of the session, the first first.
  ///   - before: The grade of the reply before.
  public init(
    reply: String, turn: Int, grade: Grade, client: String? = nil, line: ClientLine? = nil,
    occasion: Client.Occasion = .talk, spelling: Spelling? = nil, shown: [[String]] = [],
    told: [String] = [], before: Grade? = nil
  ) {
    let said = TranscriptMarks.spoken(reply, to: client)
    typed = reply
    self.reply = said.text
    reading = Client.Reply(said.text)
    self.turn = turn
    // What the client takes for a plain answer, no coach takes for a verdict.
    self.grade = Self.withoutJudgment(grade, of: reading, to: said.client ?? line?.text)
    self.client = said.client
    self.line = line
    self.occasion = occasion
    self.spelling = spelling
    self.told = CoachTold(told)
    self.before = before
    heard = line.flatMap { $0.text.nonEmpty } ?? said.client ?? ""
    asked = occasion.isTalk ? Client.askedOfTrainee(in: heard) : nil
    (questions, statements) = Self.sentences(of: said.text)
    uptake = Uptake(of: heard, in: said.text, spelling: spelling)
    func share(_ words: String) -> Double {
      Uptake.share(of: words, saidIn: said.text, spelling: spelling)
    }
    namesFeeling = uptake.namesFeeling || (line?.feelings ?? []).contains { share($0) > 0 }
    shareOfMeaning = line?.meaning.map(share) ?? 0
    let isGuess = grade.codes.reflection != .none || grade.codes.misreading
    misnamedFeeling =
      if isGuess, occasion.isTalk, let line {
        Uptake.misnamedFeeling(
          in: said.text, to: line.text, telling: line.feelings, before: shown,
          beneath: line.meaning, spelling: spelling)
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
    if givesLeave { return "They asked whether they may, and you said yes; now wait, and hear it." }
    if asksLeave {
      return "You asked for leave first; wait for the answer, and then be brief."
    }
    if asksWish { return told.freshest(of: CoachLines.collaboration, from: turn) }
    if offersStop {
      return "You asked whether to go on, and left it to them; wait for the answer, and follow it."
    }
    if isSilent { return silence }
    var coached = grade
    if putsRight { coached.codes.repair = false }
    let coaching = Coaching(for: coached, in: circumstances)
    let isSlip = coaching.step == .undo || coaching.step == .check
    if !isSlip, let misnamedFeeling {
      return withCue(
        "They have not shown “\(misnamedFeeling)”; ask whether it is so, or go back to what they told."
      )
    }
    if !isSlip, grade.codes.reflection == .none,
      Uptake.stringsFeelings(reply, to: heard, spelling: spelling)
    {
      return withCue("So many feelings at once could be anybody's; say the one that you heard.")
    }
    if !isSlip, let putRight { return putRight }
    if !isSlip, let apology { return apology }
    if !isSlip, let answered { return answered }
    if !isSlip, let yielded { return yielded }
    if !isSlip, let followedUp { return followedUp }
    if !isSlip, let reassurance { return withCue(reassurance) }
    if !isSlip, let question { return question }
    if coaching.step == .build || coaching.step == .deepen, let tooLong { return tooLong }
    let rest = isSlip ? detail(of: coaching.step) : leftUnanswered ?? detail(of: coaching.step)
    let own = isSlip || coaching.text == CoachLines.ownLifeAlone ? nil : ownLife
    return [subject.map { "About “\($0)”:" }, coaching.text, rest, own]
      .compactMap(\.self).joined(separator: " ")
  }

  /// What to say of a brief word of the trainee's own life beside something else.
  private var ownLife: String? {
    let tells = grade.codes.selfDisclosure == .brief && !grade.unsure.contains(.selfDisclosure)
    return tells ? told.unlessLately(CoachLines.ownLife, turn: turn) : nil
  }

  /// What to say of an apology that does not own what was done; `nil` for any other reply.
  private var apology: String? {
    guard grade.codes.reflection == .none else { return nil }
    if reading.wording.ownsWithReason {
      return
        "You owned it, and the reason beside it takes half of that back; leave the reason out, and ask "
        + "how it was for them."
    }
    if reading.wording.excusesItself {
      return "A reason beside a sorry defends you; say what you did, and ask how it was for them."
    }
    // Said where nothing went wrong, it is said for the client.
    let isOwed =
      grade.codes.repair || occasion == .withdrawal || before?.codes.hindrances.isEmpty == false
    return isOwed && reading.amends.saysSorryAlone
      ? "Sorry is a beginning; say what it is for, and ask how it was for them." : nil
  }

  private var circumstances: Coaching.Circumstances {
    var circumstances = Coaching.Circumstances()
    circumstances.turn = turn
    circumstances.judgesClient = judgesClient
    circumstances.isParticular = uptake.takesUp
    circumstances.maySayBack = maySayBack
    circumstances.namesFeeling = namesFeeling
    circumstances.reachesMeaning = shareOfMeaning >= Self.enoughOfMeaning
    circumstances.touchesMeaning = shareOfMeaning > 0
    (circumstances.namesMiss, circumstances.invites) = (
      reading.amends.names, grade.codes.repair && asksView
    )
    circumstances.isOpen = isOpen
    (circumstances.told, circumstances.before) = (told, before)
    circumstances.asksWhatOrHow = asksWhatOrHow
    (circumstances.question, circumstances.asksAlone) = (shortQuestion, asksAlone)
    return circumstances
  }

  /// Whether the words that earned a judgment speak of the client, or find fault with anything; taken as so
  /// where they are not known.
  private var judgesClient: Bool {
    let words = grade.words(for: .judgment, in: typed)
    return words.map { Uptake.speaksOfListener(String($0), spelling: spelling) } ?? true
  }

  /// What to read the scores with, which follow from the codes alone: it stands beside openness; `nil`
  /// where there is nothing to say.
  public var remark: String? {
    if asksPlainly { return grade.codes.narrows ? "closed, but right to ask" : "right to ask" }
    if asksLeave { return "closed, but it asks for leave" }
    if asksWish { return "closed, but it asks what they want" }
    if offersStop, grade.codes.narrows { return "closed, but it leaves the choice to them" }
    let saysNothingElse =
      grade.codes.hindrances.isEmpty && grade.codes.reflection == .none
      && grade.codes.question == .none && !grade.codes.repair
    guard saysNothingElse else { return nil }
    if leavesTime { return "it gives them time" }
    if givesLeave { return "it gives them leave" }
    if answersThem { return "it answers what they asked" }
    return yields ? "it leaves it with them" : isOpen ? "it is open with them" : nil
  }

  /// Whether the reply asks for leave to say or ask something, and is graded as a closed question.
  private var asksLeave: Bool {
    grade.codes.narrows && grade.codes.hindrances.isEmpty && reading.wording.asksLeave
  }

  /// What to say of a reply that asks how a miss was for the client, which has just been owned or done,
  /// or from which they have drawn back; `nil` for any other.
  var followedUp: String? {
    let codes = grade.codes
    let isAfterMiss =
      before.map { $0.codes.repair || !$0.codes.hindrances.isEmpty } == true
      && occasion.isTalk && codes.question != .none
    guard isAfterMiss || occasion == .withdrawal, codes.reflection == .none, !codes.repair,
      followsUp
    else { return nil }
    return "You asked how it was for them; take in what they say, and explain nothing."
  }

  /// Whether the reply asks how the trainee's own words were for the client, with nothing in it that got
  /// in the client's way; in words that name nothing only behind a repair.
  private var followsUp: Bool {
    grade.codes.hindrances.isEmpty
      && (reading.wording.asksImpact
        || reading.wording.asksBareImpact && before?.codes.repair == true)
  }

  /// What to say of a reply that does no more than go at the client's pace; `nil` for any other.
  private var yielded: String? {
    let codes = grade.codes
    let isAlone =
      codes.reflection == .none && codes.question == .none && !codes.repair && !codes.affirmation
      && !codes.transparency && !codes.autonomy && !codes.collaboration
    return isAlone && occasion.isTalk && yields
      ? "You go at their pace, and leave it with them; wait for where they take it." : nil
  }

  /// Whether the reply is open with the client about the trainee's own part, as far as its words tell, with
  /// nothing in it that got in the client's way or asks for something.
  private var isOpen: Bool {
    let wording = reading.wording
    return grade.codes.hindrances.isEmpty && grade.codes.question == .none
      && (wording.admitsNotKnowing || wording.asksToBeTold)
  }

  /// Whether the reply goes at the client's pace, with nothing in it that got in the client's way.
  private var yields: Bool { grade.codes.hindrances.isEmpty && reading.wording.yields }

  /// Whether the reply asks for no more than what the client would like to say or ask, or whether they are
  /// content to go on so, and is graded as a closed question.
  private var asksWish: Bool {
    let codes = grade.codes
    return codes.narrows && codes.hindrances.isEmpty && codes.reflection == .none
      && reading.wording.asksWish && !offersStop
  }

  /// Whether the reply offers to stop, to pause or to speak of something else, whatever it is graded: to
  /// ask for the client's wish seeks collaboration (MITI 4.2.1).
  private var offersStop: Bool {
    grade.codes.hindrances.isEmpty && !grade.codes.repair && reading.offersStop
  }

  /// Whether the reply owns a miss and does nothing else that got in the way.
  private var ownsMiss: Bool { grade.codes.hindrances.isEmpty && reading.wording.ownsMistake }

  /// Whether the client is asked about thoughts of suicide, or after somebody's safety, as they have to be.
  private var asksPlainly: Bool { reading.asksAsItMust && grade.codes.judgment == .none }

  /// Whether the reply left a client the time that they had asked for, or room to go on.
  private var leavesTime: Bool {
    [.time, .later, .goingOn].contains(occasion) && reading.leavesRoom(grade.codes)
  }

  // MARK: - Another reply

  /// Whether the reply did what the moment asked for, and what the line calls for can wait: it left a
  /// client the time they had asked for, or it ends the hour.
  private var suitsMoment: Bool {
    leavesTime || reading.wording.announcesEnd
  }

  /// A reply that would land better, or `nil` where this one did well enough.
  public var alternative: Alternative? {
    guard let line, grade.fallsShort, !line.example.isEmpty, !reading.asksAsItMust,
      grade.codes.judgment != .none
        || !suitsMoment && !asksLeave && !offersStop && !ownsMiss && !answersThem && !yields
          && !isOpen && !asksWish && followedUp == nil,
      !givesLeave, Self.letters(reply) != Self.letters(line.example), !holds(line.example)
    else { return nil }
    return Alternative(text: line.example, why: line.why)
  }

  /// A text's letters and digits in lower case, to compare texts by.
  private static func letters(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The part of the reply that the advice is about: what hindered the client, or the complex
  /// reflection; `nil` if that is nearly all of the reply, or if the words of the reflection say nothing
  /// that the client had not said, so that what goes deeper stands elsewhere.
  private var subject: Substring? {
    // The coach does not mention uncertain codes, except judgment.
    guard let code = grade.codes.hindrances.first ?? grade.depth,
      code == .judgment || !grade.unsure.contains(code),
      let words = grade.words(for: code, in: typed),
      code != .reflection || Uptake.adds(String(words), to: client ?? heard, spelling: spelling)
    else { return nil }
    return words.utf8.count * 4 < reply.utf8.count * 3 ? words.trimmed : nil
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
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
