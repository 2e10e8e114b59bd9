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
    /// Whether the page tells of conduct: over all sessions, or in the transcript of one.
    var explainsConduct: Bool
    /// The heads of the columns of the list, made of fixed words alone.
    var heads: String
    var rows: [Row]
    var hasSessions: Bool
    /// Whether there is a place for the list of sessions.
    var listsSessions: Bool
    /// The same by trainee; nothing where all sessions lie in one folder, and have rows of their own.
    var traineeHeads: String
    var trainees: [Row]
    var hasTrainees: Bool
    var traineeNote: String?
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

  /// A session or a trainee in a list.
  struct Row {
    var rowName: String
    var target: String?
    /// What a saved session was played with.
    var vignetteName: String?
    /// The cells, made of numbers and fixed words alone.
    var cells: String
  }

  /// A measure and how it stands to the manual's marks.
  struct Measure {
    var label: String
    var amount: String
    var markName: String?

    init(_ measure: MarkedMeasure, in session: SessionMeasures) {
      label = measure.label
      amount =
        measure.value(in: session).map {
          measure.isRatio ? tenths($0) : percent($0)
        }
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
