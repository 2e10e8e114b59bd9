/// The words met so far and what is known of each, so that nothing about a word is worked out twice.
///
/// It is found by how a word is spelled; a contraction stands for several words.
package struct WordTable {
  /// A word as the grader knows it.
  struct Word: Sendable {
    /// The hash of its letters.
    let hash: UInt64
    /// What a linguist would say of it.
    let classes: WordClass
    /// The form that it shares with related words.
    let stem: UInt64
    /// Where its letters begin among the table's, and how many of them are kept.
    fileprivate let firstLetter: UInt32
    fileprivate let letterCount: UInt32
  }

  /// A table with more words or spellings than this starts anew with the next text, so that memory is bounded.
  private static let capacity = 1 << 15
  /// Pieces are made of the first letters of a word, so many at most.
  private static let mostLetters = 24

  /// The words in the order in which they were met.
  private(set) var words: [Word] = []
  private var letters: [UInt8] = []
  private let spelling: Spelling?
  private var numbers = HashIndex()
  /// What each spelling stands for: twice the number of its word, or, where it stands for several,
  /// twice their place in `expansions` and one.
  private var spellings = HashIndex()
  /// The numbers of the words of spellings that stand for several.
  private var expansions: [[Int32]] = []

  /// A table of no words yet, which reads words as they are spelled where there is no `spelling`.
  init(spelling: Spelling? = nil) {
    self.spelling = spelling
  }

  /// Forgets all words where there are very many. Word numbers held before are void then.
  ///
  /// - Returns: Whether the table starts anew.
  mutating func makeRoom() -> Bool {
    // A slip of typing adds a spelling and no word.
    guard words.count > Self.capacity || spellings.count > Self.capacity else { return false }
    words.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    numbers.removeAll()
    spellings.removeAll()
    expansions.removeAll(keepingCapacity: true)
    return true
  }

  /// The letters of a word that its pieces are made of.
  func letters(of number: Int) -> ArraySlice<UInt8> {
    let word = words[number]
    return letters[Int(word.firstLetter)..<Int(word.firstLetter + word.letterCount)]
  }

  /// What a spelling stands for.
  enum Spelled {
    /// A word, by its number.
    case word(Int32)
    case words([Int32])
  }

  /// What a spelling without apostrophe stands for, or `nil` where it has not been met.
  @inline(__always)
  func known(hash: UInt64) -> Spelled? {
    spellings[hash].map(spelled)
  }

  @inline(__always)
  private func spelled(_ number: Int) -> Spelled {
    number % 2 == 0
      ? .word(Int32(truncatingIfNeeded: number / 2)) : .words(expansions[number / 2])
  }

  /// Finds the words that a spelling stands for.
  ///
  /// - Parameters:
  ///   - spelling: Normalised letters, without apostrophes.
  ///   - hash: Their hash.
  ///   - apostrophe: How many letters stand before the last apostrophe, or -1 where there is none.
  /// - Returns: What it stands for.
  mutating func find(_ spelling: [UInt8], hash: UInt64, apostrophe: Int) -> Spelled {
    let key = apostrophe < 0 ? hash : Hashing.join(hash, UInt64(apostrophe) + 1)
    let number = spellings[key] ?? add(spelling, key: key, hash: hash, apostrophe: apostrophe)
    return spelled(number)
  }

  private mutating func add(_ spelling: [UInt8], key: UInt64, hash: UInt64, apostrophe: Int) -> Int
  {
    let number: Int
    if let words = Contractions.expansion(
      of: spelling, hash: hash, apostrophe: apostrophe < 0 ? nil : apostrophe)
    {
      expansions.append(words.map { Int32(meantNumber(of: $0, hash: Hashing.hash($0))) })
      number = expansions.count * 2 - 1
    } else {
      number = meantNumber(of: spelling, hash: hash) * 2
    }
    spellings.insert(key, number)
    return number
  }

  /// The number of a word, or of that which it is a slip of typing for.
  private mutating func meantNumber(of word: [UInt8], hash: UInt64) -> Int {
    guard let meant = spelling?.correction(of: word, hash: hash) else {
      return number(of: word, hash: hash)
    }
    return number(of: meant, hash: Hashing.hash(meant))
  }

  private mutating func number(of word: [UInt8], hash: UInt64) -> Int {
    if let number = numbers[hash] { return number }
    let classes = Lexicon.classes(of: hash)
    let kept = word.prefix(Self.mostLetters)
    words.append(
      Word(
        hash: hash, classes: classes, stem: Stem.of(word, hash: hash, classes: classes),
        firstLetter: UInt32(letters.count), letterCount: UInt32(kept.count)))
    letters += kept
    numbers.insert(hash, words.count - 1)
    return words.count - 1
  }

  /// Calls `body` with what a word is to the model wherever it stands: itself and its pieces, three to five
  /// letters long, so that a typo spoils only some.
  package func forEachFeature(of number: Int, _ body: (Feature.Kind, UInt64) -> Void) {
    let word = words[number]
    body(.word, word.hash)
    guard word.letterCount > 3, !word.classes.contains(.function) else { return }
    let letters = letters(of: number)
    let count = letters.count
    for length in 3...5 where length <= count + 1 {
      for start in -1...(count + 1 - length) where start + length <= count + 1 {
        var hash = Hashing.add(UInt8(length), to: Hashing.seed)
        for offset in start..<start + length {
          let isInside = offset >= 0 && offset < count
          hash = Hashing.add(isInside ? letters[letters.startIndex + offset] : 0x5f, to: hash)
        }
        body(.letters, hash)
      }
    }
  }
}
