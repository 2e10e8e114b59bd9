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

  /// The numbers that a group of raters gave: by cluster, by unit, then by rater. Units to which not
  /// each of the group gave one are left out.
  func numbers(_ values: [[Double?]], of group: [Int]) -> [[[Double]]] {
    var numbers = [[[Double]]](repeating: [], count: count)
    for (unit, values) in values.enumerated() {
      let given = group.compactMap { values[$0] }
      if given.count == group.count { numbers[cluster[unit]].append(given) }
    }
    return numbers
  }

  /// The share of a cluster's units that have a code after each of a group of raters, over the units
  /// that each of them coded: as numbers of one unit, or none where they coded nothing of it. How
  /// many have the code would tell, above all, how long the sessions are.
  func shares(_ values: [[Int?]], of group: [Int]) -> [[[Double]]] {
    let presence: [[Double?]] = values.map { unit in
      unit.map { value in value.map { $0 == 0 ? 0 : 1 } }
    }
    return numbers(presence, of: group).map { units in
      guard !units.isEmpty else { return [] }
      let sums: [Double] = group.indices.map { rater in units.reduce(0) { $0 + $1[rater] } }
      return [sums.map { $0 / Double(units.count) }]
    }
  }
}

extension [Tally] {
  /// The tally of a sample of clusters.
  func sum(_ draw: [Int32]) -> Tally? {
    guard let first = draw.first else { return nil }
    return draw.dropFirst().reduce(into: self[Int(first)]) { $0 += self[Int($1)] }
  }
}
