import Listening
import Transcripts

extension SavedSession {
  /// What the file tells, in words.
  var inWords: String {
    let parts = ["\(vignette), seed \(seed)", "trust \(bond.percent)"]
    guard let outcome else { return (parts + ["not ended"]).joined(separator: ", ") }
    return
      (parts + [
        "depth \(outcome.depth)", counted(outcome.ruptures, "rupture", "ruptures"),
        counted(outcome.repairs, "repair", "repairs"),
      ]).joined(separator: ", ")
  }
}
