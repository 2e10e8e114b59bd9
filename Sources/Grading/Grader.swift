import Listening

/// Grades replies with a model; the same reply and model give the same grade everywhere.
///
///     let grader = Grader(model: model)
///     grader.grade("You kept the date, alone.", client: "Nobody remembered.").codes.reflection
public struct Grader: Sendable {
  /// Texts are read up to this many bytes; what comes after does not count for the grade.
  public static let byteLimit = 16_384

  package let model: Model
  /// The model's name and version, as `name@version`.
  public let modelName: String

  /// Creates a grader.
  public init(model: Model) {
    self.model = model
    modelName = "\(model.name)@\(model.version)"
  }

  /// A fingerprint of the model, its name and version included, in hexadecimal.
  public var modelFingerprint: String { String(Checksum.of(model.serialized()), radix: 16) }

  /// Whether its model was calibrated on coded replies of somebody's own.
  public var isCalibrated: Bool { model.isCalibrated }

  /// What words mean, where the model knows.
  public var meaning: WordMeaning? { model.meaning }

  /// How slips of typing are put right, where the model knows what words mean.
  public var spelling: Spelling? { model.spelling }

  /// Grades a reply.
  ///
  /// Any text can be graded, an empty one too. Of a very long reply the first `byteLimit` bytes count.
  ///
  /// - Parameters:
  ///   - reply: What the trainee said.
  ///   - client: What the client had said, or `nil` where that is not known.
  /// - Returns: The codes, the words that earned them and the scores that follow.
  public func grade(_ reply: String, client: String?) -> Grade {
    GradingRun(self).grade(reply, client: client)
  }

  /// What counted most for each code found, in plain words, the weightiest first.
  ///
  /// - Parameters:
  ///   - reply: What the trainee said.
  ///   - client: What the client had said, or `nil` where that is not known.
  /// - Returns: For each code found up to four words or forms that tell something, and the sum of the rest.
  public func explain(_ reply: String, client: String?) -> [Reason] {
    GradingRun(self).explain(reply, client: client).reasons
  }
}

/// Grades one reply after another on one thread, in memory that it keeps: for many replies, as each
/// grade is the same as the grader's own.
///
///     let run = GradingRun(grader)
///     for reply in replies { run.grade(reply.text, client: reply.client) }
public final class GradingRun {
  private let modelName: String
  private var reading: Reading

  /// A run of grades by a grader.
  public init(_ grader: Grader) {
    modelName = grader.modelName
    reading = Reading(model: grader.model)
  }

  /// Grades a reply: see `Grader.grade(_:client:)`.
  public func grade(_ reply: String, client: String?) -> Grade {
    reading.grade(reply, client: client, modelName: modelName)
  }

  /// Grades a reply and gives the reasons for its codes: see `Grader.explain(_:client:)`.
  public func explain(_ reply: String, client: String?) -> (grade: Grade, reasons: [Reason]) {
    reading.explain(reply, client: client, modelName: modelName)
  }
}
