/// What a reply has to do with suicide or self-harm.
public enum CareConcern: String, Codable, CaseIterable, Sendable {
  /// The trainee writes of their own crisis. The reply is neither said nor kept in the session.
  case crisis
  /// The reply tells the client to harm themselves, or that they had better be dead. It is neither
  /// said nor kept in the session.
  case harm
  /// The reply asks about it or names it, which is proper practice: the session goes on.
  case named
}
