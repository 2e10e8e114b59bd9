import Listening
import Transcripts

/// What the templates of the page are filled with. Names are unlike at every level, because a
/// template looks for a name that is absent in the levels above.
enum PageModel {
  /// The beginning of the page: figures and the list of sessions.
  struct Head {
    var style: String
    var summary: String
    var scores: [Chart]
    var measures: [Chart]
    /// Nothing where no session is long enough.
    var conduct: [Chart]
    /// The names of the columns for what saved sessions tell; nothing where there are none.
    var savedNames: [String]
    var rows: [Row]
    var hasRows: Bool
    var listNote: String?
    var transcriptNote: String?
    var hasTranscripts: Bool
  }

  /// A figure with its heading.
  struct Chart {
    var heading: String
    var figure: String
    var caption: String
    /// An SVG, made of numbers and fixed words alone.
    var svg: String
  }

  /// A session in the list.
  struct Row {
    var sessionName: String
    var target: String?
    var replyCount: Int
    var means: [Mean]
    var marked: [Measure]
    var adherent: Int
    var nonAdherent: Int
    var talk: String
    var estimate: Estimate?
    /// What a saved session tells, a cell each.
    var savedCells: [String]
  }

  /// What the estimate of conduct comes to.
  struct Estimate {
    var likelihood: String
    var verdict: String

    init(_ judgement: SessionJudgement) {
      likelihood = percent(judgement.probability)
      verdict = judgement.verdict.rawValue
    }
  }

  /// A mean score and how much of its cell is filled.
  struct Mean {
    var score: String
    var percent: Int

    init(_ value: Double?) {
      score = value.map { String($0.roundedToTenths) } ?? "–"
      percent = Int((value ?? 0).rounded())
    }
  }

  /// A measure and how it stands to the manual's marks.
  struct Measure {
    var label: String
    var amount: String
    var markName: String?

    init(_ measure: MarkedMeasure, in session: SessionMeasures) {
      label = measure.label
      amount =
        measure.value(session).map { measure.isRatio ? String($0.roundedToTenths) : percent($0) }
        ?? "–"
      markName = measure.mark(in: session)?.rawValue
    }
  }

  /// A transcript.
  struct Session {
    var anchor: String
    var heading: String
    var overview: String
    var facts: [Measure]
    var counts: String
    var conductWords: String
    var savedWords: String?
    var verdictName: String?
    var chart: String?
    var turns: [Turn]
    var lastWords: String?
    var cut: String?
    /// The chart's and the facts' place is empty for single replies.
    var isSession: Bool
  }

  /// A reply and what it answers.
  struct Turn {
    var turnNumber: Int
    var clientWords: String?
    var pieces: [Piece]
    var isSilence: Bool
    var found: String
    var levels: String?
    var unsureOf: String?
    var figures: [Figure]

    /// A score of the reply.
    struct Figure {
      var scoreName: String
      var points: Int
    }

    init(number: Int, _ scored: ScoredReply) {
      let grade = scored.grade
      func phrases(_ names: [CodeName]) -> String {
        names.compactMap { grade.codes.phrase(for: $0) }.joined(separator: ", ")
      }
      turnNumber = number
      clientWords = scored.reply.client
      pieces = MarkedReply(scored.reply.text, grade).pieces.map(Piece.init)
      isSilence = scored.reply.text.isEmpty
      let codes = phrases(CodeName.shown)
      found = codes.isEmpty ? "no skill and no slip found" : codes
      let epitome = phrases(CodeName.allCases.filter { !CodeName.shown.contains($0) })
      levels = epitome.isEmpty ? nil : epitome
      let unsure = grade.unsure.map(\.label).joined(separator: ", ")
      unsureOf = unsure.isEmpty ? nil : unsure
      figures = ScoreName.allCases.map { Figure(scoreName: $0.label, points: $0.value(in: grade)) }
    }
  }

  /// A piece of a reply.
  struct Piece {
    var words: String
    var kind: String?
    var codeNames: [String]

    init(_ piece: MarkedReply.Piece) {
      words = piece.text
      kind = piece.mark
      codeNames = piece.codes
    }
  }
}
