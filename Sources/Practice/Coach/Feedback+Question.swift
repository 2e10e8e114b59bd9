import Listening
import Transcripts

/// What is told of the way in which a reply asks.
extension Feedback {
  /// From this number of questions on, a reply is told of as a pile of them. The number is Attune's
  /// own.
  private static let manyQuestions = 3

  /// What to say of the way in which a reply asks, where that comes before all else.
  var question: String? {
    if questions.count >= Self.manyQuestions {
      let number = questions.count == 3 ? "Three" : "\(questions.count)"
      return
        "\(number) questions in one reply, and they will answer one of them at most; ask the one that "
        + "matters, and wait."
    }
    guard grade.codes.narrows, let tag = questions.lazy.compactMap(Self.tag).first else {
      return nil
    }
    return
      "“\(tag)?” asks them to agree with what you say of them; say it as your guess, and leave room "
      + "for it to be wrong."
  }

  /// A question of more words is not quoted. The number is Attune's own.
  private static let longestQuoted = 10

  /// The last question of the reply, where it is short enough to be quoted.
  var shortQuestion: String? {
    guard let last = questions.last, wordCount(last) <= Self.longestQuoted else { return nil }
    return String(last.trimmed)
  }

  /// Whether the reply is a single question.
  var asksAlone: Bool { questions.last.map { $0.trimmed == reply.trimmed } ?? false }

  /// Whether a question of the reply has 'what' or 'how' in it: 'How old is he?'.
  var asksWhatOrHow: Bool {
    (questions.isEmpty ? [reply] : questions).contains { question in
      question.lowercased().split { !$0.isLetter }.contains { $0 == "what" || $0 == "how" }
    }
  }

  /// The sentences of a text that hold a word: those that end in a question mark, each on one line, and
  /// the others. They are parted in one pass, for a reply may be as long as memory holds.
  static func sentences(of reply: String) -> (questions: [String], statements: [String]) {
    var questions: [String] = []
    var statements: [String] = []
    for paragraph in reply.paragraphs {
      var start = paragraph.startIndex
      for mark in paragraph.indices where ".!?".contains(paragraph[mark]) {
        let sentence = paragraph[start..<mark]
        start = paragraph.index(after: mark)
        guard sentence.contains(where: \.isLetter) else { continue }
        if paragraph[mark] == "?" {
          questions.append(String(sentence.map { $0.isNewline ? " " : $0 }) + "?")
        } else {
          statements.append(String(sentence))
        }
      }
      let rest = paragraph[start...]
      if rest.contains(where: \.isLetter) { statements.append(String(rest)) }
    }
    return (questions, statements)
  }

  /// A longer question has no tag that could be heard as one, in bytes.
  private static let longestTagged = 400

  /// The tag of a question that tells the client what they do: 'aren't you' of 'You're avoiding
  /// people, aren't you?'.
  private static func tag(of question: String) -> String? {
    let told =
      /(?i)(?:^|\s)(?:so |well |and )*you(?:['’]\w+)?\s.*,?\s(\w+n['’]t you|(?:do|are|did|have|were|can|will) you)\?+$/
    guard question.utf8.count <= longestTagged else { return nil }
    return question.firstMatch(of: told).map { String($0.1) }
  }
}
