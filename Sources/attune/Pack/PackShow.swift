import ArgumentParser
import Reports

struct PackShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a vignette as a sheet to read.",
    discussion: """
        attune pack show foundations/maya
      """)

  @Argument(help: "The vignette, as PACK/VIGNETTE.")
  var vignette: String

  @OptionGroup var packs: PackOptions

  func run() throws {
    try reportingFailures {
      var sheet = ""
      VignetteSheet(try packs.find(vignette)).write(into: &sheet)
      try put(sheet, terminator: "")
    }
  }
}
