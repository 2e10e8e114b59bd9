import Listening

/// What the file of a saved session tells of it as a whole, beside what can be scored.
public struct SavedSession: Hashable, Sendable {
  /// The vignette, as `pack/name`.
  public var vignette: String
  /// The seed of the client's choices.
  public var seed: UInt64
  /// The bond where the session ends or has come to, 0 to 1.
  public var bond: Double
  /// How many ruptures have opened.
  public var ruptures: Int
  /// What the session came to; `nil` where it has not ended. Only here does a file tell how deep the
  /// client went, and which ruptures were repaired rather than faded.
  public var outcome: Outcome?
  /// How it ended; `nil` where it has not.
  public var ending: SessionEnding?
  /// How many replies were taken back to be tried again; they are not scored.
  public var retries: Int

  /// Creates a summary.
  public init(
    vignette: String, seed: UInt64, bond: Double, ruptures: Int, outcome: Outcome? = nil,
    ending: SessionEnding? = nil, retries: Int = 0
  ) {
    self.vignette = vignette
    self.seed = seed
    self.bond = bond
    self.ruptures = ruptures
    self.outcome = outcome
    self.ending = ending
    self.retries = retries
  }
}
