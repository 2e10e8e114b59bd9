import Clients
import Listening

/// A reply with the grade that a good grader would give it.
struct Answer {
  var reply: String
  var grade: Grade
}

/// A way of replying: what one kind of trainee says at a turn of a session.
typealias Policy = @Sendable (_ client: Client, _ turn: Int, _ luck: inout SplitMix64) -> Answer

/// Trainees as code. Their grades are made by hand, so that these tests are of the client alone.
enum Policies {
  /// Mostly reflections, complex more often than simple, some open questions, shared decisions;
  /// open about how this works at the start; owns a miss at once.
  static let skilled: Policy = { client, turn, luck in
    if client.alliance.rupture != .none { return Moves.repair(turn) }
    if turn == 2 { return Moves.transparency(turn) }
    switch luck.next() % 20 {
    case 0..<9: return Moves.complex(turn)
    case 9..<13: return Moves.simple(turn)
    case 13..<17: return Moves.open(turn)
    case 17..<19: return Moves.collaboration(turn)
    default: return Moves.affirmation(turn)
    }
  }

  /// Mostly questions, closed more often than open, few reflections, now and then advice.
  static let novice: Policy = { _, turn, luck in
    switch luck.next() % 20 {
    case 0..<8: Moves.closed(turn)
    case 8..<13: Moves.open(turn)
    case 13..<17: Moves.simple(turn)
    case 17..<19: Moves.plain(turn)
    default: Moves.advice(turn)
    }
  }

  /// One closed question after another.
  static let closedQuestioner: Policy = { _, turn, _ in Moves.closed(turn) }

  /// Mostly advice, with a question now and then.
  static let adviceGiver: Policy = { _, turn, luck in
    switch luck.next() % 20 {
    case 0..<11: Moves.advice(turn)
    case 11..<16: Moves.closed(turn)
    default: Moves.open(turn)
    }
  }

  /// Judges mildly or outright more often than not.
  static let judgmental: Policy = { _, turn, luck in
    switch luck.next() % 20 {
    case 0..<8: Moves.judgment(turn, .mild)
    case 8..<15: Moves.judgment(turn, .strong)
    default: Moves.closed(turn)
    }
  }

  /// Hands the client's words back.
  static let parrot: Policy = { client, _, _ in
    Answer(reply: client.current.text, grade: grade { $0.reflection = .simple })
  }

  /// Warm words without content, in which a grader finds no code.
  static let keywordStuffer: Policy = { _, turn, _ in
    Answer(reply: "\(turn). Empathy, validation, holding space, I hear you.", grade: grade { _ in })
  }

  /// Says nothing.
  static let silent: Policy = { _, _, _ in Answer(reply: "", grade: grade { _ in }) }

  /// Tells stories of their own.
  static let overDiscloser: Policy = { _, turn, _ in
    Answer(
      reply: "\(turn). That reminds me of my own year, let me tell you all of it.",
      grade: grade { $0.selfDisclosure = .takeover })
  }

  /// Skilled but for two outbursts, each owned as soon as the client shows that it hurt.
  static let rupturesThenRepairs: Policy = { client, turn, luck in
    if turn == 4 || turn == 9 { return Moves.judgment(turn, .strong) }
    if turn == 5 || turn == 10 { return Moves.repair(turn) }
    return skilled(client, turn, &luck)
  }

  /// All of them, by name.
  static let all: [String: Policy] = [
    "skilled": skilled, "novice": novice, "closed-questioner": closedQuestioner,
    "advice-giver": adviceGiver, "judgmental": judgmental, "parrot": parrot,
    "keyword-stuffer": keywordStuffer, "silent": silent, "over-discloser": overDiscloser,
    "ruptures-then-repairs": rupturesThenRepairs,
  ]
}

/// Replies of one kind each. They are numbered, for a reply said twice counts as none.
enum Moves {
  static func complex(_ turn: Int) -> Answer {
    Answer(
      reply: "\(turn). Part of you wants this over, and part of you can't let go.",
      grade: grade { $0.reflection = .complex })
  }
  static func simple(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). So that hurt.", grade: grade { $0.reflection = .simple })
  }
  static func open(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). How was it for you?", grade: grade { $0.question = .open })
  }
  static func closed(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). Was it long ago?", grade: grade { $0.question = .closed })
  }
  static func collaboration(_ turn: Int) -> Answer {
    Answer(
      reply: "\(turn). Which of these would be of use to you?",
      grade: grade {
        $0.question = .open
        $0.collaboration = true
      })
  }
  static func affirmation(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). That took courage.", grade: grade { $0.affirmation = true })
  }
  static func autonomy(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). That's up to you.", grade: grade { $0.autonomy = true })
  }
  static func transparency(_ turn: Int) -> Answer {
    Answer(
      reply: "\(turn). Nothing leaves this room, and you may ask me why I ask.",
      grade: grade { $0.transparency = true })
  }
  static func repair(_ turn: Int) -> Answer {
    Answer(
      reply: "\(turn). I got that wrong, and I'm sorry. How did it strike you?",
      grade: grade { $0.repair = true })
  }
  static func advice(_ turn: Int) -> Answer {
    Answer(
      reply: "\(turn). You should try a hobby.", grade: grade { $0.advice = .unsolicited })
  }
  static func judgment(_ turn: Int, _ strength: Judgment) -> Answer {
    Answer(
      reply: "\(turn). You've brought this on yourself.",
      grade: grade {
        $0.judgment = strength
        $0.judgmentKind = .blame
      })
  }
  static func misreading(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). So you're delighted.", grade: grade { $0.misreading = true })
  }
  static func plain(_ turn: Int) -> Answer {
    Answer(reply: "\(turn). Okay, I see.", grade: grade { _ in })
  }
}

/// A grade whose scores follow from codes set by hand.
func grade(_ set: (inout Codes) -> Void) -> Grade {
  var codes = Codes()
  set(&codes)
  return Grade(codes: codes, evidence: [], unsure: [], model: "by-hand@1")
}
