/// One thing that is true of a reply and that the model has a weight for.
package struct Feature: Equatable, Sendable {
  /// What sort of feature it is: how it was found, and how it is put into words.
  package enum Kind: UInt8, CaseIterable, Sendable {
    /// One word; two or three in a row.
    case word, words
    /// A piece of a word.
    case letters
    /// The first or last words of a sentence.
    case opening, ending
    /// The build of a passage: little words as they are, the rest as placeholders.
    case shape
    /// How the sentence asks.
    case question
    /// A class of word, or words in a context: negated, quoted, reported.
    case wordClass, context
    /// What the reply shares with the client's line.
    case overlap
    /// How long the reply is.
    case length
    /// Feelings named by the reply and by the client.
    case feeling
    /// What the client's line is like.
    case client
    /// Which sentences follow on which.
    case course

    /// Whether it stands on no words in particular.
    var isOfWholeReply: Bool { self == .length || self == .client || self == .course }
  }

  /// The key of the feature's weights.
  package var key: UInt32
  package var kind: Kind
  /// The tokens that it stands on: first and last.
  var first: UInt16
  var last: UInt16

  /// The key of a feature of a kind, from the hash of what it says.
  package static func key(_ kind: Kind, _ hash: UInt64) -> UInt32 {
    Hashing.key(Hashing.join(UInt64(kind.rawValue) &+ 1, hash))
  }
}

extension Feature {
  /// A feature of a kind that stands on tokens `first` to `last`, from the hash of what it says.
  @inline(__always)
  init(_ kind: Kind, _ hash: UInt64, _ first: Int, _ last: Int) {
    self.init(
      key: Feature.key(kind, hash), kind: kind, first: UInt16(clamping: first),
      last: UInt16(clamping: last))
  }
}
