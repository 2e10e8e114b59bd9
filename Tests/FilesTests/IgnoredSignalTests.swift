import Files
import Foundation
import Testing

@Suite("Signals that are ignored")
struct IgnoredSignalTests {
  @Test("A signal is ignored where that is its action, not where it has a handler or none")
  func ignored() {
    // Nothing else in the tests heeds this one.
    let number = SIGUSR2
    let handler: @convention(c) (Int32) -> Void = { _ in }
    defer { signal(number, SIG_DFL) }
    signal(number, SIG_DFL)
    #expect(!isIgnored(number))
    signal(number, SIG_IGN)
    #expect(isIgnored(number))
    signal(number, handler)
    #expect(!isIgnored(number))
  }

  @Test("What is no signal is not ignored", arguments: [-1, 0, 1000])
  func noSignal(number: Int32) {
    #expect(!isIgnored(number))
  }
}
