import ArgumentParser
import Diagnostics
import Transcripts

/// The options of every command that reads transcripts of all kinds.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the files are; told from their content and names where it is not said.",
      valueName: "kind"))
  var kind: ScoreInput.Kind?

  @Option(
    help: ArgumentHelp(
      """
      Which columns of a table hold what, as in speaker=Who,text=Words,conversation=Call; also id, \
      turn, and client where there is one row a reply. Two columns may name the conversation \
      together. AnnoMI's and common names are known.
      """, valueName: "role=column,…"))
  var columns: [String] = []

  @Option(
    name: .customLong("session"),
    help: ArgumentHelp(
      "Take this session alone, by its name in what is written (may be repeated).",
      valueName: "name"))
  var sessions: [String] = []

  @OptionGroup var speakers: SpeakerOptions

  /// Whether nothing is said.
  var isEmpty: Bool { kind == nil && columns.isEmpty && sessions.isEmpty && speakers.isEmpty }

  /// The options as the reader takes them.
  ///
  /// - Throws: `Failure` where the columns or names are not said properly.
  func scoreInput() throws(Failure) -> ScoreInput.Options {
    let names = try speakers.names()
    let columns = try checkingArguments { () throws(DiagnosticList) in
      try ColumnMapping(self.columns)
    }
    return ScoreInput.Options(kind: kind, columns: columns, names: names)
  }
}

extension ScoreInput.Kind: ExpressibleByArgument {}
