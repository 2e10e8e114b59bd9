/// The working alliance as a front end sees it (Bordin 1979), each part from 0 to 1.
public struct AllianceReading: Hashable, Sendable, Codable {
  /// Trust and liking between the two.
  public var bond: Double
  /// Agreement on what to do together.
  public var task: Double
  /// Agreement on what it is for.
  public var goal: Double

  /// Creates a reading; values are kept to two decimals, so that they print the same everywhere.
  public init(bond: Double, task: Double, goal: Double) {
    self.bond = bond.rounded(places: 2)
    self.task = task.rounded(places: 2)
    self.goal = goal.rounded(places: 2)
  }

  /// Reads a reading.
  ///
  /// - Throws: `DecodingError` where a part is missing or outside 0 to 1.
  public init(from decoder: any Decoder) throws {
    let c = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      bond: try c.decode(in: 0...1, forKey: .bond), task: try c.decode(in: 0...1, forKey: .task),
      goal: try c.decode(in: 0...1, forKey: .goal))
  }
}

/// A strain in the alliance (Safran & Muran 2000).
public enum Rupture: String, Codable, CaseIterable, Sendable {
  case none
  /// The client pulls back: short, flat, or going along.
  case withdrawal
  /// The client turns against the helper: anger, complaint.
  case confrontation
}
