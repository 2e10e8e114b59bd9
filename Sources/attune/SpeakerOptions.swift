import ArgumentParser
import Diagnostics
import Transcripts

/// The options of every command that reads conversations in which names can stand for the roles.
struct SpeakerOptions: ParsableArguments {
  @Option(
    name: .customLong("therapist"),
    help: ArgumentHelp(
      """
      A speaker who is the therapist, by the name in the files (may be repeated). With one side \
      named, the other speaker is the other side.
      """,
      valueName: "name"))
  var therapists: [String] = []

  @Option(
    name: .customLong("client"),
    help: ArgumentHelp(
      "A speaker who is the client, by the name in the files (may be repeated).", valueName: "name")
  )
  var clients: [String] = []

  /// Whether nobody is named.
  var isEmpty: Bool { therapists.isEmpty && clients.isEmpty }

  /// The names as the reader takes them.
  ///
  /// - Throws: `Failure` where they are not said properly.
  func names() throws(Failure) -> SpeakerNames {
    try checkingArguments { () throws(DiagnosticList) in
      try SpeakerNames(therapists: therapists, clients: clients)
    }
  }
}
