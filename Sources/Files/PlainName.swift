/// Names of packs, vignettes and sessions, which are names of files and words on command lines and in
/// the line protocol: nothing in them would need quoting there.
public enum PlainName {
  /// Whether a name is of letters a to z, digits, hyphens, underscores and dots, and of no more bytes
  /// than a number. A dot at its beginning would hide the file.
  public static func isValid(_ name: String, most limit: Int) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "."), name.utf8.count <= limit
    else { return false }
    return name.utf8.allSatisfy { byte in
      switch UnicodeScalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
      default: false
      }
    }
  }
}
