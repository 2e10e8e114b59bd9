/// How much a reply says of the client that it answers, whatever its form.
enum Substance {
  /// Something particular.
  case particular
  /// What could be said to any client: 'It sounds like that's what it's like for you.'
  case general
  /// Words for feelings of many kinds, which the client did not name: one of them may well be right,
  /// and nothing shows that anybody listened.
  case strungFeelings
}
