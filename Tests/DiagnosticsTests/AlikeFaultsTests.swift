import Diagnostics
import Testing

struct AlikeFaultsTests {
  @Test("Faults that say the same of one file are told once, at the first place, with their number")
  func once() {
    var faults = AlikeFaults()
    for (line, value) in [(2, "comlpex"), (3, "simpel"), (5, "comlpex"), (9, "comlpex")] {
      faults.add(
        Diagnostic(
          .error, "unknown-value", at: Location(file: "a.csv", line: line, column: 4),
          "no value '\(value)'", mend: "mend it"))
    }
    var told: [String] = []
    faults.tell { told.append($0.description) }
    #expect(
      told == [
        "a.csv:2:4: error: no value 'comlpex', and so in 2 more; mend it [unknown-value]",
        "a.csv:3:4: error: no value 'simpel'; mend it [unknown-value]",
      ])
  }
}
