import Diagnostics
import Listening
import Transcripts

extension SavedSession {
  /// What the file tells, in words.
  var inWords: String {
    let opened = counted(ruptures, "rupture", "ruptures")
    let course =
      outcome.map { ["depth \($0.depth)", opened, counted($0.repairs, "repair", "repairs")] }
      ?? [opened, "not ended"]
    let walkout = ending == .left ? ["the client walked out"] : []
    let again = retries > 0 ? [counted(retries, "reply taken back", "replies taken back")] : []
    return (["\(vignette), seed \(seed)", "trust \(bond.percent)"] + course + walkout + again)
      .joined(separator: ", ")
  }
}
