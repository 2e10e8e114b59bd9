/// Something that somebody said in a transcript from elsewhere.
struct Utterance {
  /// The conversation that it belongs to, where the file tells.
  var conversation: String?
  /// What the file knows it by.
  var id: RecordID?
  var speaker: Speaker
  var text: String
  /// Where it stands in the file.
  var line: Int
  /// Whether the side is only assumed, because a person named the other one.
  var isAssumed = false
}
