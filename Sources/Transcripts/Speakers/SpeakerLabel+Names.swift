extension SpeakerLabel {
  /// The label with which a trimmed line may begin: a person's, a role alone on its line, or whatever
  /// stands before a colon or a time.
  static func possible(in line: Substring, names: SpeakerNames) -> SpeakerLabel? {
    let label = SpeakerLabel(line, names: names)
    if let label, label.isName || label.form != nil || label.side(in: names) != nil { return label }
    if let role = SpeakerLabel(role: line, names: names) { return role }
    return SpeakerLabel(anythingBeforeColonOf: line) ?? label
      ?? SpeakerLabel(anythingBeforeTimeOf: line)
  }

  /// On which side the speaker is, where a name or a role tells.
  func side(in names: SpeakerNames) -> Speaker? {
    // 'I saw the / doctor 10:30' is said.
    if endsWithTime, name.first?.isLowercase == true, !names.isGiven(name) { return nil }
    return names.known(name) ?? direction.flatMap(names.known)
  }

  /// Whether it is but a line that ends with a time, and none by its name.
  var endsWithTime: Bool {
    !isName && (form == .apart || form == .close)
  }
}
