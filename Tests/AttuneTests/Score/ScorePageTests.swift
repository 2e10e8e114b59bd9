import Foundation
import Testing

/// A browser that runs without a window, where one is installed.
enum Browser {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Opens a page from disk and does with it what the arguments say.
  static func open(_ page: URL, _ arguments: [String], in folder: URL) throws -> (
    output: String, log: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.appendingPathComponent("browser").path)",
        "--enable-logging=stderr",
      ] + arguments + [page.absoluteString]
    let names = ["dom.html", "log.txt"].map { folder.appendingPathComponent($0) }
    for name in names { try Data().write(to: name) }
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (texts[0], texts[1])
  }
}

/// The page of scores, as a browser shows it.
struct ScorePageTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  private func page(_ transcript: String, _ name: String) throws -> URL {
    let path = try program.write(transcript, to: name)
    let result = try program.run("score", "--format", "html", path)
    #expect(result.status == 0, "\(result.errors)")
    return URL(fileURLWithPath: try program.write(result.output, to: "page.html"))
  }

  /// The elements of a page that a browser has built, by name.
  private func elements(_ dom: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for tag in dom.matches(of: /<([a-zA-Z][a-zA-Z0-9]*)/) {
      counts[String(tag.1).lowercased(), default: 0] += 1
    }
    return counts
  }

  @Test(
    "A browser builds the same elements whatever strangers wrote, and finds nothing to complain of",
    .enabled(if: Browser.path != nil, "no Chromium is installed"))
  func hostile() throws {
    defer { program.remove() }
    func talk(_ text: String) -> String { "C: Hi \(text)\nT: You came \(text)\nC: Bye \(text)\n" }
    let hostile = """
      </p></details><script>document.title='x'</script><img src=x onerror="document.title='x'">\
      <svg onload=alert(1)> " onmouseover="alert(1) \u{202E} \u{7} <!-- ]]> {{summary}}
      """
    let plain = try Browser.open(
      page(talk("there"), "plain.txt"), ["--dump-dom"], in: program.home)
    let opened = try Browser.open(
      page(talk(hostile), "hostile.txt"), ["--dump-dom"], in: program.home)
    let counts = elements(opened.output)
    #expect(counts["details"] == 1 && counts["svg"] == 6 && counts["table"] == 1)
    #expect(counts["script"] == nil && counts["img"] == nil)
    // Marks, bars and their labels follow the grades, which are not the same.
    let graded: Set = ["mark", "span", "rect", "text"]
    #expect(
      counts.filter { !graded.contains($0.key) }
        == elements(plain.output).filter { !graded.contains($0.key) })
    #expect(opened.output.contains("<title>Graded sessions</title>"))
    #expect(opened.output.contains("&lt;img src=x onerror="))
    for log in [plain.log, opened.log] { #expect(!log.contains("CONSOLE"), "\(log)") }
  }

  @Test(
    "The page prints, each transcript on a page of its own",
    .enabled(if: Browser.path != nil, "no Chromium is installed"))
  func prints() throws {
    defer { program.remove() }
    let folder = Program.root.appendingPathComponent("Transcripts")
    let result = try program.run("score", "--format", "html", folder.path)
    #expect(result.status == 0)
    let page = URL(fileURLWithPath: try program.write(result.output, to: "page.html"))
    let paper = program.home.appendingPathComponent("page.pdf")
    _ = try Browser.open(page, ["--print-to-pdf=\(paper.path)"], in: program.home)
    let pdf = String(decoding: try Data(contentsOf: paper), as: UTF8.self)
    #expect(pdf.hasPrefix("%PDF-"))
    let pages = pdf.matches(of: /\/Type\s*\/Page\b/).count
    #expect(pages > SavedTranscriptsTests.files.count, "\(pages) pages")
  }
}
