import Listening

/// Replies of one kind each. They are numbered because a repeated reply counts as none.
public enum SampleReplies {
  /// A complex reflection.
  public static func complex(_ turn: Int) -> GradedReply {
    GradedReply(
      reply: "\(turn). Part of you wants this over, and part of you can't let go.",
      grade: grade { $0.reflection = .complex })
  }
  /// A simple reflection.
  public static func simple(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). So that hurt.", grade: grade { $0.reflection = .simple })
  }
  /// An open question.
  public static func open(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). How was it for you?", grade: grade { $0.question = .open })
  }
  /// A closed question.
  public static func closed(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). Was it long ago?", grade: grade { $0.question = .closed })
  }
  /// The client is asked what would be of use.
  public static func collaboration(_ turn: Int) -> GradedReply {
    GradedReply(
      reply: "\(turn). Which of these would be of use to you?",
      grade: grade {
        $0.question = .open
        $0.collaboration = true
      })
  }
  /// An affirmation.
  public static func affirmation(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). That took courage.", grade: grade { $0.affirmation = true })
  }
  /// Openness about confidentiality.
  public static func transparency(_ turn: Int) -> GradedReply {
    GradedReply(
      reply: "\(turn). I'd tell nobody unless a life was at risk, and you may ask me why I ask.",
      grade: grade { $0.transparency = true })
  }
  /// A miss owned.
  public static func repair(_ turn: Int) -> GradedReply {
    GradedReply(
      reply: "\(turn). I got that wrong, and I'm sorry. How did it strike you?",
      grade: grade { $0.repair = true })
  }
  /// Advice that nobody asked for.
  public static func advice(_ turn: Int) -> GradedReply {
    GradedReply(
      reply: "\(turn). You should try a hobby.", grade: grade { $0.advice = .unsolicited })
  }
  /// Blame.
  public static func judgment(_ turn: Int, _ strength: Judgment) -> GradedReply {
    GradedReply(
      reply: "\(turn). You've brought this on yourself.",
      grade: grade {
        $0.judgment = strength
        $0.judgmentKind = .blame
      })
  }
  /// A feeling that is not there.
  public static func misreading(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). So you're delighted.", grade: grade { $0.misreading = true })
  }
  /// A nod.
  public static func plain(_ turn: Int) -> GradedReply {
    GradedReply(reply: "\(turn). Okay, I see.", grade: grade { _ in })
  }
}

/// A grade whose scores follow from codes set by hand.
func grade(_ set: (inout Codes) -> Void) -> Grade {
  var codes = Codes()
  set(&codes)
  return Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
}
