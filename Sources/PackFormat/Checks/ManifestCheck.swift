import Diagnostics
import Foundation
import Scenarios

extension Pack {
  /// What is unclear in a `pack.yaml` that loads.
  func checkManifest() -> [Diagnostic] {
    var found: [Diagnostic] = []
    func warning(_ rule: String, at key: String, _ message: String, mend: String) {
      found.append(Diagnostic(.warning, rule, at: places[key], message, mend: mend))
    }
    // Semantic Versioning 2.0.0: https://semver.org
    let semantic = #/[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.\-]+)?(\+[0-9A-Za-z.\-]+)?/#
    if version.wholeMatch(of: semantic) == nil {
      warning(
        "version", at: "version", "the version '\(version)' is not of the form 1.0.0",
        mend: "write three numbers with dots between them")
    }
    if !Language.isKnown(language) {
      warning(
        "language", at: "language", "'\(language)' begins with no language's code",
        mend: "write for example en, de or pt-BR")
    }
    if !Licence.isIdentifier(licence) {
      warning(
        "licence", at: "licence", "'\(licence)' is no SPDX identifier",
        mend: NearName.hint(licence, in: Licence.identifiers)
          ?? "write for example CC-BY-SA-4.0, or LicenseRef- and a name for terms of your own")
    }
    if title.contains(where: \.isNewline) {
      warning("one-line", at: "title", "the title has more than one line", mend: OneLineCheck.mend)
    }
    for (key, text) in [("title", title), ("summary", summary)]
    where CurlyQuotesCheck.isQuoted(text) {
      warning(
        "curly-quotes", at: key, "the quotation marks are a part of the \(key)",
        mend: CurlyQuotesCheck.mend)
    }
    if PackSkeleton.passages.contains(.heading(summary)) {
      warning(
        "skeleton", at: "summary", "the summary is as 'attune pack new' wrote it",
        mend: "write over it")
    }
    return found
  }
}
