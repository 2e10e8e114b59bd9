/// What words mean, as points: words of like meaning lie in like directions.
///
///     if let meaning = WordMeaning(words: words, rarities: rarities, vectors: vectors) {
///       let numbers = ["cancer", "illness"].compactMap(meaning.number)
///       meaning.nearness(of: ["tumour"].compactMap(meaning.number), to: numbers)
///     }
///
/// The vectors are static: a word means the same wherever it stands. It is a class, so that the many
/// who hold it share it, and equal only to itself.
public final class WordMeaning: Sendable {
  /// Numbers in a vector.
  public static let dimensions = 64
  /// Below this, two words have nothing to do with each other: the vectors of any two words of a
  /// language lie some way in the same direction.
  static let leastSimilarity = 0.3

  /// The words as UTF-8, ascending, a line feed behind each.
  public let words: [UInt8]
  /// How rare each word is: ten times the natural logarithm of one over its share of all words.
  public let rarities: [UInt8]
  /// The vectors one after the other, one signed byte a number.
  public let vectors: [Int8]
  /// Where each word starts.
  private let starts: [Int32]

  /// Joins words with their rarities and vectors; `nil` where the parts do not fit one another.
  public init?(words: [UInt8], rarities: [UInt8], vectors: [Int8]) {
    var starts: [Int32] = [0]
    for (index, byte) in words.enumerated() where byte == 0x0A { starts.append(Int32(index + 1)) }
    guard words.last ?? 0x0A == 0x0A, starts.count == rarities.count + 1,
      vectors.count == rarities.count * Self.dimensions
    else { return nil }
    self.words = words
    self.rarities = rarities
    self.vectors = vectors
    self.starts = starts
    for number in rarities.indices.dropFirst()
    where !word(number - 1).lexicographicallyPrecedes(word(number)) { return nil }
  }

  private func word(_ number: Int) -> ArraySlice<UInt8> {
    words[Int(starts[number])..<Int(starts[number + 1]) - 1]
  }

  /// The number of a word in small letters; `nil` where it is not among them.
  public func number(of word: String) -> Int? {
    let bytes = Array(word.utf8)
    var range = rarities.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let other = self.word(middle)
      if other.elementsEqual(bytes) { return middle }
      range =
        other.lexicographicallyPrecedes(bytes)
        ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// How nearly some words, by their numbers, name what others name: the likeness of the two nearest,
  /// as far as it is more than chance, times the rarity of the first. It is 0 where none is near.
  public func nearness(of words: [Int], to others: [Int]) -> Double {
    words.reduce(0) { best, word in
      let nearest = others.reduce(0) { max($0, similarity(word, $1)) }
      return max(best, (nearest - Self.leastSimilarity) * Double(rarities[word]) / 10)
    }
  }

  /// From this likeness on, two words are taken to speak of the same.
  private static let nearSimilarity = 0.5

  /// Whether two words, by their numbers, are so alike in meaning that one may stand for the other.
  public func areNear(_ a: Int, _ b: Int) -> Bool { similarity(a, b) >= Self.nearSimilarity }

  /// How alike two words are, by their numbers: the cosine of their vectors, -1 to 1.
  package func similarity(_ a: Int, _ b: Int) -> Double {
    var (product, first, second) = (0, 0, 0)
    let (a, b) = (a * Self.dimensions, b * Self.dimensions)
    vectors.withUnsafeBufferPointer { vectors in
      for index in 0..<Self.dimensions {
        let (x, y) = (Int(vectors[a + index]), Int(vectors[b + index]))
        product += x * y
        first += x * x
        second += y * y
      }
    }
    let lengths = (Double(first) * Double(second)).squareRoot()
    return lengths == 0 ? 0 : Double(product) / lengths
  }
}

extension WordMeaning: Hashable {
  /// Whether both are the same.
  public static func == (a: WordMeaning, b: WordMeaning) -> Bool { a === b }
  /// Feeds which one it is.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
