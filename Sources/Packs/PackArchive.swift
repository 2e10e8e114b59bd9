import Diagnostics
import Files
import Foundation
import PackFormat

/// A pack as one file: a `.tar.gz` of its folder.
///
/// Nothing is unpacked to a disk before all of it has been checked: an archive is bounded in size,
/// in the size it expands to and in the number and depth of its files, and one that holds a link or
/// a name that leads elsewhere is refused whole.
public enum PackArchive {
  /// The largest archive, in bytes.
  public static let largest = 4 << 20
  /// The most bytes that it may unpack to: the files of the largest pack, and as much for the headers
  /// and whatever else tar packs. How far it shrank says nothing; what repeats itself shrinks much.
  static let mostUnpacked = 2 * PackFile.maxPackSize

  /// Reads a pack's name and files out of an archive.
  ///
  /// - Parameter url: The archive.
  /// - Returns: The pack's name, which is that of the one folder in the archive, and its files.
  /// - Throws: `DiagnosticList` with the reason why it is refused.
  public static func read(_ url: URL) throws(DiagnosticList) -> (name: String, files: [PackFile]) {
    let content: [UInt8]?
    do { content = try RegularFile.bytes(at: url.path, most: largest + 1) } catch {
      throw refusal(
        url.relativePath, "the archive cannot be read: \(error)", mend: "see to it and try again",
        cause: .missing)
    }
    guard let bytes = content else {
      throw refusal(
        url.relativePath, "the archive cannot be read", mend: "check that it is there",
        cause: .missing)
    }
    return try read(bytes, label: url.relativePath)
  }

  /// Reads a pack's name and files out of an archive's bytes.
  ///
  /// - Parameters:
  ///   - packed: The archive's bytes.
  ///   - label: What a person knows it by, in diagnostics.
  /// - Returns: The pack's name, which is that of the one folder in the archive, and its files.
  /// - Throws: `DiagnosticList` with the reason why it is refused.
  public static func read(_ packed: [UInt8], label: String) throws(DiagnosticList)
    -> (name: String, files: [PackFile])
  {
    if packed.count > largest {
      throw refusal(
        label, "the archive is larger than \(largest) bytes", mend: "split the pack")
    }
    if packed.starts(with: zipBeginning) {
      throw refusal(
        label, "the archive is refused: it is a ZIP, which is not read",
        mend: "unpack it and name its folder, or pack that: tar -czf grief.tar.gz grief")
    }
    let entries: [TarReader.Entry]
    do {
      // macOS puts a file '._NAME' with what only macOS knows beside each file.
      entries = try unpack(packed).filter { !$0.path.hasPrefix("._") }
    } catch {
      throw refusal(
        label, "the archive is refused: \(error.message)",
        mend: "ask for it again, or make it with 'attune pack export'")
    }
    let tops = Set(entries.map { $0.path.prefix { $0 != "/" } })
    guard let top = tops.first, tops.count == 1,
      entries.allSatisfy({ $0.path.utf8.count > top.utf8.count })
    else {
      throw refusal(
        label, "the archive holds other things than one folder",
        mend: "pack the folder itself: tar -czf grief.tar.gz grief")
    }
    let name = String(top)
    let files = entries.map { entry in
      PackFile(
        path: String(entry.path.dropFirst(name.count + 1)), label: "\(label)/\(entry.path)",
        content: .success(entry.bytes))
    }
    return (name, files.filter { $0.role != nil }.sorted { $0.path < $1.path })
  }

  /// How a ZIP begins.
  private static let zipBeginning = Array("PK\u{3}\u{4}".utf8)

  private static func refusal(
    _ label: String, _ message: String, mend: String, cause: Diagnostic.Cause = .content
  ) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error, "archive", at: Location(file: label), message, mend: mend, cause: cause)
    ])
  }

  private static func unpack(_ packed: [UInt8]) throws(TarReader.Fault) -> [TarReader.Entry] {
    let bytes: [UInt8]
    do {
      bytes = try Gzip.expand(packed, most: mostUnpacked)
    } catch {
      switch error {
      case .damaged: throw TarReader.Fault("it is not gzip, or damaged")
      case .tooLarge: throw TarReader.Fault("it expands to more than \(mostUnpacked) bytes")
      }
    }
    return try TarReader.read(bytes, largest: PackFile.maxFileSize)
  }

  /// A pack's files as an archive: the same files give the same bytes, whoever makes it and when.
  ///
  /// - Throws: `DiagnosticList` where a file cannot be read, or where the archive would be refused.
  public static func make(name: String, files: [PackFile]) throws(DiagnosticList) -> [UInt8] {
    var tar = TarWriter()
    for file in files.sorted(by: { $0.path < $1.path }) {
      let path = "\(name)/\(file.path)"
      guard path.utf8.count <= 100 else {
        throw DiagnosticList([
          Diagnostic(
            .error, "name", at: Location(file: file.label), "'\(path)' is longer than 100 bytes",
            mend: "give the pack or the file a shorter name")
        ])
      }
      tar.add(path, try file.content.get())
    }
    let packed = Gzip.compress(tar.finish())
    // Whoever gets it has to be able to read it.
    _ = try read(packed, label: name)
    return packed
  }
}
