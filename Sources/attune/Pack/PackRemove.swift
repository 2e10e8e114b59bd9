import ArgumentParser
import Packs

struct PackRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Remove an installed pack.",
    discussion: """
      Saved sessions stay, and 'attune replay' still shows them.

        attune pack remove grief
      """)

  @Argument(help: "The pack's name.")
  var name: String

  func run() throws {
    try reportingFailures {
      let store = Installation.current.packs
      if try !store.names().contains(name), Installation.current.isShipped(name) {
        throw Failure("the pack '\(name)' comes with Attune and stays with it", .dataError)
      }
      try store.remove(name)
      try put("\(name) is removed")
    }
  }
}
