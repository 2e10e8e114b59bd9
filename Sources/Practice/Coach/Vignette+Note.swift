import Scenarios

extension Vignette {
  /// A line as its example is shown with it: one beside the story, which answers a plain question or says
  /// that there is no answer, has the example of an earlier line, and the note beneath says so.
  ///
  /// The line's own note speaks of the question before it, and would be read as one on the reply after.
  func noted(_ line: ClientLine) -> ClientLine {
    let isBesideStory =
      facts.contains { $0.text == line.text } || reactions.passedOver.contains(line.text)
    guard isBesideStory else { return line }
    var line = line
    line.why = CoachLines.exampleOfEarlierLine
    return line
  }
}
