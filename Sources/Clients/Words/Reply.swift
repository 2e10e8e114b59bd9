import Listening

extension Client {
  /// A trainee's reply, read once for all that a client, and whoever coaches the trainee, notices in it.
  public struct Reply {
    /// Its words as typed.
    let text: String
    /// Its words in lower case, without apostrophes.
    let words: [String]
    /// Those of them that name a subject.
    let naming: [String]
    /// What it says that no code covers.
    public let wording: Wording
    /// How it owns a miss.
    public let amends: Amends
    /// What it asks.
    let question: Question
    /// Whether it asks the client about thoughts of suicide or self-harm.
    public let asksAboutSuicide: Bool
    /// Whether it offers to stop, to pause or to speak of something else, and asks after nothing else
    /// behind that.
    public let offersStop: Bool
    /// Whether it says something of the trainee's own part, as an answer to a question of the client's
    /// does.
    public let answersForOneself: Bool

    /// Reads a reply.
    public init(_ text: String) {
      self.text = text
      words = Words.all(of: text)
      naming = Words.naming(among: words)
      let clauses = Clause.all(of: text)
      answersForOneself = Words.answersForOneself(clauses)
      wording = Wording(clauses)
      amends = Amends(text, clauses, wording)
      question = Question(clauses)
      asksAboutSuicide = Care.asksClient(text)
      let last = question.isWorded ? question.clauses.last : nil
      offersStop =
        wording.offersStop
        && (last.map { Wording.offersStop($0) || Words.naming(among: $0).isEmpty } ?? true)
    }

    /// Whether it gives a client the moment that they have asked for, or leaves alone what they would not
    /// speak of yet.
    public func leavesTime(_ codes: Codes) -> Bool {
      codes.autonomy || codes.collaboration || Appraisal.leavesTime(self, codes) || offersStop
        || Self.leaving.range(in: words) != nil
    }

    /// Leaving something alone for now.
    private static let leaving = Phrase.list(
      """
      dont|neednt have|need? to get|go|talk|speak|say|tell
      we|you can|could leave|stop|wait|keep
      then we stop|leave|wait
      i wont push|press|ask|rush
      another|other time
      only if|when you want|like
      """)
  }
}
