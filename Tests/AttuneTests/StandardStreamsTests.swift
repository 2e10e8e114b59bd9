import Foundation
import Testing

/// Standard streams that are full, closed or read by nobody any more.
struct StandardStreamsTests {
  let program: Program

  init() throws {
    program = try Program()
  }

  @Test(
    "Where standard error cannot be written, the work goes on without it",
    arguments: ["/dev/full", "&-"])
  func standardError(place: String) throws {
    defer { program.remove() }
    let records = #"{"id":1,"text":"You came."}"# + "\nbroken\n" + #"{"id":2,"text":"And now?"}"#
    _ = try program.write(records, to: "records.ndjson")
    let missing = try program.shell(#""$ATTUNE" score nofile 2>\#(place)"#)
    #expect(missing.status == 66)
    let scored = try program.shell(
      #""$ATTUNE" score --format ndjson -o scores.ndjson records.ndjson 2>\#(place)"#)
    #expect(scored.status == 65)
    let scores = program.home.appendingPathComponent("scores.ndjson")
    let lines = try String(contentsOf: scores, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2 && lines.allSatisfy { $0.hasPrefix("{") })
  }

  @Test("A server whose standard error is full listens all the same")
  func server() throws {
    defer { program.remove() }
    let result = try program.shell(
      """
      "$ATTUNE" serve --listen unix:s 2>/dev/full & server=$!
      for i in $(seq 600); do [ -S s ] && break; sleep 0.1; done
      echo "You came." | "$ATTUNE" practice maya --connect unix:s
      kill $server && wait $server
      """)
    #expect(result.status == 0)
    #expect(result.told.contains("Session summary"))
  }

  @Test("Output that is lost is a failure, whatever the command")
  func lostOutput() throws {
    defer { program.remove() }
    _ = try program.run("pack", "new", "grief")
    _ = try program.write("Client: I am late.\nTherapist: You came.\n", to: "talk.txt")
    _ = try program.write(
      #"{"client":"It is gone.","text":"Gone.","theme":"t","codes":{}}"# + "\n",
      to: "coded/replies.ndjson")
    let commands = [
      "pack list", "pack list --format json", "pack lint grief", "pack lint --format json grief",
      "pack new loss", "pack export grief", "pack test grief", "pack show foundations/maya",
      "pack graph foundations/maya", "pack simulate foundations/maya --sessions 1 --turns 1",
      "pack install grief", "pack remove grief", "model info", "practice maya", "score talk.txt",
      "replay talk.txt", "model examples --corpus coded",
    ]
    for command in commands {
      let result = try program.shell(#""$ATTUNE" \#(command) </dev/null >/dev/full"#)
      #expect(result.status == 74, "\(command)")
      // What lint finds in the skeleton is told besides.
      #expect(
        result.told.hasSuffix("attune: cannot write: No space left on device\n"), "\(command)")
    }
    let closed = try program.shell(#""$ATTUNE" pack list >&-"#)
    #expect(closed.status == 74)
    #expect(closed.told == "attune: cannot write: Bad file descriptor\n")
  }

  @Test(
    "A reader that has seen enough is told nothing, and the exit code is that of SIGPIPE",
    arguments: [
      "score --format ndjson records.ndjson", "pack list", "practice maya", "replay long",
    ])
  func closedPipe(command: String) throws {
    defer { program.remove() }
    let records = (1...500).map { #"{"id":\#($0),"text":"You came."}"# + "\n" }.joined()
    _ = try program.write(records, to: "records.ndjson")
    let talk = String(repeating: "Client: I am late.\nTherapist: You came.\n", count: 1000)
    _ = try program.write(talk, to: "long")
    let result = try program.shell(
      #"(sleep 0.5; "$ATTUNE" \#(command) </dev/null; echo $? >code) | true; cat code"#)
    #expect(result.told == "141\n")
    // To a server a client that hangs up is one that is done.
    let served = try program.shell(
      #"(sleep 0.5; echo HELP | "$ATTUNE" serve --stdio; echo $? >code) | true; cat code"#)
    #expect(served.told == "0\n")
  }
}
