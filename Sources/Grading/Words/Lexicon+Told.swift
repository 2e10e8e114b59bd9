extension Lexicon {
  /// Which feelings a vignette's word for what a line shows stands for, in small letters: none of them
  /// where it is neither pleasant nor painful ('wry'); `nil` where it is not known.
  static func feelings(toldAs word: String) -> WordClass? {
    if let feelings = told[word] { return feelings }
    let named = word.split(whereSeparator: \.isWhitespace)
      .reduce(into: WordClass()) { $0.formUnion(classes(of: Hashing.hash($1.utf8))) }
      .intersection(.feelings)
    return named.isEmpty ? nil : named
  }

  private static let told: [String: WordClass] = toldLists.reduce(into: [:]) { told, entry in
    for word in entry.1.split(whereSeparator: { ",\n".contains($0) }) {
      told[word.split(separator: " ").joined(separator: " "), default: []].formUnion(entry.0)
    }
  }

  /// Words by which vignettes tell what a line shows, beside those of `feelings`. They are not among
  /// those because the classes of a reply's words are what the model has learnt from: one that is put
  /// in another class needs it trained anew.
  private static let toldLists: [(WordClass, String)] = [
    (
      .sad,
      """
      bleak, burdened, despairing, desperate, discouraged, disillusioned, dismayed, flat, fragile,
      grief-stricken, helpless, overcome, powerless, resigned, sorrowful, stricken, unacknowledged,
      upset, vulnerable
      """
    ),
    (
      .afraid,
      """
      appalled, braced, cornered, fragile, haunted, horrified, mistrustful, on edge, restless,
      startled, suspicious, tense, uncomfortable, unsettled, unsteady, vulnerable, watched
      """
    ),
    (.angry, "contemptuous, defiant, disgusted, scornful"),
    (
      .ashamed,
      """
      awkward, regretful, remorseful, self-conscious, self-reproachful, sheepish, small, unlovable
      """
    ),
    (
      .lonely,
      """
      displaced, erased, homeless, misunderstood, replaced, shut out, unacknowledged, unlovable
      """
    ),
    (.hurt, "anguished, misunderstood, shocked, stunned, tormented, tricked, used, winded"),
    (.tired, "burdened, strained"),
    (
      .glad,
      """
      alive, approving, fascinated, hoping, interested, joyful, light, playful, useful, vindicated
      """
    ),
    (.calm, "at home, comforted, free, light"),
    (.torn, "blocked, caught, cornered, doubtful, foggy"),
    (
      .loving,
      """
      admiring, compassionate, considerate, forgiving, friendly, kind, moved, nostalgic, protective,
      touched, trusting, wistful
      """
    ),
    // How somebody speaks, or stands to what they tell.
    (
      [],
      """
      alert, amazed, astonished, brave, brisk, candid, careful, cautious, clear, clever, cold,
      compelled, controlled, crowded, curious, curt, defensive, detached, determined, dignified,
      disbelieving, distant, dogged, driven, dry, dutiful, earnest, evasive, fair, fair-minded,
      frank, guarded, honest, humble, incredulous, indebted, insincere, ironic, knowing,
      knowledgeable, loyal, matter-of-fact, modest, obedient, patient, pleading, polite, possessive,
      respectful, responsible, restrained, rueful, sceptical, searching, self-reliant, serious, shy,
      stoical, stubborn, superstitious, surprised, tentative, thoughtful, unreal, watchful, wry
      """
    ),
  ]
}
