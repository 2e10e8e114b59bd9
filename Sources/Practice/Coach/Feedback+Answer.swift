import Clients
import Listening
import Scenarios

/// What is told of a reply to somebody who has asked the trainee something.
extension Feedback {
  /// Whether the reply answers that, or says yes to what they asked the trainee to do, with nothing in it
  /// that got in the client's way.
  var answersThem: Bool {
    let codes = grade.codes
    guard codes.hindrances.isEmpty, !codes.repair else { return false }
    // 'My bad.' speaks of the trainee, too.
    let isAmends = reading.wording.ownsMistake || reading.amends.saysSorryAlone
    return asked != nil && (codes.transparency || reading.answersForOneself && !isAmends)
      || undertakes
  }

  /// Whether the reply says that the trainee will do what the line asks of them.
  private var undertakes: Bool {
    occasion.isTalk && reading.undertakes && Client.requestsOfTrainee(in: heard)
  }

  /// The grade without the mild judgment that is none, to a client who has asked for yes or no.
  static func withoutJudgment(_ grade: Grade, of reply: Client.Reply, to line: String?) -> Grade {
    guard let line, Client.isPlainAnswer(reply, graded: grade, to: line) else { return grade }
    var grade = grade
    (grade.codes.judgment, grade.codes.judgmentKind) = (.none, nil)
    return grade
  }

  /// What to say of an answer that does nothing else.
  var answered: String? {
    guard answersThem, grade.codes.reflection == .none, grade.codes.question == .none else {
      return nil
    }
    let done =
      asked == nil
      ? "They asked something of you, and you said that you would"
      : "They asked you something, and you answered it"
    return "\(done); now leave room for what they make of it."
  }

  /// Whether the reply gives leave that the client has asked for.
  var givesLeave: Bool {
    occasion.isTalk && reading.givesLeave(askedIn: heard, grade.codes)
  }

  /// What to say where their question was left; nothing where the author's own example leaves it, to hear
  /// what is behind it.
  var leftUnanswered: String? {
    guard !answersThem, grade.codes.hindrances.isEmpty, !grade.codes.repair, let asked,
      line.map({ Client.answersForOneself($0.example) }) != false
    else { return nil }
    return "They asked you something, and still wait to hear: “\(asked)”"
  }
}
