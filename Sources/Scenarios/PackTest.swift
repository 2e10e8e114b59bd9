import Diagnostics
import Listening

/// A conversation written by a pack's author, and what is expected of it.
public struct PackTest: Hashable, Sendable {
  /// What it shows, a line.
  public var name = ""
  /// The seed of the client's choices.
  public var seed: UInt64 = 1
  /// What the trainee says, in order.
  public var replies: [String] = []
  /// What is expected.
  public var expectations: [Expected] = []
  /// Its place in the file.
  public var location: Location?

  package init() {}

  /// An expectation of the whole session or of one reply.
  public struct Expected: Hashable, Sendable {
    /// What.
    public var claim: Claim
    /// The reply at which, from 1; `nil` for the session as a whole.
    public var reply: Int?
    /// Its place in the file.
    public var location: Location

    package init(claim: Claim, reply: Int?, location: Location) {
      (self.claim, self.reply, self.location) = (claim, reply, location)
    }
  }

  /// What can be expected.
  public enum Claim: Hashable, Sendable {
    /// The bond rises or falls.
    case bond(Direction)
    /// The bond ends above this percentage.
    case bondAbove(Int)
    /// The bond ends below this percentage.
    case bondBelow(Int)
    /// The client says this.
    case says(String)
    /// The client never says this.
    case neverSays(String)
    /// The client answers from this list of reactions.
    case answers(String, lines: [String])
    /// What becomes of a rupture.
    case rupture(RuptureCourse)
    /// The client goes this deep, from 1 to 4, in one of these lines; where they are those of one topic,
    /// it is named.
    case depth(Int, in: [ClientLine], topic: String?)
    /// A reply carries this code; of this value, where one is given, and 'none' for its absence.
    case code(CodeVariable, value: String?)
    /// How the session ends.
    case ends(SessionEnding)
  }

  /// Where the bond goes.
  public enum Direction: String, CaseIterable, Sendable {
    case rises, falls
  }

  /// What becomes of a rupture.
  public enum RuptureCourse: String, CaseIterable, Sendable {
    /// One opens.
    case opens
    /// One that was open is over.
    case repaired
    /// None is open at any time.
    case none
  }

  /// How a test went.
  public struct Result: Sendable {
    /// The vignette's full name.
    public var vignette: String
    /// What was played.
    public var test: PackTest
    /// The expectations that were not met: what was expected, and what happened.
    public var failures: [Diagnostic]

    /// Creates a result.
    public init(vignette: String, test: PackTest, failures: [Diagnostic]) {
      self.vignette = vignette
      self.test = test
      self.failures = failures
    }
  }
}
