import Agreement
import Foundation
import Listening
import TestSupport
import Testing

@testable import GraderTraining
@testable import Grading

struct LocalCalibrationTests {
  /// A course whose coders take every question that begins with 'Would you' for open.
  private func course(_ count: Int, conversations: Int = 8) -> [LocalReply] {
    let topics = [
      "the boat", "your sister", "the move", "that letter", "the garden", "work", "the doctor",
      "Sunday",
    ]
    return (0..<count).map { number in
      let topic = topics[number % topics.count]
      let (text, value) =
        number % 2 == 0
        ? ("Would you say something of \(topic)?", "open") : ("You think of \(topic).", "none")
      return LocalReply(
        group: "c\(number % conversations)", client: "I keep thinking of \(topic).", text: text,
        codes: [.code(.question): value])
    }
  }

  /// How many replies have the value that the course gave.
  private func agreement(_ grader: Grader, _ replies: [LocalReply], on code: CodeName = .question)
    -> Int
  {
    replies.count { reply in
      let codes = grader.grade(reply.text, client: reply.client).codes
      return CodeVariable.code(code).value(in: codes) == reply.codes[.code(code)]
    }
  }

  @Test("Going on training brings the grader closer to the course, also on unseen conversations")
  func retrained() throws {
    let grader = try Repository.parts.get().grader
    let replies = course(96)
    let (model, rows) = LocalCalibration.fit(grader, to: replies, retrains: true)
    let row = try #require(rows.first { $0.variable == .code(.question) })
    #expect(row.count == 96)
    #expect(row.before.total == 96 && row.after.total == 96)
    let (before, after) = (try row.before.macroF1.get(), try row.after.macroF1.get())
    #expect(after > before)
    #expect(row.isKept)
    let trained = Grader(model: model)
    #expect(agreement(trained, replies) > agreement(grader, replies))
    #expect(trained.modelName.hasPrefix(grader.modelName + "-local-"))
  }

  @Test("Codes that the course does not give, and those without gain, are graded as before")
  func untouched() throws {
    let grader = try Repository.parts.get().grader
    let (model, rows) = LocalCalibration.fit(grader, to: course(96), retrains: true)
    #expect(rows.map(\.variable) == [.code(.question)])
    let local = Grader(model: model)
    let file = Repository.root.appendingPathComponent("Corpus/held-out/as-people-reply.ndjson")
    let others = try TrainingSet(files: [("corpus", String(contentsOf: file, encoding: .utf8))])
    #expect(others.examples.count > 300)
    // Reflections are mixed from what questions say, too.
    let mixed: Set<CodeName> = [.question, .reflection]
    for example in others.examples {
      let (before, after) = (
        grader.grade(example.text, client: example.client).codes,
        local.grade(example.text, client: example.client).codes
      )
      for code in CodeName.allCases where !mixed.contains(code) {
        #expect(before.value(of: code) == after.value(of: code), "\(code): \(example.text)")
      }
    }
    // Coded as the grader does: nothing is to be gained, and nothing moves.
    let agreed = course(96).map { reply in
      var reply = reply
      let codes = grader.grade(reply.text, client: reply.client).codes
      reply.codes = [.code(.reflection): CodeVariable.code(.reflection).value(in: codes) ?? "none"]
      return reply
    }
    let (same, figures) = LocalCalibration.fit(grader, to: agreed)
    #expect(figures.allSatisfy { !$0.isKept })
    #expect(same.calibrations == grader.model.calibrations)
  }

