import Lines

/// Reads utterances, one JSON object a line with the names of a table's columns, as programs that
/// keep tables write them.
struct UtteranceDecoder: TranscriptDecoder {
  private let faults: Faults
  private var rows: TableRows
  private var header: [String]?

  init(file: String, mapping: ColumnMapping, names: SpeakerNames) {
    faults = Faults(file: file)
    rows = TableRows(file: file, mapping: mapping, names: names)
  }

  var heard: Set<String> { rows.heard }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    if line.isBlank || rows.isRefused { return [] }
    do throws(JSONLineError) {
      let object = try JSONLine.decode([String: JSONValue].self, from: line)
      let columns = header ?? object.keys.sorted()
      let begun = header == nil ? rows.begin(columns, number) : []
      header = columns
      let fields = columns.map { object[$0]?.plain ?? "" }
      return begun + (rows.isRefused ? [] : rows.take(fields, number))
    } catch {
      return rows.leaveOut(
        telling: [faults.unread("utterance", number, "not an utterance", error)])
    }
  }

  mutating func skipLine() -> [Decoded] { rows.leaveOut() }

  mutating func finish() -> [Decoded] { rows.finish() }
}
