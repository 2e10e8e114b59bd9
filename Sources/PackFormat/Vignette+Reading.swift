import Diagnostics
import Listening
import Scenarios
import Yams

extension Vignette {
  /// Reads a vignette from YAML.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - id: The vignette's name within its pack.
  ///   - file: The file's name for diagnostics.
  /// - Throws: `DiagnosticList` with everything that is wrong.
  public init(yaml text: String, id: String, file: String) throws(DiagnosticList) {
    self.init()
    var reader = FormReader(file: file)
    self.id = id
    if let form = reader.root(text, name: "the vignette", keys: FormKeys.vignette) {
      reader.checkFormat(form)
      reader.keepPlaces(ofKeysIn: form)
      fingerprint = Fingerprint.of(form.node)
      name = reader.text("name", in: form, as: Passage.heading)
      title = reader.text("title", in: form, as: Passage.heading)
      summary = reader.text("summary", in: form, as: Passage.heading)
      if let node = reader.require("attachment", in: form) {
        attachment = reader.choice(node, name: "attachment") ?? .secure
      }
      history = reader.choices("history", in: form)
      expectations = reader.choices("expectations", in: form)
      warnings = reader.texts("warnings", in: form, required: false)
      objectives = reader.objectives(in: form)
      if let node = reader.require("opening", in: form) {
        opening = reader.clientLine(node, in: .opening)
      }
      topics = reader.topics(in: form)
      answers = reader.answers(in: form)
      facts = reader.facts(in: form)
      if let node = reader.require("reactions", in: form) { reactions = reader.reactions(node) }
      if let node = reader.require("closings", in: form) { closings = reader.closings(node) }
      if let node = form["returns"] { returns = reader.returns(node) }
    }
    try reader.finish()
    (places, remarks) = (reader.places, reader.warnings)
    start = Location(file: file, line: 1, column: 1)
  }
}

extension FormReader {
  /// Where a client line stands, which decides what it must hold.
  enum LinePlace {
    case opening, topic, answer, reaction
  }

  mutating func checkFormat(_ form: Form) {
    guard let node = require("format", in: form) else { return }
    guard let found = node.scalar.flatMap({ Int($0.string) }), found >= 1 else {
      report("format", at: node, "'format' is not a version number", mend: "write 'format: 1'")
      return
    }
    if found > Pack.currentFormat {
      report(
        "format", at: node,
        "format \(found) is newer than this attune reads "
          + "(\(Pack.currentFormat))", mend: "update attune")
    }
  }

  mutating func objectives(in form: Form) -> [Objective] {
    var result: [Objective] = []
    for node in list("objectives", in: form) {
      guard let form = self.form(node, name: "an objective", keys: FormKeys.objective)
      else { continue }
      let skill: CodeName? = require("skill", in: form).flatMap { choice($0, name: "skill") }
      let text = text("text", in: form)
      let source = self.text("source", in: form)
      if let skill { result.append(Objective(skill: skill, text: text, source: source)) }
    }
    return result
  }

  mutating func clientLine(_ node: Node, in place: LinePlace) -> ClientLine {
    let keys =
      switch place {
      case .opening: FormKeys.opening
      case .topic: FormKeys.topicLine
      case .answer: FormKeys.answer
      case .reaction: FormKeys.reactionLine
      }
    guard let form = form(node, name: "a client line", keys: keys) else { return ClientLine() }
    return clientLine(form, in: place)
  }

  private mutating func clientLine(_ form: Form, in place: LinePlace) -> ClientLine {
    var line = ClientLine()
    line.text = text("text", in: form, as: Passage.spoken)
    line.example = text("example", in: form, as: Passage.example)
    if place == .topic || place == .answer {
      line.depth = number("depth", in: form, ClientLine.depths)
    }
    if place != .reaction {
      line.feelings = texts("feelings", in: form)
      if let node = form["feelings"] { keepPlace(of: node, as: .feelings(line.text)) }
      line.meaning = text("meaning", in: form, as: Passage.meaning)
      line.why = text("why", in: form, as: Passage.note)
    }
    if let node = form["asked"] { line.asked = asked(node) }
    return line
  }

  private mutating func asked(_ node: Node) -> Asked? {
    guard let form = form(node, name: "'asked'", keys: FormKeys.asked) else { return nil }
    let text = text("text", in: form, as: Passage.spoken)
    return Asked(text: text, example: self.text("example", in: form, as: Passage.example))
  }

  mutating func answers(in form: Form) -> [Inquiry: [ClientLine]] {
    var result: [Inquiry: [ClientLine]] = [:]
    for node in list("answers", in: form, required: false) {
      guard let form = self.form(node, name: "an answer", keys: FormKeys.answer) else { continue }
      let kind: Inquiry? = require("to", in: form).flatMap { choice($0, name: "kind of question") }
      let line = clientLine(form, in: .answer)
      if let kind { result[kind, default: []].append(line) }
    }
    return result
  }

