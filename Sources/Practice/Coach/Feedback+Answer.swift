import Clients
import Listening
import Scenarios

/// What is told of a reply to somebody who has asked the trainee something.
extension Feedback {
  /// Whether the reply answers that, with nothing in it that got in the client's way.
  var answersThem: Bool {
    let codes = grade.codes
    guard codes.hindrances.isEmpty, !codes.repair, asked != nil else { return false }
    return codes.transparency || reading.answersForOneself
  }

  /// What to say of an answer that does nothing else.
  var answered: String? {
    guard answersThem, grade.codes.reflection == .none, grade.codes.question == .none else {
      return nil
    }
    return "They asked you something, and you answered it; now leave room for what they make of it."
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
