/// One word or mark of a text, normalised: case, accents and the kind of apostrophe are gone, and
/// contractions stand as the words they stand for.
package struct Token: Equatable, Sendable {
  /// What the token is.
  package enum Kind: Equatable, Sendable { case word, question, stop }

  package var kind: Kind
  /// The hash of the normalised word or mark.
  package var hash: UInt64
  /// The word's number in the tokenizer's table; -1 for a mark.
  package var word: Int32 = -1
  /// Where the token stands in the text: UTF-8 byte offsets.
  var span: Range<Int>
  /// What a linguist would say of the word.
  var classes: WordClass = []
  /// The form that the word shares with related words; 0 for a mark.
  var stem: UInt64 = 0
  /// Under what the word stands: quoted, negated, reported.
  var context: Context = .plain
  /// Whether a clause ends right before the token (comma, dash, bracket).
  var afterPause = false

  /// Circumstances that change what a word does to the client.
  enum Context: UInt8, Sendable {
    case plain, negated, quoted, reported
  }
}

/// A text as the grader reads it.
package struct Utterance: Sendable {
  /// The words and sentence marks in order.
  package var tokens: [Token] = []
  /// The sentences, as ranges of `tokens`, end marks included; none is empty.
  package var sentences: [Range<Int>] = []

  /// An utterance of no words.
  package init() {}

  /// Empties the utterance and keeps its memory.
  mutating func removeAll() {
    tokens.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
  }
}
