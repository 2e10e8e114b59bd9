/// A line of a text in which speakers have labels, and how it stands among the others.
struct SpokenLine {
  var text: Substring
  var number: Int
  /// The speaker, where something other than a label tells.
  var voice: String?
  /// What it may begin with as a speaker's label.
  var label: SpeakerLabel?
  /// How long it is, in characters.
  var length: Int
  /// How long the line before is, in characters; 0 where it is the first, comes after a gap or
  /// after the end of a sentence, so that a turn may well begin here.
  var before: Int
  /// How many gaps come before it.
  var block: Int

  /// Whether it ends as a sentence does.
  var endsSentence: Bool {
    let end = text.last { !"\"”’'»*_".contains($0) }
    return end.map { ".?!…—–-)]>。？！」』".contains($0) } ?? true
  }

  /// Whether a turn can begin with it in a text of this width. Where its first word would have
  /// fitted on the line before, it has not come down from there.
  func mayStart(in width: Int) -> Bool {
    let word = text.prefix { !$0.isWhitespace }.count
    return before == 0 || before + 1 + word <= width
  }
}
