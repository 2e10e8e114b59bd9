import Listening
import Synchronization

/// Reads an unknown word that is one slip of typing away from a common word as that word: 'jsut' as
/// 'just', 'becasue' as 'because'.
///
/// A slip leaves a letter out, puts one in, replaces one or lets two neighbours change places
/// (Damerau 1964, who found these four in four of five misspelt words). The first letter is taken as
/// meant; of several words one slip away the most common is read.
final class Spelling: Sendable {
  /// Words of fewer letters are one slip from too many others. Of this length only two letters that
  /// changed places are looked for.
  private static let fewestLetters = 4
  /// A word that occurs less often than once in some twenty thousand words is no likelier than the
  /// unknown one, which may be a rare word spelled right: see `WordMeaning.rarities`.
  private static let greatestRarity = 100

  /// The words that a slip may have been meant for.
  let meaning: WordMeaning
  private let isTaught: @Sendable (UInt64) -> Bool
  /// How rare each word with a meaning is, by its hash; filled when the first unknown word is met, so
  /// that a model is ready at once.
  private let rarities = Mutex<HashIndex?>(nil)

  /// - Parameters:
  ///   - meaning: The words that a slip may have been meant for.
  ///   - isTaught: Whether a word, by its hash, is known for having been in labelled replies.
  init(meaning: WordMeaning, isTaught: @escaping @Sendable (UInt64) -> Bool) {
    self.meaning = meaning
    self.isTaught = isTaught
  }

  private func filledRarities() -> HashIndex {
    rarities.withLock { rarities in
      if let rarities { return rarities }
      var index = HashIndex()
      let words = meaning.words.split(separator: 0x0A)
      for (word, rarity) in zip(words, meaning.rarities) {
        index.insert(Hashing.hash(word), Int(rarity))
      }
      rarities = index
      return index
    }
  }

  /// Finds the word that an unknown word was most likely meant for.
  ///
  /// - Parameters:
  ///   - word: Normalised letters.
  ///   - hash: Their hash.
  /// - Returns: The letters of that word, or `nil` where the word is known or like none.
  func correction(of word: [UInt8], hash: UInt64) -> [UInt8]? {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    guard word.count >= Self.fewestLetters, word.count <= 24, !isTaught(hash),
      word.allSatisfy(letters.contains)
    else { return nil }
    let rarities = filledRarities()
    guard rarities[hash] == nil else { return nil }
    var best: [UInt8]?
    var bestRarity = Self.greatestRarity + 1
    func consider(_ candidate: [UInt8]) {
      guard let rarity = rarities[Hashing.hash(candidate)], rarity < bestRarity else { return }
      best = candidate
      bestRarity = rarity
    }
    var candidate = word
    for place in 1..<word.count - 1 where word[place] != word[place + 1] {
      candidate.swapAt(place, place + 1)
      consider(candidate)
      candidate.swapAt(place, place + 1)
    }
    if word.count == Self.fewestLetters { return best }
    for place in 1..<word.count {
      candidate.remove(at: place)
      consider(candidate)
      candidate.insert(word[place], at: place)
      for letter in letters where letter != word[place] {
        candidate[place] = letter
        consider(candidate)
      }
      candidate[place] = word[place]
    }
    for place in 1...word.count {
      candidate.insert(word[0], at: place)
      for letter in letters {
        candidate[place] = letter
        consider(candidate)
      }
      candidate.remove(at: place)
    }
    return best
  }
}
