import Grading
import Listening

/// A session whose conduct people judged, measured by grades from weights that never saw it.
struct SessionCase: Sendable {
  var name: String
  /// Sessions of one group are never split between training and measuring.
  var group: String
  /// The fold of the cross-validation that its replies stood in.
  var fold: Int
  /// Whether people judged it to be of high quality.
  var isHigh: Bool
  var measures: SessionMeasures

  /// The judged sessions of a cross-validation, in order of appearance.
  static func all(in validation: CrossValidation) -> [SessionCase] {
    let decisions = validation.decisions
    var members: [String: [Int]] = [:]
    var names: [String] = []
    for (index, example) in validation.examples.enumerated() {
      guard let session = example.session else { continue }
      if members[session.name] == nil { names.append(session.name) }
      members[session.name, default: []].append(index)
    }
    return names.compactMap { name in
      guard let members = members[name], let first = members.first,
        let session = validation.examples[first].session
      else { return nil }
      let turns = members.map { index in
        (
          text: validation.examples[index].text,
          grade: Grade(codes: decisions[index].codes, evidence: [], unsure: [], model: "")
        )
      }
      return SessionCase(
        name: name, group: validation.examples[first].group, fold: validation.folds[first],
        isHigh: session.isHigh,
        measures: SessionMeasures(
          turns: turns, clientLines: members.compactMap { validation.examples[$0].client }))
    }
  }
}

extension CrossValidation {
  /// What each example is decided to be; each fold's calibrations come from the other folds.
  var decisions: [Decisions] {
    var decisions = [Decisions?](repeating: nil, count: examples.count)
    for (fold, members) in training.enumerated() {
      let members = Set(members)
      let mixture = Trainer.mixture(from: self, where: members.contains)
      let calibrations = Trainer.calibrations(from: self, mixture, where: members.contains)
      let screen = AbsenceScreen(calibrations)
      for index in decisions.indices where folds[index] == fold {
        decisions[index] = Decisions(
          outputs: mixture.mixed(outputs[index]), calibrations: calibrations, screen: screen,
          substance: substances[index])
      }
    }
    return decisions.compactMap(\.self)
  }
}
