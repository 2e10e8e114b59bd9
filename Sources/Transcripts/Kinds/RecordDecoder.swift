import Diagnostics
import Lines

/// Reads reply records, one JSON object a line.
struct RecordDecoder: TranscriptDecoder {
  private let faults: Faults
  private var ids = RepeatedIDs()

  init(file: String) {
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    do throws(JSONLineError) {
      let record = try ReplyRecord(line: line)
      let reply = ReplyToScore(
        session: nil, id: record.id, client: record.client, text: record.text)
      ids.take(record.id, at: number)
      return [.reply(reply)]
    } catch {
      // Asked only here: hardly a line is.
      if line.isBlank { return [] }
      var fault = faults.unread("record", number, "not a reply record", error)
      if JSONLine.isCutShort(line) { fault.message += "; the line ends before its object does" }
      return [.fault(fault)]
    }
  }

  mutating func finish() -> [Decoded] { ids.tell(faults) }
}
