import Diagnostics
import Lines

/// Reads reply records, one JSON object a line.
struct RecordDecoder: TranscriptDecoder {
  private let faults: Faults
  private var seen = SeenConversations()
  /// The lines of records whose id has been there before.
  private var repeated = Occurrences<Int>()

  init(file: String) {
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    do throws(JSONLineError) {
      let record = try ReplyRecord(line: line)
      let reply = ReplyToScore(
        session: nil, id: record.id, client: record.client, text: record.text)
      if record.id != .null {
        if !seen.insert(record.id.plain) { repeated.note(number) }
      }
      return [.reply(reply)]
    } catch {
      // Asked only here: hardly a line is.
      if line.isBlank { return [] }
      let cut = JSONLine.isCutShort(line) ? "the line ends before its object does; " : ""
      let message = "not a reply record: \(error)"
      return [.fault(faults.make("record", number, message, mend: cut + "passed over"))]
    }
  }

  mutating func finish() -> [Decoded] {
    guard let line = repeated.first else { return [] }
    let fault = faults.make(
      "id-twice", line,
      "the id of this record has been there before\(repeated.others("and so have those of"))",
      mend: "give each an id of its own; all are scored", as: .warning)
    return [.fault(fault)]
  }
}
