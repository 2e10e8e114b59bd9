import Diagnostics
import Listening

/// A simulated client: who they are, what they can tell, and how they answer.
///
/// See `Documentation/PackFormat.md` for each part's meaning to its author.
public struct Vignette: Hashable, Sendable {
  /// The vignette's name within its pack.
  public var id = ""
  /// A fingerprint of what it says and of what decides that.
  public var fingerprint = ""
  /// The client's name.
  public var name = ""
  /// One line for the list.
  public var title = ""
  /// Who the client is: what a trainee reads before the session.
  public var summary = ""
  /// The client's attachment style.
  public var attachment = Attachment.secure
  /// What happened to them before.
  public var history: [History] = []
  /// What they expect of therapy.
  public var expectations: [Expectation] = []
  /// Content warnings, a phrase each.
  public var warnings: [String] = []
  /// What to practise.
  public var objectives: [Objective] = []
  /// The client's first line.
  public var opening = ClientLine()
  /// What the client can tell.
  public var topics: [Topic] = []
  /// What the client answers to general questions; an author may leave any of it out.
  public var answers: [Inquiry: [ClientLine]] = [:]
  /// What the client answers to plain questions about their life; an author may leave it out.
  public var facts: [Fact] = []
  /// How the client answers moves that earn no story.
  public var reactions = Reactions()
  /// The client's last words.
  public var closings: [Closing: [String]] = [:]
  /// How the client begins a further session, by how the one before went; an author may leave any
  /// of it out.
  public var returns: [Returning: [ClientLine]] = [:]

  /// The language of its text: that of its pack.
  public var language = ""
  /// The places of each passage in the file.
  package var places: [Passage: [Location]] = [:]
  /// Where the vignette begins.
  package var start: Location?
  /// What reading the file gave cause to look at.
  package var remarks: [Diagnostic] = []

  package init() {}
}

/// A text of a vignette with its role, to find its place by: the same words may be a line and
/// another line's example.
public enum Passage: Hashable, Sendable {
  /// The title or the summary.
  case heading(String)
  /// A topic's id.
  case topic(String)
  /// What the client says.
  case spoken(String)
  /// What lies beneath a line.
  case meaning(String)
  /// A reply that would land well.
  case example(String)
  /// What else the author tells: why a reply would land, a topic's title and words.
  case note(String)
  /// A word by which a trainee names a topic, which is told by its id, or what a fact is about, which is
  /// told by its text.
  case word(String, of: String)
  /// The feelings of a line, by what the client says in it.
  case feelings(String)
  /// What stands under a key as a whole: the topics, a list of reactions or closings.
  case list(String)

  /// The text, or what stands for it: the line of feelings, a list's key.
  package var text: String {
    switch self {
    case .heading(let text), .topic(let text), .spoken(let text), .meaning(let text),
      .example(let text), .note(let text), .feelings(let text),
      .list(let text), .word(let text, of: _):
      text
    }
  }
}

/// Adult attachment style (Bartholomew & Horowitz 1991).
public enum Attachment: String, CaseIterable, Sendable {
  case secure, anxious, avoidant, fearful
}

/// What has happened to a client in earlier relationships.
public enum History: String, CaseIterable, Sendable {
  case betrayal, abandonment, neglect, violence, loss
}

/// What a client expects of therapy.
public enum Expectation: String, CaseIterable, Sendable {
  /// Therapists are cold.
  case cold
  /// You will judge me.
  case judging
  /// Talking changes nothing.
  case useless
  /// Somebody else wanted this.
  case sent
}

/// Something to practise, and the finding that it rests on.
public struct Objective: Hashable, Sendable {
  /// The code of the vocabulary that it trains.
  public var skill: CodeName
  /// What to do.
  public var text: String
  /// The finding behind it.
  public var source: String

  package init(skill: CodeName, text: String, source: String) {
    (self.skill, self.text, self.source) = (skill, text, source)
  }
}

/// Something the client can say.
public struct ClientLine: Hashable, Sendable {
  /// The depths of a line.
  public static let depths = 1...4

