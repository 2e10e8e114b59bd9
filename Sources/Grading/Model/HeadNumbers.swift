import Repeatable

/// Up to sixteen numbers, one for each value or output of a head, kept without a place on the heap:
/// every reply needs many of them.
package struct HeadNumbers: RandomAccessCollection, MutableCollection, Equatable, Sendable {
  private var numbers = SIMD16<Float>.zero
  package let count: Int

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  /// As many zeros.
  package init(count: Int) {
    precondition(count <= SIMD16<Float>.scalarCount)
    self.count = count
  }

  /// The numbers of a list.
  package init(_ list: some RandomAccessCollection<Float>) {
    self.init(count: list.count)
    inPlace { numbers in
      for (index, number) in list.enumerated() { numbers[index] = number }
    }
  }

  package subscript(index: Int) -> Float {
    get { numbers[index] }
    set { numbers[index] = newValue }
  }

  /// Works on the numbers where they lie. Set one by one through the subscript, each would have all
  /// sixteen written and read again.
  private mutating func inPlace(_ body: (UnsafeMutableBufferPointer<Float>) -> Void) {
    withUnsafeMutableBytes(of: &numbers) { body($0.bindMemory(to: Float.self)) }
  }

  /// Each number multiplied by its scale and moved by its shift.
  func scaled(by scales: HeadNumbers, shiftedBy shifts: HeadNumbers) -> HeadNumbers {
    var result = self
    result.numbers = numbers * scales.numbers + shifts.numbers
    return result
  }

  package static func + (left: HeadNumbers, right: HeadNumbers) -> HeadNumbers {
    var result = left
    result.numbers += right.numbers
    return result
  }

  package static func - (left: HeadNumbers, right: HeadNumbers) -> HeadNumbers {
    var result = left
    result.numbers -= right.numbers
    return result
  }

  package static func * (left: HeadNumbers, factor: Float) -> HeadNumbers {
    var result = left
    result.numbers *= factor
    return result
  }

  package static func * (left: HeadNumbers, right: HeadNumbers) -> HeadNumbers {
    precondition(left.count == right.count)
    var result = left
    result.numbers *= right.numbers
    return result
  }

  package static func / (left: HeadNumbers, right: HeadNumbers) -> HeadNumbers {
    precondition(left.count == right.count)
    var result = left
    for index in left.indices { result[index] /= right[index] }
    return result
  }

  /// The sum of the products, number by number.
  package func product(with other: HeadNumbers) -> Float { (numbers * other.numbers).sum() }

  /// The numbers after a 0.
  var afterZero: HeadNumbers {
    var result = HeadNumbers(count: count + 1)
    let numbers = numbers
    result.inPlace { shifted in
      for index in 0..<count { shifted[index + 1] = numbers[index] }
    }
    return result
  }

  /// The log-odds of values, with a lean added to each but the first.
  func leaning(_ leans: HeadNumbers) -> HeadNumbers {
    var result = self
    result.numbers += leans.afterZero.numbers
    return result
  }

  /// The mixture with others, of which `share` is taken.
  func mixed(with other: HeadNumbers, share: Float) -> HeadNumbers {
    var result = self
    result.numbers = numbers * (1 - share) + other.numbers * share
    return result
  }

  /// The log-odds as probabilities that add up to 1.
  package func softmax() -> HeadNumbers {
    var result = self
    result.inPlace { powers in
      var highest = powers[0]
      for index in 0..<count where powers[index] > highest { highest = powers[index] }
      var sum: Float = 0
      for index in 0..<count {
        powers[index] = Elementary.exp(powers[index] - highest)
        sum += powers[index]
      }
      for index in 0..<count { powers[index] /= sum }
    }
    return result
  }
}
