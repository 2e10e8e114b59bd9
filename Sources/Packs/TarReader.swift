import Diagnostics

/// The part of the tar format (POSIX ustar) that a pack needs: regular files with short, plain
/// names in plain folders.
///
/// An archive comes from a stranger. Anything that a pack does not need is rejected: links, devices,
/// paths that lead elsewhere, and extensions that replace a name or a size that was checked.
package struct TarReader {
  /// An entry that is a regular file.
  package struct Entry: Hashable {
    /// The path as it stands in the archive, without `./` before it.
    package var path: String
    /// The content.
    package var bytes: [UInt8]
  }

  /// Why an archive is refused.
  package struct Fault: Error, Hashable {
    /// What is wrong, naming the entry.
    package var message: String

    init(_ message: String) { self.message = message }
  }

  /// The number of entries allowed, folders included.
  package static let maxEntries = 1000
  /// The number of components allowed in a path: a pack's folder, `tests`, a file.
  static let maxPathDepth = 3

  /// Reads an archive to its end.
  ///
  /// - Parameters:
  ///   - bytes: The archive.
  ///   - largest: The most bytes of a file.
  /// - Returns: Its regular files, in its order.
  /// - Throws: `Fault` with the reason why it is refused.
  package static func read(_ bytes: [UInt8], largest: Int) throws(Fault) -> [Entry] {
    var reader = TarReader(bytes: bytes[...])
    var files: [Entry] = []
    var seen: Set<String> = []
    var count = 0
    while let header = try reader.nextHeader() {
      count += 1
      if count > maxEntries { throw Fault("it holds more than \(maxEntries) entries") }
      let content = try reader.content(of: header, largest: largest)
      switch header.kind {
      case .extensions: try checkExtensions(content, before: header.name)
      case .folder: _ = try path(header.name)
      case .file:
        let path = try path(header.name)
        // Two names that differ in case alone are one file on some disks.
        guard seen.insert(path.lowercased()).inserted else {
          throw Fault("two entries are called '\(printable(path))', or differ in case alone")
        }
        files.append(Entry(path: path, bytes: content))
      }
    }
    return files
  }

  // MARK: - Headers

  private enum Kind {
    case file, folder, extensions
  }

  private struct Header {
    var name: String
    var kind: Kind
    var size: Int
  }

  private static let block = 512
  private var bytes: ArraySlice<UInt8>

  private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  private mutating func nextHeader() throws(Fault) -> Header? {
    guard bytes.count >= Self.block else { throw Fault("it is cut short") }
    let block = Array(bytes.prefix(Self.block))
    bytes = bytes.dropFirst(Self.block)
    // A block of zeros ends the archive.
    if block.allSatisfy({ $0 == 0 }) { return nil }
    let sum = block.enumerated().reduce(0) { sum, byte in
      // The sum's own field counts as blanks.
      sum + ((148..<156).contains(byte.offset) ? 0x20 : Int(byte.element))
    }
    guard Self.octal(block[148..<156]) == sum else {
      throw Fault("it is no tar archive, or damaged")
    }
    let prefix = block[257..<263].elementsEqual(Array("ustar\0".utf8)) ? block[345..<500] : []
    guard let name = Self.text(block[0..<100]), let prefix = Self.text(prefix) else {
      throw Fault("a name in it is not UTF-8")
    }
    let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
    guard let size = Self.octal(block[124..<136]) else {
      throw Fault("'\(Self.printable(path))' has no plain size")
    }
    return Header(name: path, kind: try Self.kind(block[156], of: path), size: size)
  }

  private static func kind(_ flag: UInt8, of name: String) throws(Fault) -> Kind {
    switch UnicodeScalar(flag) {
    case "0", "\0": return .file
    case "5": return .folder
    case "x", "g": return .extensions
    case "1", "2": throw Fault("'\(printable(name))' is a link")
    case "3", "4", "6": throw Fault("'\(printable(name))' is a device or a pipe")
    case "L", "K": throw Fault("a name in it is longer than 100 characters")
    default: throw Fault("'\(printable(name))' is not a plain file")
    }
  }

  private mutating func content(of header: Header, largest: Int) throws(Fault) -> [UInt8] {
    if header.kind == .folder, header.size != 0 {
      throw Fault("the folder '\(Self.printable(header.name))' has content")
    }
    guard header.size <= largest else {
      throw Fault("'\(Self.printable(header.name))' is larger than \(largest) bytes")
    }
    let padded = (header.size + Self.block - 1) / Self.block * Self.block
    guard padded <= bytes.count else { throw Fault("it is cut short") }
    let content = Array(bytes.prefix(header.size))
    bytes = bytes.dropFirst(padded)
    return content
  }

  /// Skips pax records of times, owners and the like, which many programs write; refuses
  /// those that would give the next entry another name, size or target.
  private static func checkExtensions(_ content: [UInt8], before name: String) throws(Fault) {
    let known = ["mtime", "atime", "ctime", "uid", "gid", "uname", "gname", "comment"]
    var rest = content[...]
    while !rest.isEmpty {
      // Each is "LENGTH KEY=VALUE\n", where the length counts all of it.
      guard let blank = rest.firstIndex(of: 0x20),
        let length = number(rest[..<blank], radix: 10),
        length > blank + 1 - rest.startIndex, length <= rest.count,
        let equals = rest[blank...].prefix(length).firstIndex(of: UInt8(ascii: "="))
      else { throw Fault("the extension '\(printable(name))' is damaged") }
      let key = String(decoding: rest[(blank + 1)..<equals], as: UTF8.self)
      guard known.contains(key) || key.hasPrefix("LIBARCHIVE.") || key.hasPrefix("SCHILY.xattr.")
      else { throw Fault("it gives an entry another '\(printable(key))' by an extension") }
      rest = rest.dropFirst(length)
    }
  }

  // MARK: - Fields

  /// The path, if it is relative, shallow and plain, and stays inside the pack.
  private static func path(_ name: String) throws(Fault) -> String {
    if name.hasPrefix("/") { throw Fault("'\(printable(name))' leads out of the pack") }
    var parts = name.split(separator: "/", omittingEmptySubsequences: true)
    if parts.first == "." { parts.removeFirst() }
    if parts.contains("..") { throw Fault("'\(printable(name))' leads out of the pack") }
    guard parts.count <= maxPathDepth else { throw Fault("'\(printable(name))' lies too deep") }
    let isPlain = parts.allSatisfy { part in
      part.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") }
    }
    guard isPlain, !parts.contains(".") else {
      throw Fault("the name '\(printable(name))' is not plain")
    }
    return parts.joined(separator: "/")
  }

  private static func text(_ field: some Collection<UInt8>) -> String? {
    String(validating: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// A number in octal digits; `nil` for other notations.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0 && $0 != 0x20 }
    return digits.isEmpty ? 0 : number(digits, radix: 8)
  }

  /// A number in digits alone, where `Int` would take a sign, too.
  private static func number(_ digits: ArraySlice<UInt8>, radix: Int) -> Int? {
    guard digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self), radix: radix)
  }

  /// A name from a stranger, fit for a screen.
  private static func printable(_ name: String) -> String {
    Substring(name.unicodeScalars.prefix(80)).replacingControls()
  }
}
