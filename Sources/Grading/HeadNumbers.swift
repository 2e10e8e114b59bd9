import Foundation

/// Up to sixteen numbers, one for each value or output of a head, kept without a place on the heap:
/// every reply needs many of them.
struct HeadNumbers: RandomAccessCollection, MutableCollection, Equatable, Sendable {
  private var numbers = SIMD16<Float>.zero
  let count: Int

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  /// As many zeros.
  init(count: Int) {
    precondition(count <= SIMD16<Float>.scalarCount)
    self.count = count
  }

  /// The numbers of a list.
  init(_ list: [Float]) {
    self.init(count: list.count)
    for (index, number) in list.enumerated() { numbers[index] = number }
  }

  subscript(index: Int) -> Float {
    get { numbers[index] }
    set { numbers[index] = newValue }
  }

  /// The log-odds of values, with a lean added to each but the first.
  func leaning(_ leans: [Float]) -> HeadNumbers {
    var result = self
    for index in leans.indices { result[index + 1] += leans[index] }
    return result
  }

  /// The mixture with others, of which `share` is taken.
  func mixed(with other: HeadNumbers, share: Float) -> HeadNumbers {
    var result = self
    result.numbers = numbers * (1 - share) + other.numbers * share
    return result
  }
}

/// Log-odds as probabilities that add up to 1.
func softmax(_ logits: HeadNumbers) -> HeadNumbers {
  var highest = logits[0]
  for logit in logits where logit > highest { highest = logit }
  var powers = logits
  var sum: Float = 0
  for index in powers.indices {
    powers[index] = exp(logits[index] - highest)
    sum += powers[index]
  }
  for index in powers.indices { powers[index] /= sum }
  return powers
}
