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

  @Test(
    "a line ends on asking for a moment, or only speaks of one",
    arguments: [
      ("Give me a second with that.", true), ("That's it. I'm sorry, give me a moment.", true),
      ("You'd have to give me a minute.", true), ("I should like a moment.", true),
      ("I'll need a minute with that.", true), ("May I think for a moment?", true),
      ("I'll not dive back in, then. I'll just drip here for a minute.", true),
      ("I'd like to sit for a moment before I go out there.", true),
      ("Is it all right if I just sit a second?", true),
      ("Would you mind if I stopped for a moment?", true),
      ("Could you just sit with me a minute?", true),
      ("Is it all right if he sits a minute?", false),
      ("Is it all right if I sit here?", false),
      ("I'll just take a second.", true), ("I'll take a minute before I answer.", true),
      ("I need a moment to breathe.", true), ("I'd like a minute now.", true),
      ("Give me a second to think.", true),
      ("For a minute I thought he was dead.", false), ("It took a minute.", false),
      ("I'll be there in a minute.", false), ("Ask me again in a minute.", false),
      ("He said, give me a minute.", false), ("I said, 'Give me a minute.'", false),
      ("Give me a minute. Yes, it was in March.", false), ("I need a second opinion.", false),
      ("If I go quiet, give us a minute.", false), ("I just sat there for a minute.", false),
      ("I was happy for about a minute.", false), ("I'm going to be cross for a minute.", false),
      ("If I could have a minute for the second.", true), ("Can I have a minute on that?", true),
      ("Give me a tick on that one. I want to get it right for you.", true),
      ("Now you've asked me one. I'd want a minute at the lights.", true),
      ("That wants a minute. I'm not dodging, I'm only slow.", true),
      ("I've got half of it. It wants a bit longer.", true), ("Give me a wee minute.", true),
      ("I'd want a brew and a minute for that.", true),
      ("Give us a minute. That's not where I thought we'd start.", true),
      ("Give us a minute. That's not what I was ready for.", true),
      ("Give me a tick on that one. I'm slower than I look.", true),
      ("Give me a sec, I've not been down that end in a while.", true),
      ("Look at the window a sec, I think better when nobody's waiting.", true),
      ("That's gone from me. Let it lie a minute and it'll come up.", true),
      ("I've not been asked that before. Let me see.", true),
      ("Let me think on that one. I'm quicker with my hands.", true),
      ("Bear with me. I know it, it's just not coming up.", true),
      ("Can you stay on while I think? I'll get there.", true),
      ("If I could have a minute with him.", false), ("It wants a bit more salt.", false),
      ("I must ask them to bear with me.", false), ("Let me think what he said.", false),
      ("I need a minute. I want my coat.", false), ("I'm not avoiding it.", false),
    ])
  func time(line: String, asks: Bool) {
    #expect(Words.asksForTime(line) == asks)
  }

  @Test("common words name no subject")
  func content() {
    #expect(Words.content(of: "How was it for you, and what did you do?").isEmpty)
    #expect(Words.content(of: "Tell me about the messages.") == [Words.stem("message")])
  }
}
