/// Labelled replies as the files that training reads hold them, told apart with ease.
public enum LabelledRows {
  /// Replies to 'The boat is gone.' and their codes, one of each kind.
  public static let replies = [
    (text: "What was the boat like?", codes: #""question":"open""#),
    (text: "Was it the boat?", codes: #""question":"closed""#),
    (text: "You miss the boat.", codes: #""reflection":"complex""#),
    (text: "So the boat is gone.", codes: #""reflection":"simple""#),
    (text: "That is your own fault.", codes: #""judgment":"strong","judgment_kind":"blame""#),
    (text: "What a lazy excuse.", codes: #""judgment":"mild","judgment_kind":"label""#),
  ]

  /// Rows in the corpus' form: the first kinds of replies once in each theme.
  public static func corpus(themes: Int, kinds: Int = replies.count) -> String {
    (0..<themes).flatMap { theme in
      replies.prefix(kinds).map { text, codes in
        #"{"client":"The boat is gone.","text":"\#(text)","theme":"t\#(theme)","codes":{\#(codes)}}"#
      }
    }.joined(separator: "\n")
  }

  /// Sessions in AnnoMI's form: good ones reflect, poor ones, every other, tell people what to do.
  public static func sessions(_ count: Int, turns: Int) -> String {
    (0..<count).flatMap { session in
      (0..<turns).map { turn in
        let isHigh = session % 2 == 0
        let text =
          isHigh
          ? "You miss the garden, and number \(turn) hurts." : "You should sell number \(turn)."
        let labels =
          isHigh
          ? #""main":"reflection","reflection":true,"reflection_subtype":"complex","input":false"#
          : #""main":"therapist_input","reflection":false,"input":true,"input_subtype":"advice""#
        return """
          {"source":"annomi","conversation":"s\(session)","group":"g\(session / 2)","client":"Hm.",\
          "text":"\(text)","labels":{\(labels),"question":false,\
          "mi_quality":"\(isHigh ? "high" : "low")"}}
          """
      }
    }.joined(separator: "\n")
  }
}
