import Repeatable

/// Splits examples into folds; all examples of a group go into the same fold.
enum Folds {
  /// The fold of each example. Groups, largest first, go to the fold with the fewest examples of
  /// their source.
  static func assign(_ examples: [LabelledExample], count: Int) -> [Int] {
    var fold = [Int](repeating: 0, count: examples.count)
    for source in LabelledExample.Source.allCases {
      let members = examples.indices.filter { examples[$0].source == source }
      let groups = Dictionary(grouping: members) { examples[$0].group }
      let ordered = groups.sorted {
        ($0.value.count, $1.key) > ($1.value.count, $0.key)
      }
      var sizes = [Int](repeating: 0, count: count)
      for (_, members) in ordered {
        let smallest = sizes.indices.min { sizes[$0] < sizes[$1] } ?? 0
        sizes[smallest] += members.count
        for member in members { fold[member] = smallest }
      }
    }
    return fold
  }

  /// Draws a share of each source's groups at random and keeps their examples.
  ///
  /// A smaller share is a subset of a larger one. At least one group of each source is kept.
  static func draw(_ share: Double, of members: [Int], from examples: [LabelledExample]) -> [Int] {
    guard share < 1 else { return members }
    var kept: [LabelledExample.Source: Set<String>] = [:]
    for source in LabelledExample.Source.allCases {
      let groups = Set(
        members.lazy.map { examples[$0] }.filter { $0.source == source }.map(\.group))
      var random = SplitMix64(seed: 1)
      let count = Int((Double(groups.count) * share).rounded(.up))
      kept[source] = Set(random.shuffled(groups.sorted()).prefix(count))
    }
    return members.filter { kept[examples[$0].source]?.contains(examples[$0].group) == true }
  }

  /// The outputs of each example by weights that were not fitted to its fold.
  ///
  /// - Parameters:
  ///   - folds: The fold of each example.
  ///   - numbers: The folds, in the order in which they are held out.
  ///   - fit: Fits to the examples inside and gives the outputs of those held out.
  /// - Returns: Outputs by example.
  static func outputs(
    _ folds: [Int], holdingOut numbers: some Sequence<Int>,
    fit: (_ fold: Int, _ inside: [Int], _ outside: [Int]) -> [[Float]]
  ) -> [[Float]] {
    var outputs = [[Float]](repeating: [], count: folds.count)
    for fold in numbers {
      let inside = folds.indices.filter { folds[$0] != fold }
      let outside = folds.indices.filter { folds[$0] == fold }
      for (index, result) in zip(outside, fit(fold, inside, outside)) { outputs[index] = result }
    }
    return outputs
  }
}
