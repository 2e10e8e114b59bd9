import Listening

extension SessionRow {
  /// The estimate of how the session was conducted; there is none of a practice session, on which it
  /// has not been tried, nor where the measures give it nothing to go by.
  var judgement: SessionJudgement? { saved == nil ? SessionJudgement(measures) : nil }

  /// The estimate for people, or why there is none.
  var conductWords: String {
    if saved != nil { return "not estimated (not tried on practice sessions)" }
    switch SessionJudgement.obstacle(to: measures) {
    case .short: return "too short to judge (fewer than \(SessionJudgement.fewestReplies) replies)"
    case .fewWords: return "not estimated (replies of a few words only)"
    case .fewMoves: return "not estimated (hardly a reflection or question to go by)"
    case nil: break
    }
    guard let judgement else { return "not estimated" }
    let words =
      switch judgement.verdict {
      case .high: "more like AnnoMI's good sessions than its poor ones"
      case .low: "more like AnnoMI's poor sessions than its good ones"
      case .unsure: "too close to say"
      }
    return "\(words) (\(percent(judgement.probability)))"
  }
}
