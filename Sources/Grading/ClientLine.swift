/// What the grader keeps of the client's line: enough to see what a reply takes up from it.
struct ClientLine: Sendable {
  /// Whether there is a line at all.
  let exists: Bool
  /// Whether the client asks something.
  let asks: Bool
  /// Content words in the line.
  let contentCount: Int
  /// Words in the line, little ones too.
  let wordCount: Int
  /// The first word of the line, and the first two, as hashes.
  let opening: UInt64
  let openingPair: UInt64
  /// Whether the line ends as a sentence does.
  let endsInStop: Bool
  /// The feelings that the client names.
  let feelings: WordClass
  private let stems: HashFilter
  private let pairs: HashFilter

  /// Reads a line; `nil` stands for a reply to nothing.
  init(_ line: String?) {
    let utterance = Tokenizer.read(line ?? "")
    var stems = HashFilter()
    var pairs = HashFilter()
    var count = 0
    var feelings: WordClass = []
    var before: UInt64 = 0
    for token in utterance.tokens where token.kind == .word {
      let stem = Stem.of(token, in: utterance)
      pairs.insert(Hashing.join(before, stem))
      before = stem
      feelings.formUnion(token.classes.intersection(.feelings))
      guard !token.classes.contains(.function) else { continue }
      stems.insert(stem)
      count += 1
    }
    exists = !utterance.tokens.isEmpty
    asks = utterance.tokens.contains { $0.kind == .question }
    contentCount = count
    let words = utterance.tokens.lazy.filter { $0.kind == .word }
    wordCount = utterance.tokens.count { $0.kind == .word }
    opening = words.first?.hash ?? 0
    openingPair = Hashing.join(opening, words.dropFirst().first?.hash ?? 0)
    endsInStop = utterance.tokens.last.map { $0.kind != .word } ?? false
    self.feelings = feelings
    self.stems = stems
    self.pairs = pairs
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
  /// The stem of a token; 'I' and 'you' are one, as they change places between two speakers.
  static func of(_ token: Token, in utterance: Utterance) -> UInt64 {
    if token.classes.contains(.firstPerson) || token.classes.contains(.secondPerson) {
      return person
    }
    if token.classes.contains(.function) { return token.hash }
    var letters = utterance.letters(of: token)
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

  /// Adds a hash.
  mutating func insert(_ hash: UInt64) {
    let (word, bit) = Self.place(of: hash)
    bits[word] |= 1 << bit
  }

  /// Whether the hash was added (or, once in some hundred times, another that looks like it).
  func contains(_ hash: UInt64) -> Bool {
    let (word, bit) = Self.place(of: hash)
    return bits[word] & (1 << bit) != 0
  }

  private static func place(of hash: UInt64) -> (word: Int, bit: UInt64) {
    let mixed = hash &* 0x9e37_79b9_7f4a_7c15
    return (Int(mixed >> 57), (mixed >> 48) & 63)
  }
}
