/// A code that raters give.
public struct Variable: Hashable, Sendable {
  /// Its name.
  public var name: String
  /// The names of its values, in ascending order where they have one.
  public var values: [String]
  /// What differences between its values mean.
  var level: KrippendorffAlpha.Level
  /// Whether the first value says that there is nothing, so that the others can be counted.
  var hasAbsentValue: Bool
  /// Whether it follows from another variable, and so counts in no figure over all of them.
  public var isDerived: Bool

  /// Creates a variable.
  public init(
    name: String, values: [String], level: KrippendorffAlpha.Level = .nominal,
    hasAbsentValue: Bool = true, isDerived: Bool = false
  ) {
    self.name = name
    self.values = values
    self.level = level
    self.hasAbsentValue = hasAbsentValue
    self.isDerived = isDerived
  }
}

/// Something that several raters code: a reply of a session.
public struct Unit: Hashable, Sendable {
  /// What it is known by.
  public var name: String
  /// The session that it belongs to, if that is known.
  public var session: String?
  /// Its words, to know it again by.
  public var text: String?

  /// Creates a unit.
  public init(name: String, session: String?, text: String? = nil) {
    self.name = name
    self.session = session
    self.text = text
  }
}

/// What raters said of units.
public struct Codings: Sendable {
  /// The names of the raters.
  public var raters: [String]
  /// What they coded.
  var units: [Unit]
  /// The codes, each with its values as indices: by unit, then by rater, `nil` where the rater did
  /// not say.
  public var codes: [(variable: Variable, values: [[Int?]])] = []
  /// Scores from 0 to 100: by unit, then by rater.
  public var scores: [(name: String, values: [[Double?]])] = []

  /// Creates codings in which nothing is coded yet.
  public init(raters: [String], units: [Unit]) {
    self.raters = raters
    self.units = units
  }

  /// What most of the raters said, as if it were one rater. A tie is left open; of scores the mean
  /// is taken.
  public func consensus(named name: String) -> Codings {
    var result = Codings(raters: [name], units: units)
    result.codes = codes.map { variable, values in
      (variable, values.map { [Self.majority($0, of: variable.values.count)] })
    }
    result.scores = scores.map { name, values in
      (
        name,
        values.map { unit in
          let given = unit.compactMap(\.self)
          return [given.isEmpty ? nil : given.reduce(0, +) / Double(given.count)]
        }
      )
    }
    return result
  }

  /// The codes of which raters are tied somewhere, with of how many units: what `consensus` leaves
  /// open though somebody said something.
  public var ties: [(code: String, count: Int)] {
    codes.filter { !$0.variable.isDerived }.compactMap { variable, values in
      let count = values.count { unit in
        unit.contains { $0 != nil } && Self.majority(unit, of: variable.values.count) == nil
      }
      return count > 0 ? (variable.name, count) : nil
    }
  }

  private static func majority(_ unit: [Int?], of count: Int) -> Int? {
    var votes = [Int](repeating: 0, count: count)
    for value in unit.compactMap(\.self) { votes[value] += 1 }
    guard let most = votes.max(), most > 0, votes.count(where: { $0 == most }) == 1 else {
      return nil
    }
    return votes.firstIndex(of: most)
  }

  /// The codings with those of other raters of the same units beside them; codes that only one side
  /// has are left out.
  public func joined(with other: Codings) -> Codings {
    var result = Codings(raters: raters + other.raters, units: units)
    result.codes = codes.compactMap { code in
      other.codes.first { $0.variable == code.variable }.map {
        (code.variable, zip(code.values, $0.values).map { $0 + $1 })
      }
    }
    result.scores = scores.compactMap { score in
      other.scores.first { $0.name == score.name }.map {
        (score.name, zip(score.values, $0.values).map { $0 + $1 })
      }
    }
    return result
  }
}
