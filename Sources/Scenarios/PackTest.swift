import Diagnostics
import Listening

/// A conversation written by a pack's author, and what is expected of it.
public struct PackTest: Hashable, Sendable {
  /// What it shows, a line.
  public var name = ""
  /// The seed of the client's choices.
  public var seed: UInt64 = 1
  /// What the trainee says, in order.
  public var replies: [String] = []
  /// What is expected.
  public var expectations: [Expected] = []
  /// Its place in the file.
  public var location: Location?

  /// An expectation of the whole session or of one reply.
  public struct Expected: Hashable, Sendable {
    /// What.
    public var claim: Claim
    /// The reply at which, from 1; `nil` for the session as a whole.
    public var reply: Int?
    /// Its place in the file.
    public var location: Location
  }

  /// What can be expected.
  public enum Claim: Hashable, Sendable {
    /// The bond rises or falls.
    case bond(Direction)
    /// The bond ends above this percentage.
    case bondAbove(Int)
    /// The bond ends below this percentage.
    case bondBelow(Int)
    /// The client says this.
    case says(String)
    /// The client never says this.
    case neverSays(String)
    /// The client answers from this list of reactions.
    case answers(String, lines: [String])
    /// What becomes of a rupture.
    case rupture(RuptureCourse)
    /// The client goes this deep, from 1 to 4, on one of these topics; on one alone, it is named.
    case depth(Int, of: [Topic], topic: String?)
    /// A reply carries this code; of this value, where one is given, and 'none' for its absence.
    case code(CodeVariable, value: String?)
    /// How the session ends.
    case ends(SessionEnding)
  }

  /// Where the bond goes.
  public enum Direction: String, CaseIterable, Sendable {
    case rises, falls
  }

  /// What becomes of a rupture.
  public enum RuptureCourse: String, CaseIterable, Sendable {
    /// One opens.
    case opens
    /// One that was open is over.
    case repaired
    /// None is open at any time.
    case none
  }

  /// How a test went.
  public struct Result: Sendable {
    /// The vignette's full name.
    public var vignette: String
    /// What was played.
    public var test: PackTest
    /// The expectations that were not met: what was expected, and what happened.
    public var failures: [Diagnostic]

    /// Creates a result.
    public init(vignette: String, test: PackTest, failures: [Diagnostic]) {
      self.vignette = vignette
      self.test = test
      self.failures = failures
    }
  }
}

extension PackTest {
  /// Reads the tests in a pack's files.
  ///
  /// - Parameters:
  ///   - files: The pack's files.
  ///   - pack: What has been read of them. Of the tests of a vignette that is not in it because of
  ///     faults, the form alone is looked at.
  /// - Returns: The tests of each vignette that has some.
  /// - Throws: `DiagnosticList` with everything that is wrong in them.
  public static func all(in files: [PackFile], of pack: Pack) throws(DiagnosticList)
    -> [(vignette: Vignette, tests: [PackTest])]
  {
    var found: [(Vignette, [PackTest])] = []
    var diagnostics: [Diagnostic] = []
    for file in files {
      if file.path == "tests", case .failure(let faults) = file.content {
        diagnostics += faults.diagnostics
      }
      guard case .tests(let id) = file.role else { continue }
      let vignette = pack.vignettes.first { $0.id == id }
      guard vignette != nil || files.contains(where: { $0.role == .vignette(id) }) else {
        let names = pack.vignettes.map(\.id)
        diagnostics.append(
          Diagnostic(
            .error, "no-vignette", at: Location(file: file.label),
            "there is no vignette '\(id)' to test",
            mend: NearName.hint(id, in: names) ?? "name the file after its vignette"))
        continue
      }
      do {
        let tests = try read(file.text(), of: vignette, file: file.label)
        if let vignette { found.append((vignette, tests)) }
      } catch {
        diagnostics += error.diagnostics
      }
    }
    if !diagnostics.isEmpty { throw DiagnosticList(diagnostics) }
    return found
  }

  /// Reads the tests of a vignette from YAML; without one, what they say of it is not looked at.
  ///
  /// - Throws: `DiagnosticList` with everything that is wrong.
  static func read(_ text: String, of vignette: Vignette?, file: String) throws(DiagnosticList)
    -> [PackTest]
  {
    var reader = FormReader(file: file)
    var tests: [PackTest] = []
    if let form = reader.root(text, name: "the file of tests", keys: FormKeys.tests) {
      reader.checkFormat(form)
      let spoken = vignette.map(SpokenText.init)
      for node in reader.list("tests", in: form) {
        if let test = reader.test(node, of: vignette, spoken) { tests.append(test) }
      }
    }
    try reader.finish()
    return tests
  }
}
