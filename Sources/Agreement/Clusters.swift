/// Units by session. A unit without a session stands alone.
struct Clusters {
  /// The sessions known, in order of appearance.
  private(set) var sessions: [String] = []
  /// The cluster of each unit.
  private var cluster: [Int] = []
  /// How many clusters there are.
  private(set) var count = 0

  init(_ units: [Unit]) {
    var numbers: [String: Int] = [:]
    for unit in units {
      if let session = unit.session, let number = numbers[session] {
        cluster.append(number)
        continue
      }
      if let session = unit.session {
        numbers[session] = count
        sessions.append(session)
      }
      cluster.append(count)
      count += 1
    }
  }

  /// What raters said of a code, counted by cluster.
  func tallies(of variable: Variable, _ values: [[Int?]], pairs: [(Int, Int)]) -> [Tally] {
    let empty = Tally(of: variable, raters: values.first?.count ?? 0, pairs: pairs.count)
    var tallies = [Tally](repeating: empty, count: count)
    for (unit, values) in values.enumerated() { tallies[cluster[unit]].add(values, pairs: pairs) }
    return tallies
  }

  /// Agreement on the share of a session's units that have a code, over the units that every rater
  /// coded. How many have it would tell, above all, how long the sessions are.
  func shares(of variable: Variable, _ values: [[Int?]]) -> IntraclassCorrelation? {
    guard variable.hasAbsentValue, sessions.count > 1, let raters = values.first?.count else {
      return nil
    }
    var counts = [[Double]](repeating: Array(repeating: 0, count: raters), count: count)
    var coded = [Double](repeating: 0, count: count)
    for (unit, values) in values.enumerated() where !values.contains(nil) {
      coded[cluster[unit]] += 1
      for (rater, value) in values.enumerated() where value != 0 {
        counts[cluster[unit]][rater] += 1
      }
    }
    return IntraclassCorrelation(
      zip(counts, coded).filter { $1 > 0 }.map { counts, coded in counts.map { $0 / coded } })
  }
}

extension [Tally] {
  /// The tally of all clusters.
  var sum: Tally? { sum(indices.map(Int32.init)) }

  /// The tally of a sample of clusters.
  func sum(_ draw: [Int32]) -> Tally? {
    guard let first = draw.first else { return nil }
    return draw.dropFirst().reduce(into: self[Int(first)]) { $0 += self[Int($1)] }
  }
}
