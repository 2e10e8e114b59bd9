import Diagnostics
import Files
import Foundation
import Scoring
import Testing

@Suite("The files that arguments name")
struct NamedFilesTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// Makes files in the folder, and the folders that they lie in.
  private func make(_ names: String...) throws {
    for name in names {
      let url = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data("C: Hi.\n".utf8).write(to: url)
    }
  }

  /// What names in the folder stand for.
  private func files(_ names: String..., besides written: [FileIdentity] = []) -> NamedFiles {
    NamedFiles(names.map(folder.path), besides: written)
  }

  /// A path or a message without the folder's own path.
  private func short(_ text: String) -> String {
    text.replacingOccurrences(of: folder.url.path + "/", with: "")
  }

  private func messages(_ faults: [Diagnostic]) -> [String] {
    faults.map { short($0.description) }
  }

  @Test("Nothing and - stand for standard input, which has a name for people")
  func standardInput() {
    #expect(NamedFiles([]).paths == ["-"])
    #expect(NamedFiles(["-"]).paths == ["-"])
    #expect(NamedFiles.name("-") == "standard input" && NamedFiles.name("a\tb") == "a\tb")
    #expect(NamedFiles.shown("a\tb") == "a?b")
  }

  @Test("A folder stands for the transcripts in it and within, by their bytes; hidden ones are not")
  func folders() throws {
    try make("b.txt", "a/z.txt", "a/B.TXT", ".hidden.txt", "a/.git/c.txt", "c.csv.gz", "notes.md")
    try FileManager.default.createSymbolicLink(
      at: folder.url.appendingPathComponent("loop.txt"), withDestinationURL: folder.url)
    let found = NamedFiles([folder.url.path])
    #expect(found.paths.map(short) == ["a/B.TXT", "a/z.txt", "b.txt", "c.csv.gz"])
    #expect(found.missing.isEmpty && found.repetition("read once") == nil)
    #expect(found.passedOver.map(\.rule) == ["passed-over"])
  }

  @Test("A pattern that the shell left alone is expanded in order; a file of that name comes first")
  func patterns() throws {
    try make("s2.txt", "s10.txt", "s1.txt", "other.txt", "odd[1].txt", "odd1.txt")
    let found = files("s*.txt", "odd[1].txt")
    #expect(found.paths.map(short) == ["s1.txt", "s10.txt", "s2.txt", "odd[1].txt"])
  }

  @Test("A file that is named again is there once, where it was named first, and that is told")
  func again() throws {
    try make("talks/a.txt", "talks/b.txt")
    let found = files("talks/b.txt", "talks", "talks/../talks/a.txt", "talks/*")
    #expect(found.paths.map(short) == ["talks/b.txt", "talks/a.txt"])
    let told = found.repetition("scored once").map { short($0.description) }
    let words = "the file is named more than once, and 3 more; scored once"
    #expect(told?.contains("talks/b.txt: warning: \(words)") == true, "\(told ?? "")")
  }

  @Test("What stands for nothing is told with the reason and what may be meant")
  func missing() throws {
    try make("a.txt", "empty/.hidden")
    let found = files("empty", "x*.csv", "b.txt", "a.txt", "a.txt/in.txt")
    #expect(found.paths.map(short) == ["a.txt"])
    let told = messages(found.missing)
    let reasons = [
      "empty: error: no transcripts are in this folder (.csv, ", "x*.csv: error: matches no file",
      "b.txt: error: cannot be read: No such file or directory; did you mean ",
      "a.txt/in.txt: error: cannot be read: Not a directory",
    ]
    #expect(told.count == reasons.count, "\(told)")
    for (fault, reason) in zip(told, reasons) { #expect(fault.hasPrefix(reason), "\(fault)") }
  }

  @Test("Files that are passed over are told by folder, but not the run's own and unfinished ones")
  func passedOver() throws {
    try make(
      "class/s.txt", "class/a.docx", "class/b.docx", "class/c.docx", "class/d.docx",
      "class/page.html", "class/old.csv.part", "class/old.csv.part.journal")
    let page = try #require(FileIdentity(regular: folder.path("class/page.html")))
    let told = messages(files("class", "class/d.docx", besides: [page]).passedOver)
    #expect(told.count == 1)
    let words = "passed over for want of a transcript's ending: "
    let names = "class/a.docx, class/b.docx, class/c.docx; to have one read"
    #expect(told.first?.contains("class: warning: \(words)\(names)") == true, "\(told)")
    let more = messages(files("class", besides: [page]).passedOver)
    #expect(more.first?.contains("class/c.docx, and 1 more;") == true, "\(more)")
  }

  @Test("The name of a session's file is enough where one file alone has it")
  func session() throws {
    try make("a/talks.csv", "b/talks.csv", "b/more #2.csv")
    let found = files("a", "b")
    for (name, whole) in [
      ("more #2.csv", "b/more #2.csv"), ("more #2.csv#7", "b/more #2.csv#7"),
      ("a/talks.csv#2", "a/talks.csv#2"), ("talks.csv#2", "talks.csv#2"), ("none#1", "none#1"),
    ] {
      #expect(short(found.session(name)) == whole)
    }
    let whole = folder.path("b/talks.csv#1")
    #expect(found.session(whole) == whole)
  }
}
