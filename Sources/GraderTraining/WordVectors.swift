import Foundation
import Grading
import Listening
import Repeatable

/// What words mean, as points: words of like meaning lie close together.
///
/// The learner may give weights to the directions of these points rather than to words, and so
/// learn something about words that no labelled reply holds. Of that, the model keeps a weight for
/// each word; the points themselves it hands to the simulated clients.
struct WordVectors: Sendable {
  /// Numbers in a vector.
  static let dimensions = WordMeaning.dimensions

  /// The words in the order of their numbers.
  private var words: [String] = []
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
    words.append(row.word)
    numbers.append(contentsOf: row.vector.map { Float(Int8(bitPattern: $0)) / 127 })
  }

  /// The vector of a word, by the word's number.
  func vector(_ number: Int) -> ArraySlice<Float> {
    numbers[number * Self.dimensions..<(number + 1) * Self.dimensions]
  }

  /// What the words mean, with how rare each is in some texts; `nil` where there are none.
  func meaning(in texts: some Sequence<String>) -> WordMeaning? {
    guard count > 0 else { return nil }
    var counts = [Int](repeating: 0, count: count)
    var total = 0
    var tokenizer = Tokenizer()
    var utterance = Utterance()
    for text in texts {
      tokenizer.read(text, into: &utterance)
      for token in utterance.tokens where token.kind == .word {
        total += 1
        if let number = index[token.hash] { counts[number] += 1 }
      }
    }
    let order = words.indices.sorted { words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8) }
    return WordMeaning(
      words: order.flatMap { Array(words[$0].utf8) + [0x0A] },
      rarities: order.map { number in
        let share = Double(counts[number] + 1) / Double(max(total, 1))
        return UInt8(min(255, max(0, (-10 * Elementary.log(Float(share))).rounded())))
      },
      vectors: order.flatMap { vector($0).map { Int8(($0 * 127).rounded()) } })
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
