import Diagnostics
import Scenarios

/// What is unclear in a `pack.yaml` that loads.
struct ManifestCheck {
  /// The warnings about a pack's own texts.
  func check(_ pack: Pack) -> [Diagnostic] {
    var found: [Diagnostic] = []
    func warning(_ rule: PackRule, at key: String, _ message: String, mend: String) {
      found.append(.warning(rule, at: pack.places[key], message, mend: mend))
    }
    if PackVersion(pack.version) == nil {
      warning(
        .version, at: "version", "the version '\(pack.version)' is not of the form 1.0.0",
        mend: "write three numbers with dots between them")
    }
    if !Language.isKnown(pack.language) {
      warning(
        .language, at: "language", "'\(pack.language)' begins with no language's code",
        mend: "write for example en, de or pt-BR")
    }
    if !Licence.isIdentifier(pack.licence) {
      warning(
        .licence, at: "licence", "'\(pack.licence)' is no SPDX identifier",
        mend: NearName.hint(pack.licence, in: Licence.identifiers)
          ?? "write for example CC-BY-SA-4.0, or LicenseRef- and a name for terms of your own")
    }
    if pack.title.contains(where: \.isNewline) {
      warning(.oneLine, at: "title", "the title has more than one line", mend: OneLineCheck.mend)
    }
    for (key, text) in [("title", pack.title), ("summary", pack.summary)] {
      if CurlyQuotesCheck.isQuoted(text) {
        warning(
          .curlyQuotes, at: key, "the quotation marks are a part of the \(key)",
          mend: CurlyQuotesCheck.mend)
      }
      if LoneQuoteCheck.isLone(in: text) {
        warning(
          .loneQuote, at: key, "the quotation mark at the end is a part of the \(key)",
          mend: LoneQuoteCheck.mend)
      }
    }
    if PackSkeleton.passages.contains(.heading(pack.summary)) {
      warning(
        .skeleton, at: "summary", "the summary is as 'attune pack new' wrote it",
        mend: "write over it")
    }
    return found
  }
}
