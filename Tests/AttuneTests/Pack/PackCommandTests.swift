import Files
import Foundation
import Testing

/// An instructor's tools.
struct PackCommandTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test(
    "A new pack plays, and lint finds nothing in it but that it is to be written over",
    arguments: [
      ("Sam", "sam"), ("Zoë \"Z\" O'Neill", "zoe-z-o-neill"), ("李", "li"), ("José", "jose"),
      ("Ön: x", "on-x"), ("Pack", "client"), ("?", "client"),
      (String(repeating: "Łu", count: 200), String(repeating: "lu", count: 30)),
    ])
  func new(name: String, id: String) throws {
    defer { program.remove() }
    let made = try program.run("pack", "new", "mine", "--name", name)
    #expect(made.status == 0)
    #expect(made.output.contains("  attune practice mine/\(id) --pack mine\n"))
    let linted = try program.run("pack", "lint", "mine")
    #expect(linted.status == 0)
    let faults = linted.output.split(separator: "\n").filter { $0.contains(": warning: ") }
    #expect(faults.count == 2 && faults.allSatisfy { $0.hasSuffix(" [skeleton]") })
    let command = try #require(made.output.split(separator: "\n").first { $0.contains("practice") })
    let arguments = command.split(separator: " ").dropFirst().map(String.init)
    let played = try program.run(arguments, input: Data("Hello.\nWhat happened?\n".utf8))
    #expect(played.status == 0)
    #expect(played.output.contains("replies                       2"))
    for schema in ["pack", "vignette", "tests"] {
      let path = program.home.appendingPathComponent("mine/schemas/\(schema).json").path
      #expect(FileManager.default.fileExists(atPath: path))
    }
    let again = try program.run("pack", "new", "mine")
    #expect(again.status == 73)
    #expect(again.errors.contains("is there already; choose another folder, or name a client"))
  }

  @Test(
    "A folder without a pack is told, whether or not a client is named",
    arguments: [[], ["--name", "Ada"]])
  func noPack(name: [String]) throws {
    defer { program.remove() }
    let folder = program.home.appendingPathComponent("mine")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    let made = try program.run(["pack", "new", "mine"] + name)
    #expect(made.status == 73)
    #expect(
      made.errors.contains("'mine' is there already and holds no pack; choose another folder"))
  }

  @Test("A second client is added to a pack, and nothing that is there is written over")
  func secondClient() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    try program.edit("mine/sam.yaml", "Topic 1", "The phone")
    let path = program.home.appendingPathComponent("mine/sam.yaml")
    let sam = try String(contentsOf: path, encoding: .utf8)
    let added = try program.run("pack", "new", "mine", "--name", "Ben")
    #expect(added.status == 0, "\(added.errors)")
    #expect(
      added.output.hasPrefix(
        "mine/ben.yaml is made. Play it, then write over it:\n  attune practice mine/ben --pack mine\n"
      ))
    let tested = try program.run("pack", "test", "mine")
    #expect(tested.output.hasSuffix("2 tests, all met\n"))
    for name in ["Sam", "ben"] {
      let again = try program.run("pack", "new", "mine", "--name", name)
      #expect(again.status == 73)
      #expect(
        again.errors
          == "attune: 'mine/\(name.lowercased()).yaml' is there already; give the client another name\n"
      )
    }
    #expect(try String(contentsOf: path, encoding: .utf8) == sam)
    try FileManager.default.removeItem(at: program.home.appendingPathComponent("mine/pack.yaml"))
    #expect(try program.run("pack", "new", "mine", "--name", "Eve").status == 73)
  }

  @Test("lint tells the faults of a vignette and of its tests at once")
  func lintAll() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    for (name, old, new) in [
      ("sam.yaml", "attachment: secure", "attachment: sekure"),
      ("tests/sam.yaml", "bond: falls", "bond: fals"),
    ] {
      try program.edit("mine/\(name)", old, new)
    }
    let linted = try program.run("pack", "lint", "mine")
    #expect(linted.status == 65)
    let told = linted.output.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(told.count == 2)
    #expect(told.first?.contains("unknown attachment 'sekure'") == true)
    #expect(told.last?.contains("mine/tests/sam.yaml:12:16: error: unknown bond 'fals'") == true)
  }

  @Test(
    "A name that no pack or client can have is refused with the mend, and nothing is made",
    arguments: [
      (["my pack"], "'my pack' cannot be the name of a pack or a vignette; name it with letters"),
      ([".hid"], "'.hid' cannot be the name"),
      (["mine", "--name", ""], "'name' is empty; write something"),
      (["mine", "--name", "A\u{7}"], "the character U+0007 cannot stand in YAML; delete it"),
      (["foundations"], "a pack 'foundations' comes with Attune; choose another name"),
      (["Foundations"], "a pack 'Foundations' comes with Attune; choose another name"),
    ])
  func refusedName(arguments: [String], complaint: String) throws {
    defer { program.remove() }
    let result = try program.run(["pack", "new"] + arguments)
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("attune: \(complaint)"), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: program.home.path + "/" + arguments[0]))
  }

  @Test("What a new pack's author is told to type is quoted where a shell wants it")
  func quotedHints() throws {
    defer { program.remove() }
    let made = try program.run("pack", "new", "Ada's packs/mine")
    #expect(made.output.contains(#"  attune pack lint 'Ada'\''s packs/mine'"# + "\n"))
  }

  @Test(
    "A folder that is not there is told alike by whatever reads packs",
    arguments: [
      ["pack", "lint", "nosuch"], ["pack", "test", "nosuch"], ["practice", "--pack", "nosuch"],
      ["pack", "show", "x", "--pack", "nosuch"],
    ])
  func noFolder(arguments: [String]) throws {
    defer { program.remove() }
    let result = try program.run(arguments)
    #expect(result.status == 66)
    #expect(
      result.errors
        == "attune: there is no pack folder 'nosuch'; name one that holds a pack.yaml\n")
  }

  @Test(
    "Of a vignette that there is not, a pack that is named tells its own, and one that lies here how",
    arguments: [
      (["--pack", "mine"], "the pack 'mine' has 'sam'"),
      ([], "a pack lies here in the folder 'mine': add --pack mine"),
    ])
  func noVignette(arguments: [String], hint: String) throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    let result = try program.run(["pack", "simulate", "mine/nobody"] + arguments)
    #expect(result.status == 66)
    #expect(result.errors == "attune: no vignette 'mine/nobody'; \(hint)\n")
  }

  @Test("lint tells every fault with its place, shows the line and marks it")
  func lintErrors() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    let path = program.home.appendingPathComponent("mine/sam.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
      .replacing("attachment: secure", with: "attachment: sekure")
      .replacing("title: \"Topic 2\"", with: "titel: \"Topic 2\"")
    try Data(text.utf8).write(to: path)
    let result = try program.run("pack", "lint", "mine")
    #expect(result.status == 65)
    #expect(result.output.contains("unknown attachment 'sekure'; did you mean 'secure'?"))
    #expect(result.output.contains("unknown key 'titel' in a topic; did you mean 'title'?"))
    #expect(result.output.contains("    titel: \"Topic 2\"\n      ^"))
    let json = try program.run("pack", "lint", "mine", "--format", "json")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(rows?.count == 2)
    #expect(rows?.allSatisfy { $0["line"] is Int && $0["column"] is Int } == true)
    let sarif = try program.run("pack", "lint", "mine", "--format", "sarif")
    let log = try JSONSerialization.jsonObject(with: Data(sarif.output.utf8)) as? [String: Any]
    #expect(log?["version"] as? String == "2.1.0")
  }

  @Test("The packs that come with Attune have no fault", arguments: shippedPacks)
  func shipped(pack: String) throws {
    defer { program.remove() }
    let folder = Program.root.appendingPathComponent("Scenarios/\(pack)").path
    let result = try program.run("pack", "lint", folder)
    #expect(result.status == 0)
    #expect(result.output.contains("no problems found"), "\(result.output)")
  }

  @Test("The packs that come with Attune do what their authors expect", arguments: shippedPacks)
  func shippedTests(pack: String) throws {
    defer { program.remove() }
    let folder = Program.root.appendingPathComponent("Scenarios/\(pack)")
    let result = try program.run("pack", "test", folder.path)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.hasSuffix(", all met\n"))
    let vignettes = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".yaml") && $0 != "pack.yaml" }
    for vignette in vignettes {
      #expect(result.output.contains("\(pack)/\(vignette.dropLast(5)): "), "\(vignette)")
    }
  }

  @Test("An expectation that is not met is told with its place, and the exit code says so")
  func failedTest() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    #expect(try program.run("pack", "test", "mine").status == 0)
    try program.edit("mine/tests/sam.yaml", "{bond: falls, reply: 2}", "{bond: rises, reply: 2}")
    let result = try program.run("pack", "test", "mine")
    #expect(result.status == 1)
    #expect(
      result.output.hasPrefix(
        "failed  mine/sam: Blame hurts, and owning it helps\n"
          + "mine/tests/sam.yaml:12:9: error: expected the bond to rise at reply 2; it went from "))
    #expect(result.output.contains("        - {bond: rises, reply: 2}\n          ^\n"))
    #expect(result.output.hasSuffix("1 test, 1 failed\n"))
    let json = try program.run("pack", "test", "mine", "--format", "json")
    let log = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect(json.status == 1)
    #expect(log?["failed"] as? Int == 1)
    let tests = try #require(log?["tests"] as? [[String: Any]])
    let failures = try #require(tests.first?["failures"] as? [[String: Any]])
    #expect(failures.first?["line"] as? Int == 12)
  }

  @Test(
    "Nothing that a hostile pack holds steers the screen", arguments: ["lint", "test", "install"])
  func steering(command: String) throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    let path = program.home.appendingPathComponent("mine/sam.yaml")
    let yaml = try String(contentsOf: path, encoding: .utf8)
    let evil = yaml.replacing("attachment: secure", with: #"attachment: "\e[2Jsecure\u202E""#)
    try Data((#""ti\e]0;x\atle": x"# + "\n" + evil).utf8).write(to: path)
    let odd = program.home.appendingPathComponent("mine/tests/a\u{1B}[31m.yaml")
    try Data("format: 1\n".utf8).write(to: odd)
    let result = try program.run("pack", command, "mine")
    #expect(result.status == 65)
    let told = result.output + result.errors
    #expect(told.contains("unknown key 'ti?]0;x?tle'"))
    let steering = told.unicodeScalars.filter {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
    }
    #expect(steering.isEmpty)
  }

  @Test("A pack without tests says where they would stand")
  func noTests() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    try FileManager.default.removeItem(at: program.home.appendingPathComponent("mine/tests"))
    let result = try program.run("pack", "test", "mine")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("no tests; write what you expect"))
  }

  @Test("A fault in a test is told by test and lint alike")
  func brokenTest() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    try program.edit("mine/tests/sam.yaml", "bond: falls", "bond: fals")
    let fault = "mine/tests/sam.yaml:12:16: error: unknown bond 'fals'; did you mean 'falls'?"
    let tested = try program.run("pack", "test", "mine")
    #expect(tested.status == 65)
    #expect(tested.errors.contains(fault), "\(tested.errors)")
    let linted = try program.run("pack", "lint", "mine")
    #expect(linted.status == 65)
    #expect(linted.output.contains(fault))
  }

  @Test(
    "A pack in another language plays, and the trainee is told how it is graded",
    arguments: [("de", "Ich weiß nicht, wo ich anfangen soll."), ("ja", "何から話せばいいか、わかりません。")])
  func otherLanguage(tag: String, opening: String) throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "mine", "--name", "Sam")
    for (name, old, new) in [
      ("pack.yaml", "language: en", "language: \(tag)"),
      ("sam.yaml", "Write here what the client says first.", opening),
    ] {
      try program.edit("mine/\(name)", old, new)
    }
    #expect(try program.run("pack", "lint", "mine").status == 0)
    let replies = "Erzählen Sie mir mehr?\n話してください。\n"
    let played = try program.run("practice", "mine/sam", "--pack", "mine", input: replies)
    #expect(played.status == 0)
    let told = played.output.replacing("\n  ", with: " ")
    #expect(
      told.contains("Sam speaks another language than English (\(tag)). Replies are graded as"))
    #expect(told.contains(opening))
    #expect(told.contains("replies                       2"))
    let english = try program.run("practice", "foundations/maya", input: "Hello.\n")
    #expect(!english.output.contains("graded as English"))
  }

  @Test("simulate's numbers are the same on one core as on all")
  func cores() throws {
    defer { program.remove() }
    let arguments = ["pack", "simulate", "maya", "--sessions", "100", "--turns", "3"]
    let all = try program.run(arguments)
    let one = Process()
    let output = Pipe()
    one.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    one.arguments = ["taskset", "-c", "0", Program.executable.path] + arguments
    one.environment = program.environment
    one.standardOutput = output
    try one.run()
    let told = try output.fileHandleForReading.readToEnd() ?? Data()
    one.waitUntilExit()
    // A system without taskset has its own way of holding a program to one core.
    try #require(one.terminationStatus == 0 || one.terminationStatus == 127)
    if one.terminationStatus == 0 { #expect(String(decoding: told, as: UTF8.self) == all.output) }
  }

  static let shippedPacks =
    ((try? FileManager.default.contentsOfDirectory(
      atPath: Program.root.appendingPathComponent("Scenarios").path)) ?? []).sorted()

  @Test("simulate gives the same numbers each time, and a picture")
  func simulate() throws {
    defer { program.remove() }
    let arguments = ["pack", "simulate", "maya", "--sessions", "10", "--svg", "maya.svg"]
    let first = try program.run(arguments)
    let second = try program.run(arguments)
    #expect(first.status == 0)
    #expect(first.output == second.output)
    for name in ["skilled", "novice", "judgmental"] { #expect(first.output.contains(name)) }
    let picture = program.home.appendingPathComponent("maya.svg")
    let svg = try String(contentsOf: picture, encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>\n"))
    #expect(svg.components(separatedBy: "<polyline").count - 1 == 11)
  }

  @Test("simulate shows how far it is on a terminal that can draw, and wipes that away")
  func progress() throws {
    defer { program.remove() }
    for (terminal, isShown) in [("xterm", true), ("dumb", false)] {
      var program = program
      program.environment["TERM"] = terminal
      let pty = try Pty(program, ["pack", "simulate", "maya", "--sessions", "20", "--turns", "2"])
      try pty.expect("lines were said.")
      #expect(pty.finish() == 0)
      #expect(pty.seen.contains("sessions  ") == isShown)
      #expect(pty.seen.contains("\u{1B}[K") == isShown)
      #expect(pty.seen.contains("trainee                 trust"))
    }
  }

  @Test("simulate names a picture that cannot be written, and why, before it plays anything")
  func unwritable() throws {
    defer { program.remove() }
    #expect(mkfifo(program.home.appendingPathComponent("pipe").path, 0o600) == 0)
    for (picture, told) in [
      ("none/maya.svg", "cannot create none/maya.svg: there is no folder none; make it first"),
      ("pipe", "pipe is no regular file, so it cannot be replaced; name another place"),
    ] {
      let result = try program.run(
        "pack", "simulate", "maya", "--sessions", "1", "--turns", "1", "--svg", picture)
      #expect(result.status == 73)
      #expect(result.errors == "attune: \(told)\n")
      #expect(result.output.isEmpty)
    }
    let pipe = FileIdentity(regular: program.home.appendingPathComponent("pipe").path)
    #expect(pipe == nil, "the pipe is still one")
  }

  @Test("show and graph write a sheet and a drawing", arguments: ["dot", "mermaid"])
  func showAndGraph(format: String) throws {
    defer { program.remove() }
    let sheet = try program.run("pack", "show", "foundations/ruth")
    #expect(sheet.status == 0)
    #expect(sheet.output.hasPrefix("# Ruth"))
    let graph = try program.run("pack", "graph", "ruth", "--format", format)
    #expect(graph.status == 0)
    #expect(graph.output.hasPrefix(format == "dot" ? "digraph" : "flowchart"))
    let unknown = try program.run("pack", "show", "rut")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("/ruth'?"))
  }
}
