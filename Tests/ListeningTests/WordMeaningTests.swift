import Testing

@testable import Listening

@Suite("What words mean")
struct WordMeaningTests {
  /// Words with a direction each: `dad` and `father` nearly the same one, `boiler` across.
  static let words: [(word: String, rarity: UInt8, vector: [Int8])] = [
    ("boiler", 90, axis(1)), ("dad", 80, axis(0)),
    ("father", 85, axis(0).enumerated().map { $0 == 2 ? 30 : $1 }),
    ("mère", 100, axis(3)), ("the", 30, axis(4)),
  ]

  static func axis(_ index: Int) -> [Int8] {
    (0..<WordMeaning.dimensions).map { $0 == index ? 100 : 0 }
  }

  static func meaning(_ words: [(word: String, rarity: UInt8, vector: [Int8])] = words)
    -> WordMeaning?
  {
    WordMeaning(
      words: words.flatMap { Array($0.word.utf8) + [0x0A] }, rarities: words.map(\.rarity),
      vectors: words.flatMap(\.vector))
  }

  @Test("each word is found, whatever its letters, and no other is")
  func numbers() throws {
    let meaning = try #require(Self.meaning())
    for (number, entry) in Self.words.enumerated() {
      #expect(meaning.number(of: entry.word) == number)
    }
    for word in ["", "da", "dads", "zebra", "aardvark", "m", "mere"] {
      #expect(meaning.number(of: word) == nil)
    }
  }

  @Test("similarity is the cosine of the vectors, either way round")
  func similarity() throws {
    let meaning = try #require(Self.meaning())
    let (dad, father) = (try #require(meaning.number(of: "dad")), meaning.number(of: "father"))
    #expect(meaning.similarity(dad, dad) == 1)
    #expect(meaning.similarity(dad, try #require(meaning.number(of: "boiler"))) == 0)
    let near = meaning.similarity(dad, try #require(father))
    #expect(near > 0.95 && near < 1)
    #expect(meaning.similarity(try #require(father), dad) == near)
  }

  @Test("nearness is that of the two nearest words, and rare words weigh more")
  func nearness() throws {
    let meaning = try #require(Self.meaning())
    func nearness(of words: [String], to others: [String]) -> Double {
      meaning.nearness(
        of: words.compactMap(meaning.number), to: others.compactMap(meaning.number))
    }
    let alone = nearness(of: ["dad"], to: ["father", "boiler"])
    #expect(alone > 0)
    #expect(nearness(of: ["the", "dad"], to: ["father", "boiler"]) == alone)
    #expect(nearness(of: ["boiler"], to: ["boiler"]) > nearness(of: ["the"], to: ["the"]))
    #expect(nearness(of: ["mère"], to: ["dad"]) == 0)
    #expect(nearness(of: [], to: ["dad"]) == 0)
    #expect(nearness(of: ["dad"], to: []) == 0)
  }

  @Test("parts that do not fit one another are refused")
  func misfits() {
    let good = Self.words
    #expect(Self.meaning([]) != nil)
    #expect(Self.meaning(Array(good.reversed())) == nil, "out of order")
    #expect(Self.meaning([good[0], good[0]]) == nil, "twice the same")
    #expect(WordMeaning(words: Array("a\nb".utf8), rarities: [1, 1], vectors: []) == nil)
    #expect(WordMeaning(words: Array("a\n".utf8), rarities: [1], vectors: [0]) == nil)
    #expect(WordMeaning(words: Array("a\n".utf8), rarities: [], vectors: []) == nil)
  }
}
