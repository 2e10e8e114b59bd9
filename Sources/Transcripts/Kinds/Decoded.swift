import Diagnostics

/// What a decoder has found in the lines so far.
enum Decoded {
  case reply(ReplyToScore)
  case fault(Diagnostic)
}
