import Playground
import Terminal
import Text

/// A page of text as it floats: the keys of a screen, a panel's numbers, the words of a problem.
struct TextOverlay {
  let state: PageState
  let size: Size
  let appearance: Appearance
  var keys = KeyTable.standard

  var page: TextPage {
    TextPage(
      sections, scroll: state.scroll, maximumColumnWidth: state.isHelp ? 50 : size.width,
      maximumColumns: state.isHelp ? 2 : 1)
  }

  var place: OverlayPlace {
    let room = OverlayPlace.room(in: size)
    let wanted = page.size(fitting: room, appearance: appearance)
    return OverlayPlace(
      Size(width: max(wanted.width, 40), height: wanted.height),
      title: Line(state.title, .bright, bold: true), in: size)
  }

  /// How much of the page is seen.
  var extent: WordsExtent {
    let room = place.content.size
    let total = page.height(fitting: room, appearance: appearance)
    return WordsExtent(
      scroll: min(state.scroll, max(total - room.height, 0)), height: room.height, total: total)
  }

  private var sections: [TextPage.Section] {
    switch state.content {
    case .keys(let context): sections(ofKeysIn: context)
    case .numbers(let text): [TextPage.Section(entries: entries(of: text))]
    case .lines(let lines):
      [TextPage.Section(entries: lines.map { TextPage.Entry("", Line($0, .text)) })]
    }
  }

  /// The keys; in a lesson the signs come before those that hold on every page.
  private func sections(ofKeysIn context: Context) -> [TextPage.Section] {
    var sections = keys.help(in: context).map(section)
    if Set.lesson.contains(context) { sections.insert(signs, at: min(2, sections.count)) }
    return sections
  }

  /// What stands beside numbers and is not named there.
  private var signs: TextPage.Section {
    let (rise, partial) = (
      appearance.theme.isColored ? "" : appearance.symbols.rise, appearance.symbols.partial
    )
    return TextPage.Section(
      title: Line("Beside the numbers", .query, bold: true),
      entries: [
        TextPage.Entry(rise + "+.07", Line("what the last key changed", .text)),
        TextPage.Entry(partial + " +.21", Line("how far it moves for one unit of another", .text)),
        TextPage.Entry(appearance.symbols.veil, Line("hidden until you have answered", .text)),
      ])
  }

  private func section(_ help: HelpSection) -> TextPage.Section {
    TextPage.Section(
      title: Line(help.title, .query, bold: true),
      entries: help.bindings.map { binding in
        TextPage.Entry(binding.names(appearance.symbols), Line(binding.help, .text))
      })
  }

  private func entries(of text: PlainText) -> [TextPage.Entry] {
    let table = TextColumns(text)
    // The page keeps two columns for the marks that it goes on.
    return table.width + 2 <= OverlayPlace.room(in: size).width
      ? table.lines.map { TextPage.Entry("", $0) } : text.rows.map { entry($0, text.columns) }
  }

  /// A row whose numbers each carry their label, where columns do not fit.
  private func entry(_ row: PlainText.Row, _ columns: [String]) -> TextPage.Entry {
    let numbers = row.numbers.enumerated().map { index, number in
      columns.indices.contains(index) ? "\(columns[index]) \(number)" : number
    }
    let text = numbers.joined(separator: ", ")
    return text.isEmpty
      ? TextPage.Entry("", Line(row.label, .text)) : TextPage.Entry(row.label, Line(text, .text))
  }
}

/// Plain text set in columns.
private struct TextColumns {
  let text: PlainText
  let labelWidth: Int
  let widths: [Int]

  init(_ text: PlainText) {
    self.text = text
    labelWidth = text.rows.map { TextWidth.width(of: $0.label) }.max() ?? 0
    let rows = text.rows
    widths = text.columns.indices.map { column in
      rows.map { TextWidth.width(of: $0.numbers[column]) }
        .reduce(TextWidth.width(of: text.columns[column]), max)
    }
  }

  var width: Int { widths.reduce(labelWidth) { $0 + $1 + 2 } }

  var lines: [Line] {
    let head: [Line] = text.columns.isEmpty ? [] : [line("", text.columns, .dim)]
    return head + text.rows.map { line($0.label, $0.numbers, .text) }
  }

  private func line(_ label: String, _ cells: [String], _ role: Role) -> Line {
    let numbers = cells.enumerated().map { column, cell in
      let width = widths.indices.contains(column) ? widths[column] + 2 : 0
      return String(repeating: " ", count: max(width - TextWidth.width(of: cell), 0)) + cell
    }
    let gap = String(repeating: " ", count: labelWidth - TextWidth.width(of: label))
    return [Span(label + gap, .dim), Span(numbers.joined(), role)]
  }
}
