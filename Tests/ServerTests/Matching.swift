import Testing

/// Records an issue where lines are not those that a dialogue expects.
func expect(
  _ lines: [String], toMatch expected: [Substring], _ dialogue: Dialogue,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var furthest = 0
  if match(lines[...], expected[...], &furthest) { return }
  let line = furthest < lines.count ? lines[furthest] : "nothing"
  Issue.record(
    """
    The dialogue of line \(dialogue.line) expects
    \(expected.joined(separator: "\n"))
    but line \(furthest + 1) was
    \(line.prefix(2000))
    """, sourceLocation: sourceLocation)
}

/// Whether lines are those expected, `…` standing for any number of lines of a block.
private func match(
  _ lines: ArraySlice<String>, _ expected: ArraySlice<Substring>, _ furthest: inout Int
) -> Bool {
  furthest = max(furthest, lines.startIndex)
  guard let first = expected.first else { return lines.isEmpty }
  if first == "…" {
    if match(lines, expected.dropFirst(), &furthest) { return true }
    guard let line = lines.first, line != "." else { return false }
    return match(lines.dropFirst(), expected, &furthest)
  }
  guard let line = lines.first, matches(line, first) else { return false }
  return match(lines.dropFirst(), expected.dropFirst(), &furthest)
}

/// Whether a line is the one expected, `…` standing for any characters.
func matches(_ line: String, _ expected: Substring) -> Bool {
  let parts = expected.split(separator: "…", omittingEmptySubsequences: false)
  guard parts.count > 1 else { return line == expected }
  guard line.hasPrefix(parts[0]) else { return false }
  var rest = line.dropFirst(parts[0].count)
  for part in parts.dropFirst().dropLast() {
    guard let found = rest.firstRange(of: part) else { return false }
    rest = rest[found.upperBound...]
  }
  return rest.hasSuffix(parts[parts.count - 1])
}
