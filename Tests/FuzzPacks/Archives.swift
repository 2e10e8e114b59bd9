import Packs
import Repeatable
import TestSupport

/// Archives that went wrong.
enum Archives {
  /// An archive of these files after a few changes, in a header more often than elsewhere, and with
  /// headers that check out more often than not.
  static func mutant(of files: [(String, String)], _ g: inout Seeded) -> [UInt8] {
    var writer = TarWriter()
    var headers: [Int] = []
    var length = 0
    for (path, text) in files {
      let bytes = Array(text.utf8)
      headers.append(length)
      length += 512 + (bytes.count + 511) / 512 * 512
      writer.add("pack/\(path)", bytes)
    }
    var tar = writer.finish()
    for _ in 0..<Int.random(in: 1...4, using: &g) {
      let header = headers.randomElement(using: &g) ?? 0
      let inHeader = g.next() % 4 > 0
      let at = inHeader ? header + Int(g.next() % 512) : Int.random(in: tar.indices, using: &g)
      tar[at] = g.next() % 3 == 0 ? interesting(&g) : UInt8(truncatingIfNeeded: g.next())
      if inHeader, g.next() % 4 > 0 { sum(header, in: &tar) }
    }
    if g.next() % 16 == 0 { tar.removeLast(Int(g.next() % UInt64(tar.count))) }
    var packed = Gzip.compress(tar)
    if g.next() % 4 == 0 {
      packed[Int.random(in: packed.indices, using: &g)] = UInt8(truncatingIfNeeded: g.next())
    }
    if g.next() % 16 == 0 { packed.removeLast(Int(g.next() % UInt64(packed.count))) }
    return packed
  }

  /// A byte that means something in a header.
  private static func interesting(_ g: inout Seeded) -> UInt8 {
    Array("\0/.-0157xgLKS \\~".utf8).randomElement(using: &g) ?? 0
  }

  /// Writes a header's checksum anew.
  private static func sum(_ header: Int, in tar: inout [UInt8]) {
    let field = header + 148
    tar.replaceSubrange(field..<(field + 8), with: [UInt8](repeating: 0x20, count: 8))
    let sum = tar[header..<(header + 512)].reduce(0) { $0 + Int($1) }
    let digits = String(sum, radix: 8)
    let text = String(repeating: "0", count: 6 - digits.count) + digits + "\0"
    tar.replaceSubrange(field..<(field + 7), with: text.utf8)
  }
}
