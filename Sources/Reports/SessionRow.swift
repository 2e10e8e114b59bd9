import Listening
import Transcripts

/// A session's measures and how they stand to the manual's marks, as programs take them.
struct SessionRow: Encodable {
  /// A measure that the manual has marks for.
  struct Marked {
    /// Its name in records.
    var key: String
    /// Its name for people.
    var label: String
    /// Its value; absent where there was nothing to measure.
    var value: Double?
    var marks: Marks
    /// How it stands to its marks; absent where the session is too short for them.
    var mark: Mark?
  }

  var measures: SessionMeasures
  var model: String
  /// What its file tells of it, where that is a saved session.
  var saved: SavedSession?
  /// Replies of which a code could not be decided with confidence.
  var unsure = 0
  /// Moves that cost trust most.
  var slips = ScoredSession.Slips()

  var marked: [Marked] { Self.marked(measures) }

  static func marked(_ measures: SessionMeasures) -> [Marked] {
    func marked(_ key: String, _ label: String, _ value: Double?, _ marks: Marks) -> Marked {
      Marked(
        key: key, label: label, value: value, marks: marks, mark: measures.mark(value, by: marks))
    }
    return [
      marked(
        "reflections_per_question", "reflections per question", measures.reflectionsPerQuestion,
        .reflectionsPerQuestion),
      marked(
        "complex_share", "complex among reflections", measures.complexShare, .complexShare),
      marked("open_share", "open among questions", measures.openShare, .openShare),
    ]
  }

  /// Names and values in the order of columns; what could not be measured is absent.
  var columns: [(name: String, value: Value?)] {
    let judgement = judgement
    return measureColumns + [
      ("model", .text(model)),
      ("conduct", judgement.map { .text($0.verdict.rawValue) }),
      ("conduct_probability", judgement.map { .number($0.probability.roundedToThousandths) }),
    ] + Self.savedColumns.map { ($0.key, saved.flatMap($0.value)) } + furtherColumns
      + latestColumns + [
        ("ending", (saved?.ending?.rawValue).map { .text($0) }),
        ("retries", saved.map { .count($0.retries) }),
      ]
  }

  /// The columns of MITI's measures.
  var measureColumns: [(name: String, value: Value?)] {
    let m = measures
    var columns: [(name: String, value: Value?)] = [("replies", .count(m.replies))]
    columns += ScoreName.allCases.map { ($0.rawValue, $0.mean(in: m).map(Value.number)) }
    columns += [
      ("simple_reflections", .count(m.simpleReflections)),
      ("complex_reflections", .count(m.complexReflections)),
      ("open_questions", .count(m.openQuestions)), ("closed_questions", .count(m.closedQuestions)),
      ("adherent", .count(m.adherent)), ("non_adherent", .count(m.nonAdherent)),
      ("trainee_words", .count(m.traineeWords)), ("client_words", .count(m.clientWords)),
      ("trainee_share", m.traineeShare.map { .number($0.roundedToThousandths) }),
    ]
    for measure in marked {
      columns.append((measure.key, measure.value.map { .number($0.roundedToThousandths) }))
      columns.append((measure.key + "_mark", measure.mark.map { .text($0.rawValue) }))
    }
    return columns
  }

  /// The columns that came later than those of saved sessions.
  var furtherColumns: [(name: String, value: Value?)] {
    let m = measures
    return [
      ("adherent_share", m.adherentShare.map { .number($0.roundedToThousandths) }),
      (
        "adherent_share_mark",
        m.mark(m.adherentShare, by: .adherentShare).map { .text($0.rawValue) }
      ),
      ("unsure_replies", .count(unsure)),
      ("judgments", .count(slips.judgments)),
      ("unsolicited_advice", .count(slips.unsolicitedAdvice)),
      ("false_reassurance", .count(slips.falseReassurance)),
    ]
  }

  /// The columns that came later than those of trainees.
  var latestColumns: [(name: String, value: Value?)] {
    [
      ("misreadings", .count(slips.misreadings)), ("takeovers", .count(slips.takeovers)),
      ("empty_replies", .count(slips.empty)),
    ]
  }

  /// A column of which only a saved session's file tells.
  struct SavedColumn {
    /// Its name in records.
    var key: String
    /// Its name for people.
    var label: String
    /// What stands in it; absent where the file does not tell.
    var value: (SavedSession) -> Value?
  }

  static var savedColumns: [SavedColumn] {
    [
      SavedColumn(key: "vignette", label: "Vignette") { .text($0.vignette) },
      SavedColumn(key: "seed", label: "Seed") { .seed($0.seed) },
      SavedColumn(key: "trust", label: "Trust") { .count($0.bond.percent) },
      SavedColumn(key: "depth", label: "Depth") { $0.outcome.map { .count($0.depth) } },
      SavedColumn(key: "ruptures", label: "Ruptures") { .count($0.ruptures) },
      SavedColumn(key: "repairs", label: "Repairs") { $0.outcome.map { .count($0.repairs) } },
    ]
  }

  /// A field of a row.
  enum Value {
    case count(Int)
    case seed(UInt64)
    case number(Double)
    case text(String)

    var description: String {
      switch self {
      case .count(let value): String(value)
      case .seed(let value): String(value)
      case .number(let value): String(value)
      case .text(let value): value
      }
    }
  }

  private struct Key: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws { try Self.encode(columns, to: encoder) }

  /// Encodes names and values side by side; what is absent is null.
  static func encode(_ columns: [(name: String, value: Value?)], to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (name, value) in columns {
      let key = Key(stringValue: name)
      switch value {
      case nil: try container.encodeNil(forKey: key)
      case .count(let value): try container.encode(value, forKey: key)
      case .seed(let value): try container.encode(value, forKey: key)
      case .number(let value): try container.encode(value, forKey: key)
      case .text(let value): try container.encode(value, forKey: key)
      }
    }
  }
}

extension SessionRow {
  /// The row of a session.
  init(_ session: ScoredSession) {
    self.init(
      measures: session.measures, model: session.model, saved: session.saved,
      unsure: session.unsure, slips: session.slips)
  }
}

extension Double {
  /// The value to three decimals, so that it prints the same everywhere.
  var roundedToThousandths: Double { (self * 1000).rounded() / 1000 }
}
