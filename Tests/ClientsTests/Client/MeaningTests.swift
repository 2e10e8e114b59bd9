import Clients
import Grading
import Listening
import Scenarios
import TestSupport
import Testing

@Suite("Topics named in other words than their own")
struct MeaningTests {
  static let meaning = Result { try Repository.parts.get().grader.meaning }

  /// Where a client goes when they are asked something at the beginning.
  ///
  /// A topic whose first line waits for trust is not gone to, so each is given a line for anybody.
  static func topic(_ name: String, _ question: String, meaning: WordMeaning?) throws -> String? {
    var vignette = try #require(ShippedClients.teller(name))
    for index in vignette.topics.indices { vignette.topics[index].lines[0].depth = 1 }
    vignette.opening.text = "Hello."
    var client = Client(vignette, seed: 1, meaning: meaning)
    client.answer(question, grade: SampleReplies.open(1).grade)
    return vignette.topics.first { $0.lines.contains(client.current.line) }?.id
  }

  @Test("a model's word vectors find far more of them than the words alone")
  func found() throws {
    let meaning = try #require(try Self.meaning.get())
    func right(_ meaning: WordMeaning?) throws -> Int {
      try Self.questions.count {
        try Self.topic($0.client, $0.question, meaning: meaning) == $0.topic
      }
    }
    let (with, without) = (try right(meaning), try right(nil))
    #expect(with >= Self.questions.count * 2 / 3, "\(with) of \(Self.questions.count)")
    #expect(without < Self.questions.count / 2, "\(without): the questions avoid the own words")
  }

  @Test("a question that names nothing seldom moves the client elsewhere")
  func neutral() throws {
    let meaning = try #require(try Self.meaning.get())
    var moved = 0
    for name in ShippedClients.names {
      for question in Self.neutral
      where try Self.topic(name, question, meaning: meaning)
        != Self.topic(name, question, meaning: nil)
      {
        moved += 1
      }
    }
    #expect(moved * 20 <= Self.neutral.count * ShippedClients.names.count, "\(moved) moved")
  }

