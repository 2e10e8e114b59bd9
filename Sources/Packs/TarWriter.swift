/// Writes tar archives (POSIX ustar) in which nothing depends on who makes them, where and when.
package struct TarWriter {
  /// The archive so far.
  private(set) var bytes: [UInt8] = []

  /// An empty archive.
  package init() {}

  /// Adds a regular file; the path holds at most 100 bytes.
  package mutating func add(_ path: String, _ content: [UInt8]) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      header.replaceSubrange(offset..<(offset + text.utf8.count), with: text.utf8)
    }
    func octal(_ number: Int, digits: Int) -> String {
      let text = String(number, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(path, at: 0)
    put("0000644", at: 100)
    put("0000000", at: 108)
    put("0000000", at: 116)
    put(octal(content.count, digits: 11), at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar", at: 257)
    put("00", at: 263)
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6), at: 148)
    header[154] = 0
    bytes += header + content
    bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// Ends the archive.
  package consuming func finish() -> [UInt8] { bytes + [UInt8](repeating: 0, count: 1024) }
}
