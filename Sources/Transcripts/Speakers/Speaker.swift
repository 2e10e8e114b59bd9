/// Who is speaking.
enum Speaker: Hashable, Sendable {
  case client
  /// The therapist, or whoever practises being one.
  case trainee

  /// The other side.
  var other: Speaker { self == .client ? .trainee : .client }
}
