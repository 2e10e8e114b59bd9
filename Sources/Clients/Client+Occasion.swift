import Listening
import Scenarios

extension Client {
  /// What kind of thing the client has said last, as far as it decides what would answer it.
  public enum Occasion: Sendable {
    /// A part of their story, or an answer to what the trainee did.
    case talk
    /// They asked for a moment.
    case time
    /// They asked to leave something alone for now.
    case later
    /// They have drawn back: what they say keeps the trainee off.
    case withdrawal
    /// They are on their way out.
    case farewell
  }

  /// What kind of thing the client has said last.
  public var occasion: Occasion {
    switch current.request {
    case .time: return .time
    case .later: return .later
    case .none, .goingOn: break
    }
    let text = current.line.text
    func isSaid(in lines: [ClientLine]) -> Bool { lines.contains { $0.text == text } }
    if ending != nil || isSaid(in: vignette.lines(for: .ending) + vignette.lines(for: .nextTime))
      || isSaid(in: DefaultLines.ending(vignette.attachment) + DefaultLines.unsureOfNextTime)
    {
      return .farewell
    }
    return isSaid(in: vignette.reactions.standing[.withdrawal] ?? []) ? .withdrawal : .talk
  }

  /// Whether a reply gives a client the moment that they have asked for, or leaves alone what they
  /// would not speak of yet.
  public static func leavesTime(_ reply: String, _ codes: Codes) -> Bool {
    let reply = Reply(reply)
    return codes.autonomy || codes.collaboration || Appraisal.leavesTime(reply, codes)
      || leaving.range(in: reply.words) != nil
  }

  /// Whether a reply asks for leave to say or ask something.
  public static func asksLeave(_ reply: String) -> Bool { Wording(reply).asksLeave }

  /// Whether a reply announces the end of the session.
  public static func endsHour(_ reply: String) -> Bool { Wording(reply).announcesEnd }

  /// Leaving something alone for now.
  private static let leaving = Phrase.list(
    """
    dont|neednt have|need? to get|go|talk|speak|say|tell
    we|you can|could leave|stop|wait|keep
    then we stop|leave|wait
    i wont push|press|ask|rush
    another|other time
    only if|when you want|like
    """)
}
