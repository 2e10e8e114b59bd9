import Listening

/// What the model decides on a reply, head by head, made into codes that do not contradict each
/// other.
struct Decisions {
  /// The codes decided on.
  private(set) var codes = Codes()
  /// How sure the model is of each code decided on, 0 to 1.
  private(set) var confidence: [CodeName: Double] = [:]
  /// The value of the head behind each code that is present.
  private(set) var values: [CodeName: Int] = [:]
  /// Codes whose decision was close.
  private(set) var unsure: [CodeName] = []
  /// How sure the model is of the main behaviour, 0 to 1.
  private(set) var mainConfidence = 0.0

  /// A decision with less confidence than this is unsure.
  private static let unsureBelow: Float = 0.6

  private let outputs: [Float]
  private let calibrations: [Calibration]

  /// Decides on the outputs of a reply.
  init(outputs: [Float], calibrations: [Calibration]) {
    self.outputs = outputs
    self.calibrations = calibrations
    for head in Head.allCases { decide(head) }
    settle()
  }

  /// How far the reply reads like transcribed speech, 0 to 1.
  private var spokenShare: Float { probabilities(of: .register)[1] }

  private func probabilities(of head: Head) -> [Float] {
    softmax(head.logOdds(of: calibrations[head.rawValue].calibrated(outputs[head.outputs])))
  }

  /// The log-odds of a head's values, for confidence and for the decision. Where speech has a head
  /// of its own, the two are mixed by how much the reply reads like speech.
  func logits(of head: Head) -> (confidence: [Float], decision: [Float]) {
    func own(_ head: Head) -> (confidence: [Float], decision: [Float]) {
      let calibration = calibrations[head.rawValue]
      let logits = head.logOdds(of: calibration.calibrated(outputs[head.outputs]))
      return (logits, calibration.leaning(logits))
    }
    let typed = own(head)
    guard let other = head.spoken else { return typed }
    let spoken = own(other)
    let share = spokenShare
    func mix(_ a: [Float], _ b: [Float]) -> [Float] {
      zip(a, b).map { $0 * (1 - share) + $1 * share }
    }
    return (mix(typed.confidence, spoken.confidence), mix(typed.decision, spoken.decision))
  }

  private mutating func decide(_ head: Head) {
    guard head.code != nil || head == .main else { return }
    let logits = logits(of: head)
    let value = head.decision(on: logits.decision)
    codes.set(head, to: value)
    let probability = softmax(logits.confidence)[value]
    let rounded = (Double(probability) * 100).rounded() / 100
    if head == .main { mainConfidence = rounded }
    guard let code = head.code else { return }
    if probability < Self.unsureBelow { unsure.append(code) }
    guard value > 0 else { return }
    confidence[code] = rounded
    values[code] = value
  }

  private mutating func settle() {
    if codes.judgment != .none {
      let head = Head.judgmentKind
      codes.set(head, to: head.decision(on: logits(of: head).decision))
    }
    // A misreading in the form of a reflection is no reflection.
    if codes.misreading, codes.reflection != .none {
      codes.reflection = .none
      confidence[.reflection] = nil
      values[.reflection] = nil
      unsure.removeAll { $0 == .reflection }
    }
  }
}
