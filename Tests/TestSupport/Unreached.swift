/// A change to a new pack's vignette, after which no play reaches a line of it.
public enum Unreached {
  /// Where the line stands: the deepest of the first topic.
  public static let line = "      - depth: 4\n        text: \"Topic 1, depth 4, line 1"

  /// More lines than any session is long, and that one behind them.
  public static let heavy =
    (1...70).map { number in
      """
            - depth: 1
              text: "Ballast \(number)."
              feelings: [unsure]
              meaning: "M."
              example: "E \(number)."
              why: "W."

      """
    }.joined() + line
}
