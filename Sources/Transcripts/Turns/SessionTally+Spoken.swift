import Listening

/// Sessions are measured by the words that were said in them: marks of a transcriber's count for
/// nothing, in practice as in a transcript.
extension SessionTally {
  /// Takes the next reply, as it was typed or transcribed, and its grade.
  public mutating func add(spoken reply: String, _ grade: Grade) {
    add(TranscriptMarks.blanked(reply), grade)
  }

  /// Takes something that the client said, as it was written or transcribed.
  public mutating func add(spokenByClient line: String) {
    add(clientLine: TranscriptMarks.blanked(line))
  }
}

extension SessionMeasures {
  /// Measures a session by the words that were said.
  ///
  /// - Parameters:
  ///   - turns: Each graded reply's text, as it was typed or transcribed, and its grade.
  ///   - clientLines: What the client said, likewise.
  public init(spoken turns: [(text: String, grade: Grade)], clientLines: [String]) {
    var tally = SessionTally()
    for turn in turns { tally.add(spoken: turn.text, turn.grade) }
    for line in clientLines { tally.add(spokenByClient: line) }
    self = tally.measures
  }
}
