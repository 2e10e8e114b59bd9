/// Splits examples into folds so that a group is never divided.
enum Folds {
  /// The fold of each example: groups go, largest first, where their source has fewest examples.
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
}
