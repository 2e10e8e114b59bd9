import Clients
import Listening
import Scenarios

/// What is told at moments at which other things help than usual, and of silence and length.
extension Feedback {
  /// What to say where the client asked for time, has drawn back or is going; `nil` where the reply is
  /// judged as any other is.
  var moment: String? {
    let codes = grade.codes
    guard codes.hindrances.isEmpty, codes.reflection == .none, !codes.repair else { return nil }
    switch occasion {
    case .talk, .leave: return nil
    case .goingOn:
      return reading.leavesRoom(codes)
        ? "They said that they would go on, and you left them room to." : nil
    case .later:
      return reading.leavesRoom(codes)
        ? "They asked you to leave it for now, and you did." : nil
    // They stopped of their own accord: a good reply is as good as any other time.
    case .time where !Client.asksForTime(heard):
      return reading.leavesRoom(codes)
        ? "They stopped there for a moment, and you left them time." : nil
    case .time:
      if reading.leavesRoom(codes) {
        return isSilent
          ? "They asked for time, and you gave it."
          : "They asked for time, and you left it to them."
      }
      return codes.question == .none
        ? "They asked for time; few words, or none, would give it to them."
        : "They asked for time, and a question takes it from them; few words, or none, would give it."
    case .withdrawal:
      if codes.question == .open || codes.collaboration { return nil }
      if reading.wording.noticesRupture {
        return "You said what you notice; now leave room for what they make of it."
      }
      if let followedUp { return followedUp }
      return isSilent
        ? "They have drawn back, and silence leaves them there; say that you notice, and ask what "
          + "has just happened."
        : "They have drawn back; say that you notice it, and ask what has just happened between you."
    case .farewell:
      if reading.wording.parts, !told.hasEver(Self.bothParted) { return Self.bothParted }
      if codes.question == .open || codes.collaboration || codes.autonomy { return nil }
      return "They are going; one thing that you take from this hour is enough to go with."
    }
  }

  /// Said once: more of it would read as an order to go.
  private static let bothParted = "You have both said goodbye; /end closes the session."

  var isSilent: Bool { wordCount(reply) == 0 }

  var silence: String {
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
  var tooLong: String? {
    let (said, heard) = (wordCount(reply), client.map(wordCount) ?? 0)
    guard said > max(Self.manyWords, heard) else { return nil }
    let length = heard > 0 ? "\(said) words to their \(heard)" : "\(said) words"
    let words = grade.words(for: .reflection, in: typed)
    guard let words, !grade.unsure.contains(.reflection) else {
      return "That is \(length): try it in one sentence, and leave them the rest of the time."
    }
    return
      "That is \(length), and “\(words)” carries it: try that alone, and leave them the rest of "
      + "the time."
  }
}
