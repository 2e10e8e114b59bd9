import Diagnostics
import PackFormat
import Scenarios

/// The smallest vignette that loads, as text to put faults into.
enum Sample {
  /// Line 1 is `format: 1`; the faults in the tests count from here.
  static let yaml = """
    format: 1
    name: Ada
    title: A plain title
    summary: Who Ada is.
    attachment: secure
    objectives:
      - skill: reflection
        text: Reflect.
        source: Rogers 1957
    opening: {text: Hello., feelings: [shy], meaning: M, example: E, why: W}
    topics:
      - id: one
        title: One
        about: [one, first]
        lines:
          - {depth: 1, text: A, feelings: [sad], meaning: M, example: E, why: W}
      - {id: two, title: Two, about: [two], lines: []}
      - {id: three, title: Three, about: [three], lines: []}
    reactions:
      understood: [Yes.]
      explored: [Well.]
      respected: [Thanks.]
      levelled: &pool {why: W, lines: [{text: T, example: E}]}
      closed: *pool
      misread: *pool
      advised: *pool
      judged: *pool
      ignored: *pool
      withdrawal: *pool
      confrontation: *pool
      repaired: *pool
    closings: {warm: [W], neutral: [N], cool: [C], left: [L]}

    """

  /// The sample with one part of it, which it must hold, changed.
  static func with(_ old: String, _ new: String) -> String {
    yaml.replacing(old, with: new, maxReplacements: 1)
  }

  /// The sample with one of its lines changed.
  static func with(line number: Int, _ new: String) -> String {
    var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[number - 1] = new
    return lines.joined(separator: "\n")
  }

  /// What is wrong with a vignette, a line for each fault; nothing where it loads.
  static func faults(_ yaml: String) -> [String] {
    do throws(DiagnosticList) {
      _ = try Vignette(yaml: yaml, id: "ada", file: "ada.yaml")
      return []
    } catch {
      return error.diagnostics.map(\.description)
    }
  }
}
