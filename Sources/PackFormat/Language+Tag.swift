import Foundation
import Scenarios

extension Language {
  /// Whether a text has the form of a language tag: 'en', 'pt-BR', 'zh-Hant' (BCP 47).
  static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...8).contains(first.count),
      first.allSatisfy({ $0.isASCII && $0.isLetter })
    else { return false }
    return parts.dropFirst().allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
  }

  /// Whether a language tag begins with the code of a language (ISO 639).
  static func isKnown(_ tag: String) -> Bool {
    let code = tag.lowercased().prefix { $0 != "-" }
    return Locale.LanguageCode(String(code)).isISOLanguage
  }
}
