import Foundation

extension PackStore {
  /// What is known of an installed pack: the content of its record file.
  public struct Record: Codable, Hashable, Sendable {
    /// The format of the record.
    var format = 1
    /// The pack's name.
    public var name: String
    /// The pack's own version.
    public var version: String
    /// The pack's checksum.
    public var sha256: String
    /// The checksum of each file.
    var files: [String: String]

    /// The folder of the files, beside the record. The checksum gives each content its own.
    package var folderName: String { "\(name)-\(sha256.prefix(16))" }

    /// The record in a file; `nil` if it is not that of the pack of this name, or does not agree with
    /// itself.
    init?(_ data: Data, of name: String) {
      guard let record = try? JSONDecoder().decode(Record.self, from: data), record.format == 1,
        record.name == name, record.sha256 == Checksum(files: record.files).pack
      else { return nil }
      self = record
    }

    init(name: String, version: String, checksum: Checksum) {
      (self.name, self.version) = (name, version)
      (sha256, files) = (checksum.pack, checksum.files)
    }
  }
}
