/// The folder that all sessions of a list lie in: it is told once, and not in every row.
public struct CommonFolder: Hashable, Sendable {
  /// The folder, with the stroke at its end; empty where there is none.
  let path: String

  /// No folder.
  public static let none = CommonFolder(of: [])

  /// The folder that these files lie in.
  public init(of files: [String]) {
    let folders = files.map { file in
      file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    }
    var common = folders.first ?? []
    for folder in folders {
      common = common.prefix(zip(common, folder).prefix { $0 == $1 }.count)
    }
    path = common.map { $0 + "/" }.joined()
  }

  /// What is told of a session's name in a row.
  func rest(of session: String) -> String {
    session.hasPrefix(path) ? String(session.dropFirst(path.count)) : session
  }

  /// What is told of a trainee's folder in a row: `.` for the common one itself.
  func rest(ofTrainee trainee: String) -> String {
    let rest = rest(of: trainee + "/").dropLast()
    return rest.isEmpty ? "." : String(rest)
  }

  /// What is told of it in the heading of a column of names; nothing where there is none.
  var heading: String { path.isEmpty ? "" : ", in \(shown(path, .max))" }
}
