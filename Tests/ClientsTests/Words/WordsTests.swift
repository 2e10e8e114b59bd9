import Testing

@testable import Clients

@Suite("Words as a client hears them")
struct WordsTests {
  @Test(
    "words come in lower case, without apostrophes and marks",
    arguments: [
      ("I'm fine.", ["im", "fine"]), ("You’re —  here?", ["youre", "here"]), ("", []),
      ("I`m I\u{b4}d I\u{2018}ll I\u{2bc}ve don\u{2032}t", ["im", "id", "ill", "ive", "dont"]),
      ("… !", []), ("Klaipėda, 9", ["klaipėda", "9"]), ("one\ntwo", ["one", "two"]),
    ])
  func all(text: String, words: [String]) {
    #expect(Words.all(of: text) == words)
  }

  @Test(
    "forms of a word have one stem",
    arguments: [
      ("message", "messages"), ("family", "families"), ("talk", "talking"), ("drive", "driving"),
      ("watch", "watches"), ("judge", "judged"), ("miss", "missing"), ("kiss", "kisses"),
      ("carry", "carried"), ("text", "texts"), ("trust", "trusting"),
      ("meet", "met"), ("write", "written"), ("sleep", "slept"),
    ])
  func stems(word: String, form: String) {
    #expect(Words.stem(word) == Words.stem(form))
  }

  @Test(
    "other words keep other stems",
    arguments: [("boss", "bos"), ("work", "word"), ("tablet", "table"), ("ring", "rung")])
  func distinct(word: String, other: String) {
    #expect(Words.stem(word) != Words.stem(other))
  }

  @Test(
    "a stem is not stemmed to nothing", arguments: ["s", "ing", "ed", "is", "the", "bus", "sing"])
  func short(word: String) {
    #expect(Words.stem(word).count >= min(3, word.count))
  }

  @Test("common words name no subject")
  func content() {
    #expect(Words.content(of: "How was it for you, and what did you do?").isEmpty)
    #expect(Words.content(of: "Tell me about the messages.") == [Words.stem("message")])
  }
}
