import Diagnostics

/// What a decoder has found in the lines so far.
enum Decoded {
  case reply(ReplyToScore)
  case fault(Diagnostic)
  /// An error that is told later as a fault, at this place and once for all that are alike.
  case noticed(Diagnostic)

  /// Notice of an error where it is the first of those that are told together.
  static func noticing<Place>(
    _ places: Occurrences<Place>, _ fault: @autoclosure () -> Diagnostic?
  ) -> [Decoded] {
    places.count == 1 ? [fault()].compactMap { $0.map(Decoded.noticed) } : []
  }
}
