import Foundation
import Listening
import Repeatable
import TestSupport
import Testing

@testable import Grading

@Suite struct SpellingTests {
  /// Words with how rare they are, ascending.
  private static let words: [(word: String, rarity: UInt8)] = [
    ("because", 60), ("boat", 90), ("form", 90), ("from", 50), ("halyard", 130), ("just", 50),
    ("own", 60), ("sleep", 80), ("sleet", 110), ("thing", 60), ("think", 55),
  ]

  private func spelling(taught: [String] = []) throws -> Spelling {
    let meaning = try #require(
      WordMeaning(
        words: Self.words.flatMap { Array($0.word.utf8) + [0x0A] },
        rarities: Self.words.map(\.rarity),
        vectors: Array(repeating: 1, count: Self.words.count * WordMeaning.dimensions)))
    let known = Set(taught.map { Hashing.hash($0.utf8) })
    return Spelling(meaning: meaning, isTaught: known.contains)
  }

  private func correction(of word: String, taught: [String] = []) throws -> String? {
    let spelling = try spelling(taught: taught)
    let letters = Array(word.utf8)
    return spelling.correction(of: letters, hash: Hashing.hash(letters))
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("becuase", "because"), ("becase", "because"), ("beccause", "because"), ("becauss", "because"),
    ("jsut", "just"), ("slepe", "sleep"), ("sleeep", "sleep"), ("becausee", "because"),
  ])
  func oneSlipIsPutRight(word: String, meant: String) throws {
    #expect(try correction(of: word) == meant)
  }

  @Test(arguments: [
    "because", "halyard",  // known
    "becuaes", "b cause",  // two slips; no word
    "ecause",  // the first letter is taken as meant
    "owm", "bot",  // too short
    "boaz",  // four letters: none that changed places
    "halyardd",  // like a word that hardly anybody uses
    "bécause", "", "becuase1", "becuasebecuasebecuasebecuase",
  ])
  func otherWordsStand(word: String) throws {
    #expect(try correction(of: word) == nil)
  }

  @Test func theMoreCommonOfTwoWordsIsRead() throws {
    #expect(try correction(of: "thinh") == "think")
    #expect(try correction(of: "sleex") == "sleep")
  }

  @Test func wordsOfLabelledRepliesAreKnown() throws {
    #expect(try correction(of: "sleepp", taught: ["sleepp"]) == nil)
  }

  @Test func theStemOfAnApostropheIsPutRightToo() throws {
    var tokenizer = Tokenizer(spelling: try spelling())
    var (slipped, right) = (Utterance(), Utterance())
    tokenizer.read("the slepe's end", into: &slipped)
    tokenizer.read("the sleep's end", into: &right)
    #expect(slipped.tokens.map(\.hash) == right.tokens.map(\.hash))
  }

  @Test func slipsDoNotFillTheMemory() throws {
    let grader = try TestModel.grader()
    let meaning = try #require(grader.meaning)
    let words = meaning.words.split(separator: 0x0A).map { Array($0) }.filter { $0.count > 6 }
    var extractor = FeatureExtractor(spelling: grader.model.spelling)
    var met: Set<[UInt8]> = []
    var most = 0
    for place in 2...6 {
      for word in words {
        var slip = word
        slip.swapAt(place - 1, place)
        let startsAnew = extractor.read(String(decoding: slip, as: UTF8.self), client: nil)
        if startsAnew { met = [] }
        met.insert(slip)
        most = max(most, met.count)
      }
    }
    #expect(words.count * 5 > 40_000)
    #expect(most < 33_000)
  }

  /// On replies of AnnoMI and ESConv five in a hundred were measured, and ten without the correction.
  @Test func aSlipOfTypingSeldomChangesAGrade() throws {
    struct Row: Decodable {
      var client: String?
      var text: String
    }
    let grader = try TestModel.grader()
    let file = Repository.root.appendingPathComponent("Corpus/student-replies.ndjson")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").prefix(900)
    var random = Seeded(seed: 5)
    var (tried, changed) = (0, 0)
    for line in rows {
      let row = try JSONDecoder().decode(Row.self, from: Data(line.utf8))
      guard let slipped = slipped(row.text, &random) else { continue }
      let right = grader.grade(row.text, client: row.client).codes
      let wrong = grader.grade(slipped, client: row.client).codes
      tried += 1
      if right.reflection != wrong.reflection || right.question != wrong.question
        || right.judgment != wrong.judgment
      {
        changed += 1
      }
    }
    #expect(tried > 300)
    #expect(Double(changed) < 0.08 * Double(tried))
  }

  /// The text with one letter of a longer word left out or changed places with the next.
  private func slipped(_ text: String, _ random: inout Seeded) -> String? {
    var words = text.split(separator: " ").map(String.init)
    let longer = words.indices.filter { words[$0].count > 5 && words[$0].allSatisfy(\.isLetter) }
    guard let place = longer.randomElement(using: &random) else { return nil }
    var letters = Array(words[place])
    let letter = Int.random(in: 1..<letters.count - 1, using: &random)
    if Bool.random(using: &random) {
      letters.remove(at: letter)
    } else {
      letters.swapAt(letter, letter + 1)
    }
    words[place] = String(letters)
    return words.joined(separator: " ")
  }
}
