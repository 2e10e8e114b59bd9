import Clients
import Grading
import Listening

/// What is told of a reply that may say back what was heard, though it is not graded as that.
extension Feedback {
  /// From this number of the client's telling words on, a reply may say back what they told. The number is
  /// Attune's own.
  private static let severalWords = 2

  /// Whether what the reply states, and does not ask, holds several telling words of the client's line. The
  /// grader then found no reflection, and it is not certain that there is none.
  var maySayBack: Bool {
    grade.codes.reflection == .none && occasion.isTalk
      && Uptake.tellingWords(of: heard, saidIn: stated, spelling: spelling) >= Self.severalWords
  }

  /// A reply holds an example of which it states this share of the telling words. The number is Attune's own.
  private static let mostOfExample = 0.6

  /// Whether the reply states most of what an example does, with nothing in it that got in the client's way.
  func holds(_ example: String) -> Bool {
    grade.codes.hindrances.isEmpty
      && Uptake.share(of: example, saidIn: stated, spelling: spelling) >= Self.mostOfExample
  }

  /// What the reply says and does not ask, its sentences kept apart.
  var stated: String { statements.joined(separator: ". ") }
}
