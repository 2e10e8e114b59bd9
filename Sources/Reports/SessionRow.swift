import Listening
import Transcripts

/// A session's measures and how they stand to the manual's marks, as programs take them.
struct SessionRow: Encodable {
  /// A field with its name; what could not be measured is absent.
  typealias Column = (name: String, value: Value?)

  var measures: SessionMeasures
  var model: String
  /// What its file tells of it, where that is a saved session.
  var saved: SavedSession?
  /// Replies of which a code could not be decided with confidence.
  var unsure = 0
  /// How many replies there are of each kind that a trainee may want to leave out.
  var slips: [Slip: Int] = [:]

  /// Names and values in the order of columns.
  var columns: [Column] {
    let judgement = judgement
    var columns = measureColumns
    columns += [
      ("model", .text(model)),
      ("conduct", judgement.map { .text($0.verdict.rawValue) }),
      ("conduct_probability", judgement.map { .number($0.probability.rounded(places: 3)) }),
    ]
    columns += Self.savedColumns.map { ($0.key, saved.flatMap($0.value)) }
    columns += adherentShareColumns
    columns += [unsureColumn]
    columns += slipColumns(Slip.pressing) + slipColumns(Slip.passingBy)
    columns += [
      ("ending", (saved?.ending?.rawValue).map { .text($0) }),
      ("retries", saved.map { .count($0.retries) }),
    ]
    return columns
  }

  /// The columns of MITI's measures.
  var measureColumns: [Column] {
    let m = measures
    var columns: [Column] = [("replies", .count(m.replies))]
    columns += ScoreName.allCases.map { ($0.rawValue, $0.mean(in: m).map(Value.number)) }
    columns += [
      ("simple_reflections", .count(m.simpleReflections)),
      ("complex_reflections", .count(m.complexReflections)),
      ("open_questions", .count(m.openQuestions)), ("closed_questions", .count(m.closedQuestions)),
      ("adherent", .count(m.adherent)), ("non_adherent", .count(m.nonAdherent)),
      ("trainee_words", .count(m.traineeWords)), ("client_words", .count(m.clientWords)),
      ("trainee_share", m.traineeShare.map { .number($0.rounded(places: 3)) }),
    ]
    return columns + MarkedMeasure.shown.flatMap(markedColumns)
  }

  /// The columns of the share of MI-adherent moves.
  var adherentShareColumns: [Column] {
    markedColumns(.adherentShare)
  }

  /// The column of replies of which a code could not be decided with confidence.
  var unsureColumn: Column { ("unsure_replies", .count(unsure)) }

  /// The columns of some kinds of slip.
  func slipColumns(_ kinds: [Slip]) -> [Column] {
    kinds.map { ($0.key, .count(slips[$0, default: 0])) }
  }

  /// The columns of a measure: its value, and how it stands to its marks.
  private func markedColumns(_ measure: MarkedMeasure) -> [Column] {
    [
      (measure.key, measure.value(in: measures).map { .number($0.rounded(places: 3)) }),
      (measure.key + "_mark", measure.mark(in: measures).map { .text($0.rawValue) }),
    ]
  }

  /// A column of which only a saved session's file tells.
  struct SavedColumn {
    /// Its name in records.
    var key: String
    /// What stands in it; absent where the file does not tell.
    var value: (SavedSession) -> Value?
  }

  static var savedColumns: [SavedColumn] {
    [
      SavedColumn(key: "vignette") { .text($0.vignette) },
      SavedColumn(key: "seed") { .seed($0.seed) },
      SavedColumn(key: "trust") { .count($0.bond.percent) },
      SavedColumn(key: "depth") { $0.outcome.map { .count($0.depth) } },
      SavedColumn(key: "ruptures") { .count($0.ruptures) },
      SavedColumn(key: "repairs") { $0.outcome.map { .count($0.repairs) } },
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
  static func encode(_ columns: [Column], to encoder: any Encoder) throws {
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
