/// A trainee's reply, read once for all that a client notices in it.
struct Reply {
  /// Its words as typed.
  let text: String
  /// Its words in lower case, without apostrophes.
  let words: [String]
  /// What it says that no code covers.
  let wording: Wording
  /// Whether it says sorry, and neither for what nor that something was wrong.
  let saysSorryAlone: Bool
  /// What it asks.
  let question: Question
  /// Whether it asks the client about thoughts of suicide or self-harm.
  let asksAboutSuicide: Bool

  init(_ text: String) {
    self.text = text
    words = Words.all(of: text)
    let clauses = Clause.all(of: text)
    wording = Wording(clauses)
    // Few replies apologise; of all others that need not be looked at.
    saysSorryAlone = wording.apologises && Amends(text, clauses, wording).saysSorryAlone
    question = Question(clauses)
    asksAboutSuicide = Care.asksClient(text)
  }

  /// Whether it offers to stop, to pause or to speak of something else, and asks after nothing else
  /// behind that.
  var offersStop: Bool {
    guard wording.offersStop, question.isWorded, let last = question.clauses.last else {
      return wording.offersStop
    }
    return Wording.offersStop(last) || Words.naming(among: last).isEmpty
  }

  /// The words that name a subject.
  var naming: [String] { Words.naming(among: words) }
}
