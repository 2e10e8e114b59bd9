import Lines

/// Reads reply records, one JSON object a line.
struct RecordDecoder: TranscriptDecoder {
  private let faults: Faults

  init(file: String) {
    faults = Faults(file: file)
  }

  mutating func take(_ line: String, at number: Int) -> [Decoded] {
    do throws(JSONLineError) {
      let record = try ReplyRecord(line: line)
      let reply = ReplyToScore(
        session: nil, id: record.id, client: record.client, text: record.text)
      return [.reply(reply)]
    } catch {
      // Asked only here: hardly a line is.
      if line.isBlank { return [] }
      return [faults.make("record", number, "not a reply record: \(error)")]
    }
  }

  mutating func finish() -> [Decoded] { [] }
}
