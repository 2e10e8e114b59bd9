import Foundation

/// What words mean, as points: words of like meaning lie close together.
///
/// The learner may give weights to the directions of these points rather than to words, and so learn
/// something about words that no labelled reply holds. In the model nothing of them is left but a
/// weight for each word.
struct WordVectors: Sendable {
  /// Numbers in a vector.
  static let dimensions = 64

  /// The number of each word, by its hash.
  private(set) var index: [UInt64: Int] = [:]
  /// The vectors one after the other, each number from -1 to 1.
  private(set) var numbers: [Float] = []

  /// How many words there are.
  var count: Int { index.count }

  /// One line of a file of vectors: a word and its numbers, one signed byte each, in Base64.
  struct Row: Decodable {
    var word: String
    var vector: Data
  }

  /// Adds a word, unless it has another number of dimensions or is there already.
  mutating func add(_ row: Row) {
    let hash = Hashing.hash(row.word.utf8)
    guard row.vector.count == Self.dimensions, index[hash] == nil else { return }
    index[hash] = index.count
    numbers.append(contentsOf: row.vector.map { Float(Int8(bitPattern: $0)) / 127 })
  }

  /// The vector of a word, by the word's number.
  func vector(_ number: Int) -> ArraySlice<Float> {
    numbers[number * Self.dimensions..<(number + 1) * Self.dimensions]
  }

  /// The sum of the vectors of some words.
  func sum(_ tokens: ArraySlice<Token>) -> [Float] {
    var sum = [Float](repeating: 0, count: Self.dimensions)
    guard !index.isEmpty else { return sum }
    for token in tokens where token.kind == .word {
      guard let number = index[token.hash] else { continue }
      for (dimension, value) in vector(number).enumerated() { sum[dimension] += value }
    }
    return sum
  }
}
