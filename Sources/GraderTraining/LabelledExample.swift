import Grading

/// A reply and what is known of its codes.
struct LabelledExample: Sendable {
  /// Where an example comes from; `corpus`, `spoken` and `empathy` are Attune's own: typed, as talk
  /// is transcribed, and coded for EPITOME's mechanisms of empathy.
  enum Source: String, CaseIterable, Sendable {
    case annomi, epitome, esconv, corpus, spoken, empathy
  }

  var source: Source
  /// Examples of one group are never split between training and measuring.
  var group: String
  /// The conversation that it comes from and how well that was conducted, where it is known.
  var session: (name: String, isHigh: Bool)?
  var text: String
  var client: String?
  /// For each head the values that the label allows, as bits; all bits where nothing is known.
  var labels = [UInt16](repeating: .max, count: Head.allCases.count)
  /// How much it counts beside others of its source.
  var weight: Float = 1
  /// What teachers say about it, as in `SoftLabels.Row`; empty where they say nothing.
  var teacherLogOdds: [UInt8] = []

  /// States that a head's value is one of several, or just one.
  mutating func set(_ head: Head, to values: Int...) {
    labels[head.rawValue] = values.reduce(0) { $0 | 1 << UInt16($1) }
  }

  /// The example with what is known of some heads alone.
  func keeping(_ include: (Head) -> Bool) -> LabelledExample {
    var copy = self
    for head in Head.allCases where !include(head) { copy.labels[head.rawValue] = .max }
    return copy
  }

  /// The one value that the label allows, or `nil` where it leaves room.
  func value(of head: Head) -> Int? {
    let mask = labels[head.rawValue]
    return mask.nonzeroBitCount == 1 ? mask.trailingZeroBitCount : nil
  }
}
