import Diagnostics
import Listening

/// A text with spaces after it, up to a width.
func pad(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

/// A text with spaces left of it, up to a width.
func left(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}

/// A text on one line of limited width, without anything that could steer a terminal.
func shown(_ text: String, _ width: Int) -> String {
  let line = text.replacingControls(with: " ")
  return line.count > width ? line.prefix(width - 3) + "..." : line
}

/// A name on one line of limited width. Names that begin alike end in what tells them apart, so it is
/// the middle that is cut.
func shownName(_ name: String, _ width: Int) -> String {
  let line = shown(name, .max)
  guard line.count > width else { return line }
  let front = (width - 3) / 3
  return "\(line.prefix(front))...\(line.suffix(width - 3 - front))"
}

/// A number to one decimal.
func tenths(_ value: Double) -> String { String(value.roundedToTenths) }

/// A share from 0 to 1 in per cent.
func percent(_ share: Double) -> String { "\(share.percent) %" }
