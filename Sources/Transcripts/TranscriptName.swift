/// What the name of a file tells about what is in it.
public enum TranscriptName {
  /// The kinds by the ends of names.
  private static let kinds: [String: ScoreInput.Kind] = [
    "txt": .labelledText, "csv": .csv, "tsv": .tsv, "tab": .tsv, "vtt": .webvtt, "srt": .srt,
  ]
  /// The ends of names that JSON lines of several kinds share.
  private static let jsonLines: Set = ["ndjson", "jsonl"]

  /// The ends of the names of transcripts, as a person is told them.
  public static let ends = jsonLines.union(kinds.keys).sorted()

  /// Whether a file in a folder is taken for a transcript.
  public static func isTranscript(_ name: String) -> Bool {
    let ending = ending(of: name)
    return kinds[ending] != nil || jsonLines.contains(ending)
  }

  /// The kind that a name tells, if it tells one.
  static func kind(of name: String) -> ScoreInput.Kind? {
    kinds[ending(of: name)]
  }

  /// What follows the last full stop, in lower case, without `gz`.
  private static func ending(of name: String) -> String {
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }
}
