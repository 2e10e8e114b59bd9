/// What the grader keeps of the client's line: enough to see what a reply takes up from it.
struct ClientLine: Sendable {
  /// Whether there is a line at all.
  private(set) var exists = false
  /// Whether the client asks something.
  private(set) var asks = false
  /// Content words in the line.
  private(set) var contentCount = 0
  /// Words in the line, little ones too.
  private(set) var wordCount = 0
  /// The first word of the line, and the first two, as hashes.
  private(set) var opening: UInt64 = 0
  private(set) var openingPair: UInt64 = 0
  /// Whether the line ends as a sentence does.
  private(set) var endsInStop = false
  /// The feelings that the client names.
  private(set) var feelings: WordClass = []
  private var stems = HashFilter()
  private var pairs = HashFilter()

  /// Reads a line in the place of the one before.
  mutating func read(_ line: Utterance) {
    if exists {
      stems.removeAll()
      pairs.removeAll()
    }
    exists = !line.tokens.isEmpty
    asks = false
    contentCount = 0
    wordCount = 0
    opening = 0
    openingPair = Hashing.join(0, 0)
    endsInStop = line.tokens.last.map { $0.kind != .word } ?? false
    feelings = []
    var before: UInt64 = 0
    for token in line.tokens {
      guard token.kind == .word else {
        if token.kind == .question { asks = true }
        continue
      }
      if wordCount == 0 {
        opening = token.hash
        openingPair = Hashing.join(opening, 0)
      } else if wordCount == 1 {
        openingPair = Hashing.join(opening, token.hash)
      }
      wordCount += 1
      pairs.insert(Hashing.join(before, token.stem))
      before = token.stem
      feelings.formUnion(token.classes.intersection(.feelings))
      guard !token.classes.contains(.function) else { continue }
      stems.insert(token.stem)
      contentCount += 1
    }
  }

  /// Whether the client used the word, in this or a related form.
  func holds(stem: UInt64) -> Bool { stems.contains(stem) }

  /// Whether the client used the two words one after the other.
  func holds(pair first: UInt64, _ second: UInt64) -> Bool {
    pairs.contains(Hashing.join(first, second))
  }
}

/// The form under which related words count as the same: 'drink', 'drinks', 'drinking'.
enum Stem {
  /// The stem of a word; 'I' and 'you' are one, as they change places between two speakers.
  static func of(_ word: [UInt8], hash: UInt64, classes: WordClass) -> UInt64 {
    if !classes.isDisjoint(with: [.firstPerson, .secondPerson]) { return person }
    if classes.contains(.function) { return hash }
    var letters = word[...]
    if let ending = endings.first(where: { letters.count > $0.count + 2 && letters.ends(with: $0) })
    {
      letters = letters.dropLast(ending.count)
    }
    return Hashing.hash(letters.prefix(6))
  }

  private static let person = Hashing.hash("=person")
  private static let endings = ["ing", "ied", "ies", "ed", "es", "ly", "s", "e", "y"].map {
    Array($0.utf8)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the last elements are the given ones.
  fileprivate func ends(with ending: [UInt8]) -> Bool { suffix(ending.count).elementsEqual(ending) }
}

/// A set of hashes of a fixed size that may take a hash for one of its own, but rarely does.
struct HashFilter: Sendable {
  private var bits = [UInt64](repeating: 0, count: 128)

  /// Empties the set.
  mutating func removeAll() {
    bits.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
  }

  /// Adds a hash.
  mutating func insert(_ hash: UInt64) {
    let (word, bit) = Self.place(of: hash)
    bits[word] |= 1 &<< bit
  }

  /// Whether the hash was added (or, once in some hundred times, another that looks like it).
  func contains(_ hash: UInt64) -> Bool {
    let (word, bit) = Self.place(of: hash)
    return bits[word] &>> bit & 1 != 0
  }

  private static func place(of hash: UInt64) -> (word: Int, bit: UInt64) {
    let mixed = hash &* 0x9e37_79b9_7f4a_7c15
    return (Int(mixed >> 57), (mixed >> 48) & 63)
  }
}
