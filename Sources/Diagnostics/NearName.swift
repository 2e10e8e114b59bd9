/// The name a person most likely meant.
public enum NearName {
  /// The candidate closest to a name by edit distance, where it is close enough to be meant.
  ///
  ///     NearName.of("topcs", in: ["topics", "title"])  // "topics"
  ///
  /// - Returns: A candidate at most a third of the name's length away (at least one edit), or one
  ///   that contains the name; `nil` where none is near.
  public static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty, wanted.count <= 80 else { return nil }
    let most = max(1, wanted.count / 3)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().prefix(120))
      let contained = wanted.count >= 3 && candidate.lowercased().contains(name.lowercased())
      // So many edits it takes at the least; most candidates are out by their length alone.
      guard contained || abs(wanted.count - other.count) <= most else { continue }
      let distance = contained ? 1 : editDistance(wanted, other)
      guard distance <= most else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.candidate
  }

  /// 'did you mean …?', or `nil` where no candidate is near.
  public static func hint(_ name: String, in candidates: some Sequence<String>) -> String? {
    of(name, in: candidates).map { question([$0]) }
  }

  /// The candidates that a name may stand for: the full ones, `pack/name`, that end as it does, by
  /// itself or behind another pack's name, else the closest one.
  public static func meant(_ name: String, in candidates: some Sequence<String>) -> [String] {
    let short = name.split(separator: "/").last.map(String.init) ?? name
    let namesakes = candidates.filter { $0.hasSuffix("/" + short) }
    return namesakes.isEmpty ? [of(name, in: candidates)].compactMap(\.self) : namesakes
  }

  /// Whether a name that finds nothing is a short one of several full ones, which `meant` gives.
  public static func isShared(_ name: String, by meant: [String]) -> Bool {
    meant.count > 1 && !name.contains("/")
  }

  /// What is told of a name that finds no vignette: whether there is none or more than one, and what is
  /// meant, or `hint` where nothing is near.
  public static func noVignette(_ name: String, meant: [String], else hint: String) -> String {
    let fault = isShared(name, by: meant) ? "more than one pack has a vignette" : "no vignette"
    return "\(fault) '\(name)'; \(meant.isEmpty ? hint : question(meant))"
  }

  /// 'did you mean …?' of one candidate or several.
  public static func question(_ candidates: [String]) -> String {
    "did you mean \(candidates.map { "'\($0)'" }.joined(separator: " or "))?"
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of
  /// neighbours, one each.
  package static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
