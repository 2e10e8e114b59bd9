/// How much a reply says of the client that it answers, whatever its form.
package enum Substance: Sendable {
  /// Something particular.
  case particular
  /// What could be said to any client: 'It sounds like that's what it's like for you.'
  case general
  /// Words for feelings of many kinds, which the client did not name: one of them may well be right,
  /// and nothing shows that anybody listened.
  case strungFeelings
}

extension Uptake {
  /// Whether a reply strings together words for feelings of many kinds that the client did not name.
  public static func stringsFeelings(_ reply: String, to line: String) -> Bool {
    var extractor = FeatureExtractor()
    extractor.read(reply, client: line)
    return extractor.substance == .strungFeelings
  }
}
