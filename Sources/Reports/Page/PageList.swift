/// A list on the page: a row for each session or trainee, below the names of the columns.
struct PageList<Item> {
  private let columns: [PageColumn<Item>]
  private var rows: [(row: PageModel.Row, cells: [PageCell?])] = []

  init(_ columns: [PageColumn<Item>]) {
    self.columns = columns
  }

  /// How many rows there are.
  var count: Int { rows.count }

  /// Adds a row; it is a link where it has a target on the page.
  mutating func add(
    _ item: Item, named name: String, target: String? = nil, vignette: String? = nil
  ) {
    rows.append(
      (
        PageModel.Row(rowName: name, target: target, vignetteName: vignette, cells: ""),
        columns.map { $0.cell(item) }
      ))
  }

  /// The columns that are shown: of those of which not every session tells, the ones in which
  /// something stands.
  private var shown: [Int] {
    columns.indices.filter { place in
      !columns[place].isOptional || rows.contains { $0.cells[place] != nil }
    }
  }

  /// The heads of the columns behind the name, and the rows; `shorten` says what is shown of a name.
  func model(shorten: (String) -> String) -> (heads: String, rows: [PageModel.Row]) {
    let shown = shown
    return (
      shown.map { "<th scope=\"col\">\(columns[$0].heading)</th>" }.joined(),
      rows.map { item in
        var row = item.row
        row.rowName = shorten(row.rowName)
        row.cells = shown.map { item.cells[$0]?.html ?? "<td>–</td>" }.joined()
        return row
      }
    )
  }
}

/// A column of a list.
struct PageColumn<Item> {
  /// Its name, of fixed words.
  var heading: String
  /// Whether it is left out where no row has anything in it.
  var isOptional = false
  /// What stands in it; `nil` where there is nothing to tell.
  var cell: (Item) -> PageCell?
}

/// What stands in a cell: numbers and fixed words, so that nothing in it has to be escaped.
struct PageCell {
  private var text: String
  /// A word beside it, and how that looks.
  private var word: (look: String, name: String)?
  /// How much of the cell is filled, in per cent.
  private var filled: Int?

  /// A number by itself.
  init(_ count: Int) {
    text = String(count)
  }

  /// Numbers or fixed words, with a word beside that says how they stand.
  init(_ text: StaticString, word: (look: String, name: String)? = nil) {
    self.text = text.description
    self.word = word
  }

  /// A share, 0 to 1.
  init(share: Double, word: (look: String, name: String)? = nil) {
    text = percent(share)
    self.word = word
  }

  /// A number to one decimal.
  init(tenths value: Double, word: (look: String, name: String)? = nil) {
    text = tenths(value)
    self.word = word
  }

  /// A score, 0 to 100.
  init(score: Double) {
    text = tenths(score)
    filled = Int(score.rounded())
  }

  /// The cell in HTML.
  var html: String {
    let fill = filled.map { " class=\"mean\" style=\"--filled:\($0)%\"" } ?? ""
    let beside =
      word.map { " <span class=\"\($0.look) \($0.name)\">\($0.name)</span>" } ?? ""
    return "<td\(fill)>\(text)\(beside)</td>"
  }
}
