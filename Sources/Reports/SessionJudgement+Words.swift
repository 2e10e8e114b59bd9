import Listening

extension SessionJudgement {
  /// A session's estimate for people, or why there is none.
  static func inWords(_ judgement: SessionJudgement?) -> String {
    guard let judgement else { return "too short to judge (fewer than \(fewestReplies) replies)" }
    let words =
      switch judgement.verdict {
      case .high: "more like AnnoMI's good sessions than its poor ones"
      case .low: "more like AnnoMI's poor sessions than its good ones"
      case .unsure: "too close to say"
      }
    return "\(words) (\(percent(judgement.probability)))"
  }
}
