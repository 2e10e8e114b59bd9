import Listening
import Scenarios

/// What a client carries from one session into the next.
public struct Memory: Hashable, Sendable {
  /// Whether they come back at all.
  public let comesBack: Bool
  /// How the session before ended; `nil` if the trainee left in the middle of it.
  let ending: SessionEnding?
  /// The alliance at the beginning of the next session.
  let alliance: Alliance
  /// Lines told in all sessions.
  let told: Set<String>
  /// Everything said in all sessions: not said again while something else fits.
  let saidBefore: Set<String>
  /// The topic spoken of last.
  let topic: String?
  /// Whether a rupture was repaired in the session before.
  let wasRepaired: Bool
  /// Whether they did what was agreed; `nil` if nothing was.
  let hasActed: Bool?
  /// The topic that the trainee promised to come back to.
  let promise: String?

  /// How the client comes back.
  var way: Returning {
    if alliance.rupture != .none { return .hurt }
    if ending == nil { return .brokenOff }
    if let hasActed { return hasActed ? .done : .undone }
    return wasRepaired ? .repaired : .ended
  }
}

extension Vignette {
  /// The lines with which the client comes back: the author's, and the generic ones that follow.
  func returning(_ way: Returning) -> [[ClientLine]] {
    [returns[way] ?? [], DefaultLines.returning(way)]
  }

  /// What the client says of a topic when they come back to it: the author's, and the generic line
  /// that follows.
  func recalls(_ topic: String?) -> [String] {
    guard let topic = topics.first(where: { $0.id == topic }) else { return [] }
    return [topic.recall, DefaultLines.recall].compactMap(\.self)
  }

  /// The answers on an occasion that the author may have left out.
  func lines(for occasion: Reactions.Occasional) -> [ClientLine] {
    reactions.occasional[occasion] ?? DefaultLines.lines(for: occasion, attachment)
  }
}
