import Dispatch
import Foundation
import Repeatable
import Synchronization

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

  /// The outputs of each example by weights that were not fitted to its fold. As many folds are held
  /// out at a time as there are processors; which, changes nothing.
  ///
  /// - Parameters:
  ///   - folds: The fold of each example.
  ///   - numbers: The folds to hold out.
  ///   - progress: Called with the number of folds done, each time that there are more.
  ///   - fit: Fits to the examples inside and gives the outputs of those held out.
  /// - Returns: Outputs by example.
  static func outputs(
    _ folds: [Int], holdingOut numbers: [Int], progress: (Int) -> Void = { _ in },
    fit: @Sendable (_ fold: Int, _ inside: [Int], _ outside: [Int]) -> [[Float]]
  ) -> [[Float]] {
    let outputs = Mutex([[Float]](repeating: [], count: folds.count))
    let processors = ProcessInfo.processInfo.activeProcessorCount
    for start in stride(from: 0, to: numbers.count, by: processors) {
      let part = numbers[start..<min(start + processors, numbers.count)]
      DispatchQueue.concurrentPerform(iterations: part.count) { offset in
        let fold = part[start + offset]
        let inside = folds.indices.filter { folds[$0] != fold }
        let outside = folds.indices.filter { folds[$0] == fold }
        let results = fit(fold, inside, outside)
        outputs.withLock { outputs in
          for (index, result) in zip(outside, results) { outputs[index] = result }
        }
      }
      progress(part.endIndex)
    }
    return outputs.withLock { $0 }
  }
}
