import Listening

extension Client {
  /// A trainee's reply, read once for all that a client, and whoever coaches the trainee, notices in it.
  public struct Reply {
    /// Its words as typed.
    let text: String
    /// Its words in lower case, without apostrophes.
    let words: [String]
    /// Those of them that name a subject; what is taken back names none.
    let naming: [String]
    /// What it says that no code covers.
    public let wording: Wording
    /// How it owns a miss.
    public let amends: Amends
    /// What it asks.
    let question: Question
    /// Whether it asks the client about thoughts of suicide or self-harm.
    public let asksAboutSuicide: Bool
    /// Whether it asks after the safety of a child, or of the client in their own home.
    let asksAboutSafety: Bool
    /// Whether it offers to stop, to pause or to speak of something else, and asks after nothing else
    /// behind that.
    public let offersStop: Bool
    /// Whether it says something of the trainee's own part, as an answer to a question of the client's
    /// does.
    public let answersForOneself: Bool
    /// Whether it says that the trainee will do what is asked of them.
    public let undertakes: Bool
    /// Whether it is a yes to being asked for leave, and no more.
    let saysYes: Bool

    /// Reads a reply.
    public init(_ text: String) {
      self.text = text
      words = Words.all(of: text)
      let clauses = Clause.all(of: text)
      naming = clauses.filter { !Self.takesBack($0) }.flatMap { clause in
        let words = Question.withoutLikening(clause.words)
        return Words.naming(among: clause.asks ? Question.withoutAsking(words) : words)
          .filter { $0 != Phrase.gap }
      }
      answersForOneself = Words.answersForOneself(clauses)
      undertakes = Words.undertakes(clauses)
      saysYes = Words.saysYes(clauses)
      wording = Wording(clauses)
      amends = Amends(text, clauses, wording)
      question = Question(clauses)
      asksAboutSuicide = Care.asksClient(text)
      asksAboutSafety = Care.asksAboutSafety(text)
      let last = question.isWorded ? question.clauses.last : nil
      offersStop =
        wording.offersStop && !Self.leavesAndGoesOn(clauses)
        && (last.map { Wording.offersStop($0) || Words.naming(among: $0).isEmpty } ?? true)
    }

    /// Whether a clause says of what the trainee spoke of that they had better not have done so.
    private static func takesBack(_ clause: Clause) -> Bool {
      !clause.asks && withdrawing.range(in: clause.words) != nil
    }

    private static let withdrawing = Phrase.list(
      """
      i shouldnt have asked|begun|brought|called|led|mentioned|opened|pressed|put|raised|said|started
      i should not have asked|begun|brought|called|led|mentioned|opened|pressed|put|raised|said|started
      it|that was wrong|clumsy|rude of me to ask|begin|bring|mention|open|press|raise|say|start
      i take that|it back
      """)

    /// Whether it says that something is left alone and then speaks of something: nothing is offered by
    /// that. 'We can leave it at that. It was the waiting in between.'
    private static func leavesAndGoesOn(_ clauses: [Clause]) -> Bool {
      guard let place = clauses.lastIndex(where: { Wording.offersStop($0.words) }),
        !clauses[place].asks, clauses[place].words.contains("leave")
      else { return false }
      return clauses[(place + 1)...].contains { clause in
        let told = Words.naming(among: clause.words).filter {
          !Words.slight.contains($0) && !Question.general.contains($0)
        }
        return !clause.asks && told.count > 1
      }
    }

    /// Whether it asks what has to be asked plainly: after thoughts of suicide, or after somebody's safety.
    public var asksAsItMust: Bool { asksAboutSuicide || asksAboutSafety }

    /// Whether it leaves room to a client who has asked for a moment or would not speak of something yet:
    /// by giving them time, as they take it, or by leaving it to them in any other way.
    public func leavesRoom(_ codes: Codes) -> Bool {
      codes.autonomy || codes.collaboration && !asksElse || Appraisal.leavesTime(self, codes)
        || offersStop || leavesForNow
    }

    /// Whether it gives leave that a line of the client's asks for: a yes orders nobody about, though it
    /// may be graded a mild order.
    public func givesLeave(askedIn line: String, _ codes: Codes) -> Bool {
      let isKind =
        codes.judgment == .none || codes.judgment == .mild && codes.judgmentKind == .order
      return isKind && saysYes && Words.asksLeave(in: line)
    }

    /// Whether it asks for something, and neither for leave nor for what they would like.
    private var asksElse: Bool {
      question.isWorded && !question.things.isEmpty && question.inquiries.isEmpty && !offersStop
        && !wording.asksPermission && !wording.asksLeave
    }

    /// Whether it says that something is left alone for now.
    private var leavesForNow: Bool { wording.yields || Self.leaving.range(in: words) != nil }

    private static let leaving = Phrase.list(
      """
      dont|neednt have|need? to get|go|talk|speak|say|tell
      we|you can|could leave|stop|wait|keep
      then we stop|leave|wait
      i wont ask
      another|other time
      only if|when you want|like
      """)
  }
}