  @Test("Thresholds alone move decisions towards the course's, and no weight")
  func thresholds() throws {
    let grader = try Repository.parts.get().grader
    // Coders who call a reflection complex sooner than the grader does.
    let coder = Grader(model: grader.model.local(leans: [.reflection: [0, 1.5]]))
    let file = Repository.root.appendingPathComponent("Corpus/held-out/as-people-reply.ndjson")
    let texts = try TrainingSet(files: [("corpus", String(contentsOf: file, encoding: .utf8))])
    let replies = texts.examples.enumerated().map { number, example in
      let codes = coder.grade(example.text, client: example.client).codes
      return LocalReply(
        group: "c\(number % 8)", client: example.client, text: example.text,
        codes: [.code(.reflection): CodeVariable.code(.reflection).value(in: codes) ?? "none"])
    }
    let (model, rows) = LocalCalibration.fit(grader, to: replies)
    #expect(rows.map(\.variable) == [.code(.reflection)])
    #expect(rows.map(\.isKept) == [true])
    let before = agreement(grader, replies, on: .reflection)
    #expect(before < replies.count)
    #expect(agreement(Grader(model: model), replies, on: .reflection) > before)
    #expect(model.rows == grader.model.rows)
    #expect(try Model(model.serialized()).calibrations == model.calibrations)
  }

  @Test("Too few replies, one value or one conversation: no figures and no change")
  func tooFew() throws {
    let grader = try Repository.parts.get().grader
    for replies in [course(10), course(90, conversations: 1), []] {
      let (model, rows) = LocalCalibration.fit(grader, to: replies, retrains: true)
      #expect(rows.isEmpty)
      #expect(model.calibrations == grader.model.calibrations)
    }
  }

  /// Clients' lines and replies that say nothing of that client, or only what hurts.
  private var hollowTurns: [(String, String)] {
    let clients = [
      "They read my letter out at the meeting. I went and sat in the car.",
      "My sister has stopped ringing since the funeral.", "I lie awake and count what we owe.",
      "He walked past me in the shop as if I was not there.",
    ]
    let hollow = [
      "It sounds like that's what it's like for you.", "So that's how it's been for you.",
      "So it's like that for you.", "You feel sad, angry, lonely and scared.",
      "So you're worried, ashamed, tired and hurt.",
    ]
    let pains = ["anxious", "ashamed", "angry", "lonely", "scared", "guilty", "frightened"]
    let replies = hollow + pains.map { "You feel \($0) about this." }
    return clients.flatMap { client in replies.map { (client, $0) } }
  }

  @Test("What is counted is what the grade says, with the rules by which codes settle each other")
  func gradesAreCounted() throws {
    let grader = try Repository.parts.get().grader
    let file = Repository.root.appendingPathComponent("Corpus/judgment-and-its-look-alikes.ndjson")
    let corpus = try TrainingSet(
      files: [("corpus", String(contentsOf: file, encoding: .utf8))])
    let variables: [CodeVariable] = [.code(.reflection), .code(.judgment), .code(.misreading)]
    let turns = corpus.examples.prefix(400).map { ($0.client ?? "", $0.text) } + hollowTurns
    let replies = turns.enumerated().map { number, turn in
      LocalReply(
        group: "c\(number % 10)", client: turn.0, text: turn.1,
        codes: Dictionary(
          uniqueKeysWithValues: variables.map { variable in
            (variable, variable.values[number % variable.values.count])
          }))
    }
    let rows = LocalCalibration.fit(grader, to: replies).rows
    #expect(Set(rows.map(\.variable)) == Set(variables))
    for row in rows {
      var table = ConfusionMatrix(values: row.variable.values.count)
      for reply in replies {
        let said = try #require(
          row.variable.value(in: grader.grade(reply.text, client: reply.client).codes))
        table.add(
          truth: try #require(row.variable.values.firstIndex(of: reply.codes[row.variable] ?? "")),
          decision: try #require(row.variable.values.firstIndex(of: said)))
      }
      #expect(row.before == table, "\(row.variable)")
    }
  }

  @Test("The same replies give the same bytes")
  func deterministic() throws {
    let grader = try Repository.parts.get().grader
    let first = LocalCalibration.fit(grader, to: course(60), retrains: true).model.serialized()
    let second = LocalCalibration.fit(grader, to: course(60), retrains: true).model.serialized()
    #expect(first == second)
  }
}
