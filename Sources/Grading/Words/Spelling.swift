import Listening
import Synchronization

/// Reads an unknown word that is one slip of typing away from a common word as that word: 'jsut' as
/// 'just', 'becasue' as 'because'.
///
/// A slip leaves a letter out, puts one in, replaces one or lets two neighbours change places
/// (Damerau 1964, who found these four in four of five misspelt words). The first letter is taken as
/// meant; of several words one slip away the most common is read.
public final class Spelling: Sendable {
  /// Words of fewer letters are one slip from too many others. Of this length only two letters that
  /// changed places are looked for.
  private static let fewestLetters = 4
  /// A word that occurs less often than once in some twenty thousand words is no likelier than the
  /// unknown one, which may be a rare word spelled right: see `WordMeaning.rarities`.
  private static let greatestRarity: UInt8 = 100

  /// The words that a slip may have been meant for.
  package let meaning: WordMeaning
  private let isTaught: @Sendable (UInt64) -> Bool
  /// Filled when the first unknown word is met, so that a model is ready at once.
  private let words = Mutex<Words?>(nil)

  /// - Parameters:
  ///   - meaning: The words that a slip may have been meant for.
  ///   - isTaught: Whether a word, by its hash, is known for having been in labelled replies.
  package init(meaning: WordMeaning, isTaught: @escaping @Sendable (UInt64) -> Bool) {
    self.meaning = meaning
    self.isTaught = isTaught
  }

  private func filledWords() -> Words {
    words.withLock { words in
      if let words { return words }
      let filled = Words(of: meaning, upTo: Self.greatestRarity)
      words = filled
      return filled
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
    let words = filledWords()
    guard words.known[hash] == nil else { return nil }
    // Of equally common words the one that `Slip` puts first.
    var best: (word: Words.Common, slip: Slip)?
    for length in word.count - 1...word.count + 1 {
      for common in words.common(first: word[0], length: length) {
        guard let slip = Slip(from: common.letters, to: word),
          slip.isSwap || word.count > Self.fewestLetters
        else { continue }
        if let best, (best.word.rarity, best.slip) <= (common.rarity, slip) { continue }
        best = (common, slip)
      }
    }
    return best?.word.letters
  }
}

/// The words that have a meaning, and those among them that an unknown word may be meant for.
private struct Words {
  struct Common {
    var letters: [UInt8]
    /// See `WordMeaning.rarities`.
    var rarity: UInt8
  }

  /// All of them, by their hashes.
  var known = HashIndex()
  /// The common ones by first letter and length, at `Self.place`.
  private var commons: [[Common]] = []

  init(of meaning: WordMeaning, upTo greatestRarity: UInt8) {
    for (number, (word, rarity)) in zip(meaning.words.split(separator: 0x0A), meaning.rarities)
      .enumerated()
    {
      known.insert(Hashing.hash(word), number)
      guard rarity <= greatestRarity, let first = word.first,
        let place = Self.place(first: first, length: word.count)
      else { continue }
      while commons.count <= place { commons.append([]) }
      commons[place].append(Common(letters: Array(word), rarity: rarity))
    }
  }

  func common(first: UInt8, length: Int) -> [Common] {
    guard let place = Self.place(first: first, length: length), place < commons.count else {
      return []
    }
    return commons[place]
  }

  private static func place(first: UInt8, length: Int) -> Int? {
    let letter = Int(first) - Int(UInt8(ascii: "a"))
    return (0..<26).contains(letter) && length < 32 ? letter * 32 + length : nil
  }
}

/// One slip of typing behind the first letter.
private struct Slip: Comparable {
  private enum Kind: Int { case swap, putIn, replaced, leftOut }
  private var kind: Kind
  /// The first letter that it may have struck.
  private var place: Int
  /// The letter that was meant there, where one was not typed.
  private var letter: UInt8 = 0

  var isSwap: Bool { kind == .swap }

  /// The slip that makes one word of another, or `nil` where it takes more than one.
  init?(from meant: [UInt8], to typed: [UInt8]) {
    let shorter = min(meant.count, typed.count)
    var start = 0
    while start < shorter, meant[start] == typed[start] { start += 1 }
    guard start > 0 else { return nil }
    var end = 0
    while end < shorter, meant[meant.count - 1 - end] == typed[typed.count - 1 - end] { end += 1 }
    switch meant.count - typed.count {
    case 0:
      // What lies between the common beginning and the common end.
      let differing = typed.count - start - end
      place = start
      if differing == 1 {
        kind = .replaced
        letter = meant[start]
      } else if differing == 2, meant[start] == typed[start + 1], meant[start + 1] == typed[start] {
        kind = .swap
      } else {
        return nil
      }
    case -1:
      kind = .putIn
      place = max(1, typed.count - 1 - end)
      guard place <= start else { return nil }
    case 1:
      kind = .leftOut
      place = max(1, typed.count - end)
      guard place <= start else { return nil }
      letter = meant[place]
    default: return nil
    }
  }

  /// Neighbours that changed places first; what was left out last; else by where it is.
  static func < (a: Slip, b: Slip) -> Bool { a.order < b.order }

  private var order: (Int, Int, Int, UInt8) {
    switch kind {
    case .swap: (0, place, 0, 0)
    case .putIn: (1, place, 0, 0)
    case .replaced: (1, place, 1, letter)
    case .leftOut: (2, place, 0, letter)
    }
  }
}
