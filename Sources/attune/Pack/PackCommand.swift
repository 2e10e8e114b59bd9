import ArgumentParser

struct PackCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Write, check, try and share packs of vignettes.",
    subcommands: [
      PackNew.self, PackLint.self, PackShow.self, PackGraph.self, PackSimulate.self,
      PackTestCommand.self, PackInstall.self, PackList.self, PackRemove.self, PackExport.self,
    ])
}
