import Listening
import Transcripts

/// The columns of what is measured in replies, of one session or of several together.
private func measureColumns<Item>(
  of row: @escaping (Item) -> SessionRow
) -> [PageColumn<Item>] {
  var columns = [PageColumn<Item>(heading: "Replies") { PageCell(row($0).measures.replies) }]
  columns += ScoreName.allCases.map { score in
    PageColumn<Item>(heading: score.heading) { item in
      score.mean(in: row(item).measures).map { PageCell(score: $0) }
    }
  }
  columns += MarkedMeasure.shown.map { measure in
    PageColumn<Item>(heading: measure.heading) { item in
      let measures = row(item).measures
      let mark = measure.mark(in: measures).map { (look: "mark", name: $0.rawValue) }
      return measure.value(in: measures).map { value in
        measure.isRatio
          ? PageCell(tenths: value, word: mark) : PageCell(share: value, word: mark)
      }
    }
  }
  columns.append(PageColumn<Item>(heading: "MI-adherent") { PageCell(row($0).measures.adherent) })
  columns += slipColumns([.judgment, .unsolicitedAdvice], of: row)
  columns.append(PageColumn<Item>(heading: "Unsure") { PageCell(row($0).unsure) })
  return columns
}

/// The columns of some kinds of slip.
private func slipColumns<Item>(
  _ slips: [Slip], of row: @escaping (Item) -> SessionRow
) -> [PageColumn<Item>] {
  slips.map { slip in
    PageColumn<Item>(heading: slip.pageHeading) { PageCell(row($0).slips[slip, default: 0]) }
  }
}

/// How a saved session ended.
private func ending(of saved: SavedSession) -> PageCell {
  switch saved.ending {
  case .ended?: PageCell("ended")
  case .closed?: PageCell("closed")
  case .left?: PageCell("client left")
  case nil: PageCell("open")
  }
}

extension PageColumn where Item == SessionRow {
  /// The columns of the list of sessions. What saved sessions tell, and conduct, has its columns
  /// where a session has something in them.
  static var sessions: [PageColumn] {
    var columns: [PageColumn] = measureColumns { (row: SessionRow) in row }
    columns.append(
      PageColumn(heading: "Share of words") { row in
        row.measures.traineeShare.map { PageCell(share: $0) }
      })
    columns += [
      PageColumn(heading: "Trust", isOptional: true) { row in
        row.saved.map { PageCell($0.bond.percent) }
      },
      PageColumn(heading: "Depth", isOptional: true) { row in
        (row.saved?.outcome).map { PageCell($0.depth) }
      },
      PageColumn(heading: "Ruptures", isOptional: true) { row in
        row.saved.map { PageCell($0.ruptures) }
      },
      PageColumn(heading: "Repairs", isOptional: true) { row in
        (row.saved?.outcome).map { PageCell($0.repairs) }
      },
      PageColumn(heading: "Ended", isOptional: true) { row in
        row.saved.map { ending(of: $0) }
      },
      PageColumn(heading: "Conduct (estimate)", isOptional: true) { row in
        row.judgement.map {
          PageCell(share: $0.probability, word: ("verdict", $0.verdict.rawValue))
        }
      },
    ]
    return columns
  }
}

extension PageColumn where Item == TraineeRow {
  /// The columns of the list of trainees.
  static var trainees: [PageColumn] {
    var columns = [PageColumn(heading: "Sessions") { PageCell($0.sessions) }]
    columns += measureColumns { (row: TraineeRow) in row.together }
    columns += slipColumns([.falseReassurance, .empty]) { (row: TraineeRow) in row.together }
    columns += [
      PageColumn(heading: "Trust", isOptional: true) { row in
        row.meanTrust.map { PageCell(tenths: $0) }
      },
      PageColumn(heading: "Client left", isOptional: true) { row in
        row.walkouts.map { PageCell($0) }
      },
    ]
    return columns
  }
}
