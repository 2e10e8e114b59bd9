import Diagnostics

/// A set of vignettes that belong together.
public struct Pack: Hashable, Sendable {
  /// The newest pack format that this version reads.
  public static let currentFormat = 1

  /// The pack's name: that of its folder.
  public var id = ""
  /// One line.
  public var title = ""
  /// The pack's own version, as Semantic Versioning has it: `1.0.0`.
  public var version = ""
  /// The language of its text, a BCP 47 tag.
  public var language = ""
  /// The SPDX identifier of its text's licence.
  public var licence = ""
  /// What it trains.
  public var summary = ""
  /// Its vignettes, by name.
  public var vignettes: [Vignette] = []

  /// The place of each key's value in `pack.yaml`.
  package var places: [String: Location] = [:]
  /// What reading `pack.yaml` gave cause to look at.
  package var remarks: [Diagnostic] = []

  package init() {}
}

/// The available packs.
public struct Library: Hashable, Sendable {
  /// The packs, by name.
  public var packs: [Pack]

  /// Creates a library.
  public init(packs: [Pack] = []) {
    self.packs = packs.sorted { $0.id < $1.id }
  }

  /// Every vignette with its pack and its full name, `pack/vignette`.
  public var entries: [Entry] {
    packs.flatMap { pack in pack.vignettes.map { Entry(pack: pack, vignette: $0) } }
  }

  /// A vignette in its pack.
  public struct Entry: Hashable, Sendable {
    /// The pack.
    public var pack: Pack
    /// The vignette.
    public var vignette: Vignette
    /// The full name, `pack/vignette`.
    public var name: String { "\(pack.id)/\(vignette.id)" }
  }

  /// The vignette with a full name, or with a short one that is unique.
  public func find(_ name: String) -> Entry? {
    let all = entries
    if let exact = all.first(where: { $0.name == name }) { return exact }
    let short = all.filter { $0.vignette.id == name }
    return short.count == 1 ? short.first : nil
  }

  /// Every name by which a vignette can be found.
  public var names: [String] { entries.flatMap { [$0.name, $0.vignette.id] } }
}