  mutating func facts(in form: Form) -> [Fact] {
    var result: [Fact] = []
    for node in list("facts", in: form, required: false) {
      guard let form = self.form(node, name: "a fact", keys: FormKeys.fact) else { continue }
      let asks: [Fact.Ask] = require("ask", in: form) == nil ? [] : choices("ask", in: form)
      requireEntries("ask", in: form, mend: "name what is asked for: 'ask: [name]'")
      let of = texts("of", in: form, required: false, as: Passage.note)
      let about = texts("about", in: form, required: false, as: Passage.note)
      var depth = ClientLine.depths.lowerBound
      if let node = form["depth"] { depth = number(node, name: "depth", ClientLine.depths) }
      let fact = Fact(
        asks: asks, of: of.map { $0.lowercased() }, about: about.map { $0.lowercased() },
        depth: depth, text: text("text", in: form, as: Passage.spoken))
      keepPlaces(of: fact.of, under: "of", in: form, owner: fact.text)
      keepPlaces(of: fact.about, under: "about", in: form, owner: fact.text)
      result.append(fact)
    }
    return result
  }

  /// Keeps the places of the words under a key of a topic or a fact.
  private mutating func keepPlaces(
    of words: [String], under key: String, in form: Form, owner: String
  ) {
    for (word, node) in zip(words, form[key]?.sequence.map { Array($0) } ?? []) {
      keepPlace(of: node, as: .word(word, of: owner))
    }
  }

  mutating func topics(in form: Form) -> [Topic] {
    let nodes = list("topics", in: form)
    if form["topics"] != nil, nodes.count < 3 {
      report(
        "few-topics", at: form["topics"], "\(nodes.count) topics are too few for a conversation",
        mend: "write at least three")
    }
    var result: [Topic] = []
    var ids: Set<String> = []
    for node in nodes {
      guard let form = self.form(node, name: "a topic", keys: FormKeys.topic)
      else { continue }
      var lines: [ClientLine] = []
      for line in list("lines", in: form) { lines.append(clientLine(line, in: .topic)) }
      var topic = Topic(
        id: text("id", in: form, as: Passage.topic),
        title: text("title", in: form, as: Passage.note),
        about: texts("about", in: form, as: Passage.note).map { $0.lowercased() }, lines: lines)
      requireEntries("about", in: form, mend: "name words by which a trainee may name the topic")
      keepPlaces(of: topic.about, under: "about", in: form, owner: topic.id)
      if let node = form["recall"] {
        topic.recall = text(node, name: "'recall'", as: Passage.spoken)
      }
      let plain = topic.id.unicodeScalars.allSatisfy {
        $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType == .decimal
      }
      if !plain {
        report(
          "topic-id", at: form["id"], "the id '\(topic.id)' is not plain",
          mend: "use letters, digits and hyphens only")
      }
      if !topic.id.isEmpty, !ids.insert(topic.id).inserted {
        report(
          "duplicate-topic", at: form["id"], "a second topic '\(topic.id)'",
          mend: "give it another id")
      }
      result.append(topic)
    }
    return result
  }

  mutating func reactions(_ node: Node) -> Reactions {
    guard let form = form(node, name: "'reactions'", keys: FormKeys.reactions) else {
      return Reactions()
    }
    keepPlaces(ofKeysIn: form)
    var result = Reactions()
    for preface in Reactions.Preface.allCases {
      requireEntries(preface.rawValue, in: form, mend: "write some lines")
      result.prefaces[preface] = texts(preface.rawValue, in: form, as: Passage.spoken)
    }
    for occasion in Reactions.Standing.allCases {
      if let node = require(occasion.rawValue, in: form) {
        result.standing[occasion] = pool(node, name: occasion.rawValue)
      }
    }
    result.passedOver = texts("passed_over", in: form, required: false, as: Passage.spoken)
    for occasion in Reactions.Occasional.allCases {
      if let node = form[occasion.rawValue] {
        result.occasional[occasion] = pool(node, name: occasion.rawValue)
      }
    }
    return result
  }

  mutating func returns(_ node: Node) -> [Returning: [ClientLine]] {
    guard let form = form(node, name: "'returns'", keys: FormKeys.returns) else { return [:] }
    var result: [Returning: [ClientLine]] = [:]
    for way in Returning.allCases {
      if let node = form[way.rawValue] { result[way] = pool(node, name: way.rawValue) }
    }
    return result
  }

  /// Lines that one reason explains.
  private mutating func pool(_ node: Node, name: String) -> [ClientLine] {
    guard let pool = form(node, name: "'\(name)'", keys: FormKeys.pool) else { return [] }
    let why = text("why", in: pool, as: Passage.note)
    var lines: [ClientLine] = []
    for node in list("lines", in: pool) {
      var line = clientLine(node, in: .reaction)
      line.why = why
      lines.append(line)
    }
    if lines.isEmpty { report("no-lines", at: node, "'\(name)' has no lines", mend: "write some") }
    return lines
  }

  mutating func closings(_ node: Node) -> [Closing: [String]] {
    guard let form = form(node, name: "'closings'", keys: FormKeys.closings) else { return [:] }
    keepPlaces(ofKeysIn: form)
    for key in FormKeys.closings {
      requireEntries(key, in: form, mend: "write at least two lines")
    }
    var result: [Closing: [String]] = [:]
    for closing in Closing.allCases {
      result[closing] = texts(closing.rawValue, in: form, as: Passage.spoken)
    }
    return result
  }
}