  @Test("with the same words a client says the same, whether meanings are known or not")
  func ownWords() throws {
    let meaning = try #require(try Self.meaning.get())
    for vignette in ShippedClients.tellers {
      for topic in vignette.topics {
        let question = "Tell me about \(topic.about[0]) and \(topic.about[1])."
        #expect(
          try Self.topic(vignette.id, question, meaning: meaning)
            == Self.topic(vignette.id, question, meaning: nil))
      }
    }
  }

  @Test(
    "asked what it was like with something of another topic, they turn to that, whatever its word's end",
    arguments: [
      ("robyn", "What was it like with the bicycle?", "bike"),
      ("roz", "What was it like before the surgery?", "treatment"),
      ("wes", "What was it like in the vehicle?", "car"),
      ("yvonne", "What was it like with the puppy?", "dog"),
      ("callum", "What was it like with the disease?", "dad"),
    ])
  func endings(name: String, question: String, topic: String) throws {
    let meaning = try #require(try Self.meaning.get())
    var vignette = try #require(ShippedClients.teller(name))
    for index in vignette.topics.indices { vignette.topics[index].lines[0].depth = 1 }
    vignette.opening.text = "Hello."
    let words = try #require(vignette.topics.first { $0.id != topic }).about
    for seed in UInt64(1)...5 {
      var client = Client(vignette, seed: seed, meaning: meaning)
      for question in ["Tell me about \(words[0]) and \(words[1]).", question] {
        client.answer(question, grade: SampleReplies.open(1).grade)
      }
      let home = vignette.topics.first { $0.lines.contains(client.current.line) }
      #expect(home?.id == topic, "\(client.current.text)")
    }
  }

  // Written for this measure: none uses a word of the topic's own on purpose.
  static let questions: [(client: String, topic: String, question: String)] = [
    ("callum", "dad", "Tell me about your parent who passed away."),
    ("callum", "dad", "What was he like before the tumour?"),
    ("callum", "nerve", "You said your fingers were trembling up there. How is that now?"),
    ("callum", "ellie", "How are things with your girl?"),
    ("callum", "crew", "What about your workmates?"),
    ("callum", "site", "What happened the day you lost your rage?"),
    ("hazel", "piano", "What will you do with the instrument?"),
    ("hazel", "etta", "What was your companion like?"),
    ("hazel", "weeks", "You were with her through the sickness."),
    ("hazel", "nobody", "At the burial, where were you?"),
    ("jonas", "mum", "When your parents went abroad, what was it like?"),
    ("jonas", "niamh", "Tell me about your partner."),
    ("jonas", "nights", "How is the baker's life?"),
    ("jonas", "texts", "What happens in you when the mobile stays quiet?"),
    ("jonas", "nights", "What do you think of while the loaves rise?"),
    ("maya", "tablet", "You mentioned the iPad. What did you see?"),
    ("maya", "bea", "What was your mate like, from those student days?"),
    ("maya", "box", "How is the stage these days?"),
    ("maya", "thursdays", "What do you remember about being a kid with your daddy?"),
    ("maya", "tea", "What is it like when a man brews you a cuppa?"),
    ("robyn", "shop", "How are things with the pharmacist?"),
    ("robyn", "gareth", "What would you say to your coworker?"),
    ("robyn", "bike", "What did you let slip about the bicycle?"),
    ("robyn", "hears", "What about privacy, for you?"),
    ("roz", "shake", "What is it like when the hand trembles?"),
    ("roz", "len", "What was your father like when he had alcohol in him?"),
    ("roz", "treatment", "What do you picture when you think of the surgery?"),
    ("roz", "lettering", "What do you love about the craft of painting?"),
    ("ruth", "des", "What was he like as a spouse?"),
    ("ruth", "buses", "What is it like behind the steering wheel of the coach?"),
    ("ruth", "miriam", "How is it with your child in Wales on the telephone?"),
    ("ruth", "morning", "Who was with him at the moment of dying?"),
    ("wes", "days", "How is the infant?"),
    ("wes", "nights", "What is insomnia doing to you?"),
    ("wes", "box", "What do you miss about the rail tracks?"),
    ("wes", "car", "What was it like in the vehicle by yourself?"),
    ("wes", "jo", "How are you and your spouse?"),
    ("anwen", "bloodbank", "What was the laboratory like after dark?"),
    ("anwen", "carys", "What was your pal to you?"),
    ("anwen", "printer", "What did you write in the complaints?"),
    ("anwen", "home", "How does your spouse take it?"),
    ("felix", "trees", "What is it like up in the branches of an ash?"),
    ("felix", "nell", "You're about to become a parent. How is that with her?"),
    ("felix", "diaries", "What was written in the journals?"),
    ("felix", "house", "What was growing up like?"),
    ("leonie", "calls", "What is a shift like when somebody rings in distress?"),
    ("leonie", "ash", "How did the breakup happen?"),
    ("leonie", "boiler", "What did the letter tell you about the heater?"),
    ("leonie", "dad", "What was your father like before he moved out?"),
    ("malcolm", "teeth", "What is it like to make dentures all day?"),
    ("malcolm", "money", "All those pounds you sent, every month. What about the cash?"),
    ("malcolm", "sunday", "What are the family lunches like?"),
    ("malcolm", "jan", "How is your spouse with all this?"),
    ("perran", "taxi", "What did you tell the surgeon before your surgery?"),
    ("perran", "pool", "What is a day as a swimmer's guardian like?"),
    ("perran", "eggcup", "What was it like to hand her the alcohol?"),
    ("ramiro", "news", "How did you learn about your sibling?"),
    ("ramiro", "ashes", "What was the argument about?"),
    ("ramiro", "car", "What about the vehicle that stood across the road?"),
    ("ramiro", "glasses", "What about the spectacles he had?"),
    ("saskia", "lifts", "What is the elevator business like?"),
    ("saskia", "file", "What is in the documents?"),
    ("saskia", "ivan", "How is it since your colleague retired?"),
    ("yvonne", "bells", "What do you hear when you pull the cord in the steeple?"),
    ("yvonne", "gordon", "What were the years with your ex-spouse like?"),
    ("yvonne", "dog", "Who is the puppy at home?"),
    ("yvonne", "school", "What was it like to be a principal?"),
    ("corinne", "court", "What does the judge want of you?"),
    ("corinne", "theo", "What is your teenager like behind the wheel?"),
    ("corinne", "sofa", "What does the alcohol do for you?"),
    ("emeka", "fall", "What do you remember of collapsing?"),
    ("emeka", "juno", "What did your girl want to know?"),
    ("neville", "work", "What does a dripping tap sound like through the wood?"),
    ("neville", "simone", "What do you and your child talk about?"),
    ("shona", "pool", "What is it like to see a kid swim by themselves?"),
    ("shona", "van", "What happened in the quarrel?"),
    ("shona", "father", "What do you remember about the ocean?"),
    ("solmaz", "mother", "What was your mum like?"),
    ("solmaz", "son", "What does your boy know?"),
    ("solmaz", "ward", "What did the doctors say about her words?"),
    ("tirzah", "note", "What became of your music?"),
    ("tirzah", "letter", "What did you put on paper?"),
    ("tirzah", "table", "What do the elders of your church say?"),
  ]

  static let neutral = [
    "How was that for you?",
    "What was that like?",
    "Tell me more.",
    "What happens in you when you say that?",
    "Go on.",
    "What else?",
    "I'm with you.",
    "That sounds hard.",
    "Mm. Say some more about that.",
    "What would you like to do with the time we have?",
    "What matters most to you just now?",
    "You're carrying a lot.",
    "What is it like, saying this out loud?",
    "How do you see it now?",
    "There's more to it, I think.",
    "What would help?",
    "Part of you is tired, and part of you goes on.",
    "Where does that leave you?",
    "What comes up as you say that?",
    "It takes something to say that.",
    "You didn't expect that of yourself.",
    "Nobody has asked you before.",
    "I wonder what that means to you.",
    "What made you come today?",
    "What stays with you most?",
    "You sound torn.",
    "How have you been since last time?",
    "It's both, somehow.",
    "And then?",
    "You've thought about this for a long time.",
  ]
}
