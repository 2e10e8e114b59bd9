/// The reply codes of ALP/1: 2xx done, 3xx go on, 4xx not now, 5xx never.
///
/// Each code is followed by a block always or never, so that a reader need not know the command.
public enum ReplyCode: Int, CaseIterable, Sendable {
  case ready = 200
  case goodbye = 205
  case capabilities = 210
  case help = 211
  case vignettes = 212
  case begun = 220
  case graded = 221
  case why = 222
  case hint = 223
  case example = 224
  case takenBack = 225
  case summary = 226
  case ended = 227
  case resumed = 228
  case setAside = 229
  case scored = 230
  case sendReply = 340
  case noSession = 411
  case sessionOpen = 412
  case noTurn = 413
  case notComingBack = 414
  case notSaved = 450
  case inUse = 451
  case unknownCommand = 500
  case wrongArguments = 501
  case lineTooLong = 502
  case notText = 503
  case replyTooLong = 504
  case noSuchVignette = 510
  case noSuchSession = 511
  case notARecord = 512
  case cannotResume = 513

  /// Whether a block follows the status line: always or never, for each code.
  public var hasBlock: Bool {
    switch self {
    case .capabilities, .help, .vignettes, .begun, .graded, .why, .hint, .example, .takenBack,
      .summary, .ended, .resumed, .setAside, .scored:
      true
    default:
      false
    }
  }

  /// Whether the command was carried out, or may go on.
  public var isPositive: Bool { rawValue < 400 }
}
