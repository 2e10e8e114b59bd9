import Listening

/// A kind of reply that a trainee may want to leave out: one with a move that costs trust, or with
/// none at all.
enum Slip: CaseIterable {
  case judgment, unsolicitedAdvice, falseReassurance, misreading
  /// The helper's own story in the place of the client's.
  case takeover
  /// No code was found in it: 'Okay.', silence, and what has nothing to do with the client.
  case empty

  /// The slips that press something on the client.
  static let pressing = allCases.filter(\.presses)
  /// The slips that pass by what the client said.
  static let passingBy = allCases.filter { !$0.presses }

  /// What the number of such replies is called in records.
  var key: String {
    switch self {
    case .judgment: "judgments"
    case .unsolicitedAdvice: "unsolicited_advice"
    case .falseReassurance: "false_reassurance"
    case .misreading: "misreadings"
    case .takeover: "takeovers"
    case .empty: "empty_replies"
    }
  }

  /// What heads its column in the table of trainees, as wide as the column; `nil` where the table has
  /// none.
  var heading: String? {
    switch self {
    case .judgment: " judged"
    case .unsolicitedAdvice: "advised"
    case .falseReassurance: "reassured"
    case .empty: "empty"
    case .misreading, .takeover: nil
    }
  }

  /// What heads its column on the page.
  var pageHeading: String {
    switch self {
    case .judgment: "Judged"
    case .unsolicitedAdvice: "Unasked advice"
    case .falseReassurance: "False reassurance"
    case .misreading: "Misreadings"
    case .takeover: "Takeovers"
    case .empty: "Empty replies"
    }
  }

  private var presses: Bool {
    switch self {
    case .judgment, .unsolicitedAdvice, .falseReassurance: true
    case .misreading, .takeover, .empty: false
    }
  }

  /// Whether a reply with these codes is of this kind.
  func isMade(by codes: Codes) -> Bool {
    switch self {
    case .judgment: codes.judgment != .none
    case .unsolicitedAdvice: codes.advice == .unsolicited
    case .falseReassurance: codes.falseReassurance
    case .misreading: codes.misreading
    case .takeover: codes.selfDisclosure == .takeover
    case .empty: CodeName.shown.allSatisfy { codes.value(of: $0) == nil }
    }
  }
}
