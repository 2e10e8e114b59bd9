import Diagnostics
import Files

extension PackLoader {
  /// Maximum length of a pack's or a vignette's name in bytes. A session is named after its vignette,
  /// with its seed and a suffix behind it, and such a name has to be one that `SessionStore` takes.
  public static let maxNameLength = 60

  /// What is wrong with a pack's vignettes before they are read: how many there are, and what they and
  /// the pack are called.
  static func faults(of vignettes: [(id: String, file: PackFile)], label: String, name: String)
    -> [Diagnostic]
  {
    var faults: [Diagnostic] = []
    if vignettes.count > maxVignettes {
      faults.append(
        Diagnostic(
          .error, "too-many", at: Location(file: label),
          "the pack holds more than \(maxVignettes) vignettes", mend: "split it"))
    }
    faults += faultyNames([(name, label)] + vignettes.map { ($0.id, $0.file.label) })
    // Some file systems ignore case.
    var seen: [String: String] = [:]
    for (id, file) in vignettes {
      guard let first = seen[id.lowercased()] else {
        seen[id.lowercased()] = file.path
        continue
      }
      faults.append(
        Diagnostic(
          .error, "name", at: Location(file: file.label),
          "a second vignette '\(id)'; the first is \(first)",
          mend: "give one of the files another name, which differs in more than case"))
    }
    return faults
  }

  /// The names of a pack's folder and of a vignette's file are used on command lines and in the
  /// line protocol, so they are plain.
  private static func faultyNames(_ names: [(name: String, label: String)]) -> [Diagnostic] {
    names.compactMap { name, label in
      if isName(name) { return nil }
      return Diagnostic(
        .error, "name", at: Location(file: label),
        "'\(name)' cannot be the name of a pack or a vignette",
        mend: nameMend)
    }
  }

  /// The form of a name, for messages.
  static let nameMend =
    "name it with letters a to z, digits, hyphens, underscores and dots, the first no hyphen or dot, "
    + "\(maxNameLength) at most"

  /// Whether a name can be that of a pack or a vignette. A hyphen at its beginning would make an
  /// option of it.
  public static func isName(_ name: String) -> Bool {
    !name.hasPrefix("-") && PlainName.isValid(name, most: maxNameLength)
  }
}