  /// The client's words.
  public var text = ""
  /// How deep it goes, in `depths`: 1 what anyone may hear, 2 what happened, 3 what it felt like,
  /// 4 what it means about me.
  public var depth = 1
  /// Feelings that the line shows or implies.
  public var feelings: [String] = []
  /// What lies beneath; `nil` for reactions.
  public var meaning: String?
  /// A reply to this very line that would land well.
  public var example = ""
  /// Why it would.
  public var why = ""
  /// What the client says if asked about this very line; `nil` where the author wrote nothing.
  public var asked: Asked?

  /// Creates an empty line.
  public init() {}

  /// What the client says if asked about the line, as a line of the same depth and meaning.
  public var answer: ClientLine? {
    guard let asked else { return nil }
    var answer = self
    (answer.text, answer.example, answer.asked) = (asked.text, asked.example, nil)
    return answer
  }
}

/// What the client says when they are asked openly about a line that they have just said.
public struct Asked: Hashable, Sendable {
  /// The client's words.
  public var text: String
  /// A reply to them that would land well.
  public var example: String

  package init(text: String, example: String) {
    (self.text, self.example) = (text, example)
  }
}

/// The kinds of general questions, which can come at any time of a session.
public enum Inquiry: String, CaseIterable, Sendable {
  /// What they want of this hour or of counselling.
  case hopes
  /// What they need just now, or of the trainee.
  case needs
  /// What goes on in them here.
  case now
  /// Who knows, and who is there for them.
  case others
  /// How they get through, and what helps.
  case coping
  /// When it began, and what made them come.
  case begin
  /// What they would like to be different.
  case change
  /// What they would say to the person whom it is about.
  case say
  /// What they make of the trainee and of being here.
  case you
  /// What it means to them and says about them.
  case themselves = "self"
}

/// Something the client can talk about, from the surface down.
public struct Topic: Hashable, Sendable {
  /// Short name.
  public var id: String
  /// Its name for people.
  public var title: String
  /// Words by which a trainee may name it, in lower case.
  public var about: [String]
  /// What there is to say, in the order written.
  public var lines: [ClientLine]
  /// What the client says of it at the beginning of a further session, if the author wrote
  /// anything.
  public var recall: String?

  package init(id: String, title: String, about: [String], lines: [ClientLine]) {
    (self.id, self.title, self.about, self.lines) = (id, title, about, lines)
  }
}

/// How the client answers.
public struct Reactions: Hashable, Sendable {
  /// What may precede the next story line.
  public var prefaces: [Preface: [String]] = [:]
  /// Answers that stand alone.
  public var standing: [Standing: [ClientLine]] = [:]
  /// What the client says on passing over an open question, before another story line; empty where
  /// the author wrote none.
  public var passedOver: [String] = []
  /// Answers on the occasions that an author may leave out.
  public var occasional: [Occasional: [ClientLine]] = [:]

  package init() {}

  /// The replies after which the next story line may have a preface.
  public enum Preface: String, CaseIterable, Sendable {
    /// An accurate reflection.
    case understood
    /// An open question.
    case explored
    /// An affirmation, a shared decision or a choice left open.
    case respected
  }

  /// The occasions on which a client's answer stands alone.
  public enum Standing: String, CaseIterable, Sendable {
    case transparent = "levelled"
    case closed, misread, advised, judged, ignored, withdrawal, confrontation, repaired
  }

  /// The occasions for which generic lines are said if the author wrote none.
  public enum Occasional: String, CaseIterable, Sendable {
    /// Asked about thoughts of suicide.
    case safety
    /// Asked for leave: to tell, ask or suggest something.
    case leave
    /// Told that the session is coming to its end.
    case ending
    /// Asked, at the end, about coming again.
    case nextTime = "next_time"
    /// Told what they had given leave for: a thought, a suggestion.
    case offered
    /// Told that the trainee knows somebody where they come from.
    case acquaintance
  }
}

/// The ways in which a client comes back to a further session.
public enum Returning: String, CaseIterable, Sendable {
  /// The session before was ended properly.
  case ended
  /// The trainee left in the middle of it.
  case brokenOff = "broken_off"
  /// A rupture was repaired in it.
  case repaired
  /// A rupture stayed open.
  case hurt
  /// The client did what was agreed.
  case done
  /// The client did not do what was agreed.
  case undone
}

/// How a session went, which decides the client's last words.
public enum Closing: String, CaseIterable, Sendable {
  /// Trust has grown.
  case warm
  /// Trust is where it was.
  case neutral
  /// Trust has suffered.
  case cool
  /// The client walks out.
  case left
}
