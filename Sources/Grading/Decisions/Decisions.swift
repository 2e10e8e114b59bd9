import Listening
import Repeatable

/// What the model decides on a reply, head by head, made into codes that do not contradict each
/// other.
package struct Decisions {
  /// The codes decided on.
  package private(set) var codes = Codes()
  /// Codes whose decision was close.
  private(set) var unsure: [CodeName] = []
  /// How sure the model is of the main behaviour, 0 to 1.
  package private(set) var mainConfidence = 0.0

  /// A decision with less confidence than this is unsure.
  private static let unsureBelow: Float = 0.6

  /// A reflection that could be said to any client is one with at least this confidence: of such
  /// replies in the corpus one in sixteen is a reflection ('Both at once.').
  private static let sureOfGeneral = 0.75

  /// By head: the value decided on, 0 where its code is absent, and how sure the model is of it, in
  /// hundredths.
  private var values = SIMD32<UInt8>.zero
  private var hundredths = SIMD32<UInt8>.zero

  private let outputs: [Float]
  private let calibrations: [Calibration]
  /// How far the reply reads like transcribed speech, 0 to 1.
  private var spokenShare: Float = 0

  /// Decides on the outputs of a reply; `screen` is that of the calibrations, and `substance`, how much
  /// the reply says of the client, is asked for where there is a reflection or misreading, or may be a
  /// reflection.
  package init(
    outputs: [Float], calibrations: [Calibration], screen: AbsenceScreen,
    substance: @autoclosure () -> Substance
  ) {
    self.outputs = outputs
    self.calibrations = calibrations
    spokenShare = own(.register).confidence.softmax()[1]
    let absent = screen.absentHeads(outputs)
    for head in Head.decided where absent >> UInt32(head.rawValue) & 1 == 0 { decide(head) }
    let asksForSubstance =
      codes.misreading || codes.reflection != .none || unsure.contains(.reflection)
    let substance = asksForSubstance ? substance() : .particular
    if substance == .barePain { dropDoubtfulMisreading() }
    settle()
    dropHollowReflection(of: substance)
    settleMain()
  }

  /// The value of a head whose code is present, or `nil`.
  func value(of head: Head) -> Int? {
    let value = Int(values[head.rawValue])
    return value > 0 ? value : nil
  }

  /// How sure the model is of a code that is present, 0 to 1, or `nil`.
  package func confidence(of head: Head) -> Double? {
    values[head.rawValue] > 0 ? Double(hundredths[head.rawValue]) / 100 : nil
  }

  private func own(_ head: Head) -> (confidence: HeadNumbers, decision: HeadNumbers) {
    let calibration = calibrations[head.rawValue]
    let logOdds = head.logOdds(of: calibration.calibrated(outputs, from: head.offset))
    return (logOdds, calibration.leaning(logOdds))
  }

  /// The log-odds of a head's values, for confidence and for the decision. Where speech has a head
  /// of its own, the two are mixed by how much the reply reads like speech.
  package func logits(of head: Head) -> (confidence: HeadNumbers, decision: HeadNumbers) {
    let typed = own(head)
    guard let other = head.spoken else { return typed }
    let spoken = own(other)
    return (
      typed.confidence.mixed(with: spoken.confidence, share: spokenShare),
      typed.decision.mixed(with: spoken.decision, share: spokenShare)
    )
  }

  private mutating func decide(_ head: Head) {
    let (value, probability) =
      head.valueCount == 2 ? presence(of: head) : likeliest(of: head)
    if value > 0 { codes.set(head, to: value) }
    let rounded = (probability * 100).rounded()
    if head == .main { mainConfidence = Double(rounded) / 100 }
    guard let code = head.code else { return }
    if probability < Self.unsureBelow { unsure.append(code) }
    values[head.rawValue] = UInt8(value)
    hundredths[head.rawValue] = UInt8(rounded)
  }

  /// The value decided on and its probability; of a code that has forms, the probability that it is
  /// there, in whichever form.
  private func likeliest(of head: Head) -> (Int, Float) {
    let logits = logits(of: head)
    let value = head.decision(on: logits.decision)
    let probabilities = logits.confidence.softmax()
    guard head.hasForms, value > 0 else { return (value, probabilities[value]) }
    let presence = 1 - probabilities[0]
    guard head == .judgment else { return (value, presence) }
    // Other decisions lean towards rare codes, so that these are found; but a judgment that was none
    // is told off, and wears down the client: it has to be the likelier.
    if presence < 0.5 { return (0, probabilities[0]) }
    // In doubt whether a reply judges at all, it is not said to judge strongly.
    return (presence < Self.unsureBelow ? 1 : value, presence)
  }

  /// The same for a code that is there or not. Most are, and this is the faster way.
  private func presence(of head: Head) -> (Int, Float) {
    let calibration = calibrations[head.rawValue]
    let logit = outputs[head.offset] * calibration.scales[0] + calibration.shifts[0]
    let isThere = logit + calibration.leans[0] > 0
    return (isThere ? 1 : 0, 1 / (1 + Elementary.exp(isThere ? -logit : logit)))
  }

  /// A misreading that is less likely than not is none where the reply only names what hurts: other
  /// decisions lean towards rare codes, and of plain feelings that the packs' lines have one in five
  /// would be told off.
  private mutating func dropDoubtfulMisreading() {
    if let confidence = confidence(of: .misreading), confidence < 0.5 { drop(.misreading) }
  }

  private mutating func settle() {
    if codes.judgment != .none {
      let head = Head.judgmentKind
      codes.set(head, to: head.decision(on: logits(of: head).decision))
    }
    // A misreading in the form of a reflection is no reflection; coders of speech count it as one.
    if codes.misreading, codes.reflection != .none {
      drop(spokenShare < 0.5 ? .reflection : .misreading)
    }
  }

  /// Takes back a reflection that tells nothing of this client: stock stems with nothing behind them
  /// are none unless the model is well sure, and feelings strung together are none at all. Nor is it
  /// in doubt any longer whether they are one.
  private mutating func dropHollowReflection(of substance: Substance) {
    switch substance {
    case .particular, .barePain: return
    case .general where confidence(of: .reflection) ?? 0 >= Self.sureOfGeneral: return
    case .general: break
    // Nor are these in AnnoMI's sense.
    case .strungFeelings: if codes.main == .reflection { codes.main = .other }
    }
    drop(.reflection)
  }

  /// A typed reply that hands nothing back is no reflection in AnnoMI's sense either. This comes last, as
  /// other rules take reflections back.
  private mutating func settleMain() {
    if codes.main == .reflection, codes.reflection == .none, spokenShare < 0.2 {
      codes.main = .other
    }
  }

  /// Takes back a code that another rules out.
  private mutating func drop(_ head: Head) {
    codes.set(head, to: 0)
    values[head.rawValue] = 0
    unsure.removeAll { $0 == head.code }
  }
}
