import Grading
import Repeatable

extension TrainingSet {
  /// An example as other learners can read it.
  public struct Exported: Sendable, Encodable {
    /// The number that stands for it in a file of soft labels, as sixteen hexadecimal digits.
    public var reply: String
    /// Where it comes from, for example `annomi`.
    var source: String
    /// The fold of a cross-validation with five that it is in, 0 to 4.
    public var fold: Int
    /// What the client had said, if anything.
    var client: String?
    /// The reply.
    public var text: String
    /// The values that the label allows, by decision; a decision of which nothing is known is
    /// missing.
    var labels: [String: [Int]]
  }

  /// The labelled replies in the order in which they were read.
  public var exported: some Sequence<Exported> {
    let folds = Folds.assign(examples, count: SoftLabels.teacherCount)
    return zip(examples, folds).lazy.map { example, fold in
      var labels: [String: [Int]] = [:]
      for head in Head.allCases {
        let mask = example.labels[head.rawValue]
        guard mask != .max else { continue }
        labels[head.name] = (0..<head.valueCount).filter { mask >> UInt16($0) & 1 == 1 }
      }
      return Exported(
        reply: SoftLabels.key(of: example).hexadecimal, source: example.source.rawValue, fold: fold,
        client: example.client, text: example.text, labels: labels)
    }
  }
}
