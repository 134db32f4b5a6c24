import Lessons
import Playground
import Terminal
import Text

/// The glossary as it floats: its list, and beside it the entry that is selected or being read.
///
/// Where there is room for one of them only, it is the one that the keys act on.
struct GlossaryPage {
  let page: Page
  let list: ListState
  /// The entry that the keys act on; nil while they act on the list.
  let reading: EntryState?

  private var model: Model { page.model }
  private var appearance: Appearance { page.appearance.raised }
  private var isTight: Bool { OverlayPlace.isTight(page.size) }

  /// nil where no glossary is in front.
  init?(_ page: Page) {
    self.page = page
    switch page.overlays.last {
    case .list(let list) where list.kind == .glossary: (self.list, reading) = (list, nil)
    case .entry(let entry):
      reading = entry
      guard case .list(let list) = page.overlays.dropLast().last, list.kind == .glossary else {
        self.list = ListState(kind: .glossary)
        return
      }
      self.list = list
    case .list, .why, .page, nil: return nil
    }
  }

  var place: OverlayPlace {
    OverlayPlace(
      Size(width: 100, height: 24), title: Line("glossary", .bright, bold: true), in: page.size)
  }

  func draw(on frame: inout Frame) {
    if let rect = listRect { drawList(in: rect, on: &frame) }
    if let rect = entryRect { entry?.draw(in: rect, on: &frame, appearance: appearance) }
  }

  /// How much is seen of the entry that is being read.
  var extent: WordsExtent? {
    guard reading != nil, let rect = entryRect else { return nil }
    return entry?.extent(in: rect, appearance: appearance)
  }

  // MARK: The list

  private var listRect: Rect? {
    let content = place.content
    if isTight { return reading == nil ? content : nil }
    return content.split(left: content.width * 2 / 5).left
  }

  private func drawList(in rect: Rect, on frame: inout Frame) {
    let (line, rest) = rect.split(top: 1)
    let rows = model.glossaryRows(list.query)
    let field = InputField(
      prompt: "/", text: list.query, place: list.line.cursor,
      placeholder: "type to narrow the list", message: Line(rows.isEmpty ? nothing : "", .dim))
    frame.draw(field, in: line, appearance: appearance)
    if reading == nil { frame.cursor = field.cursor(in: line, appearance: appearance) }
    frame.draw(
      MenuList(
        sections: sections(rows), selected: list.selected, isInHand: reading == nil),
      in: rest.inset(top: rest.height > 9 ? 1 : 0), appearance: appearance)
  }

  private var nothing: String {
    model.glossary.entries.isEmpty ? "this course has no glossary" : "nothing matches"
  }

  /// In parts while all are listed; in the order of how well they match while something is typed.
  private func sections(_ rows: [Match]) -> [MenuList.Section] {
    guard list.query.isEmpty else { return [MenuList.Section(items: items(rows, from: 0))] }
    let count = model.glossaryTerms.count
    return [("words", rows.prefix(count), 0), ("questions", rows.dropFirst(count), count)]
      .filter { !$0.1.isEmpty }
      .map { title, part, first in
        MenuList.Section(
          title: Line(title, .query, bold: true), items: items(Array(part), from: first))
      }
  }

  private func items(_ rows: [Match], from first: Int) -> [MenuList.Item] {
    rows.enumerated().map { index, row in
      let isSelected = first + index == list.selected
      return MenuList.Item(
        mark: Span(isSelected ? appearance.symbols.pointer : " ", reading == nil ? .hand : .dim),
        text: Line(row.title, reading == nil || isSelected ? .text : .dim))
    }
  }

  // MARK: The entry

  private var entryRect: Rect? {
    let content = place.content
    if isTight { return reading == nil ? nil : content }
    return content.split(left: content.width * 2 / 5 + 3).rest
  }

  private var entry: GlossaryEntryView? {
    let rows = model.glossaryRows(list.query)
    let selected = rows.indices.contains(list.selected) ? rows[list.selected].title : nil
    guard let name = reading?.name ?? selected, let entry = model.glossary.entry(named: name)
    else { return nil }
    return GlossaryEntryView(
      entry: entry, places: model.places(of: entry), state: reading, isBrief: isTight)
  }
}

/// One entry: its words, and below them the steps that show it.
struct GlossaryEntryView {
  let entry: Glossary.Entry
  let places: [ShownPlace]
  /// Where one is in it; nil while it is only looked at.
  let state: EntryState?
  /// Whether rows are dear: a place then stands on one line.
  let isBrief: Bool

  func draw(in rect: Rect, on frame: inout Frame, appearance: Appearance) {
    let text = textRect(in: rect, appearance: appearance)
    var lines = lines(width: rect.width, appearance: appearance)
    lines.scroll = state?.scroll ?? 0
    frame.draw(lines, in: text, appearance: appearance)
    let top = text.bottom + (isBrief ? 0 : 1)
    let below = Rect(x: rect.x, y: top, width: rect.width, height: max(rect.bottom - top, 0))
    frame.draw(menu(appearance), in: below, appearance: appearance)
  }

  func extent(in rect: Rect, appearance: Appearance) -> WordsExtent {
    let height = textRect(in: rect, appearance: appearance).height
    let total = lines(width: rect.width, appearance: appearance).lines.count
    return WordsExtent(
      scroll: min(state?.scroll ?? 0, max(total - height, 0)), height: max(height, 1), total: total)
  }

  /// The words take what they need, and no more than the places leave.
  private func textRect(in rect: Rect, appearance: Appearance) -> Rect {
    let room = max(rect.height - menuHeight - (isBrief ? 0 : 1), min(rect.height, 1))
    let lines = lines(width: rect.width, appearance: appearance).lines.count
    return rect.split(top: min(lines, room)).top
  }

  private func lines(width: Int, appearance: Appearance) -> ProseLines {
    ProseView(blocks(appearance), maximumWidth: min(width - 2, 64))
      .set(width: width, appearance: appearance)
  }

  private func blocks(_ appearance: Appearance) -> [ProseBlock] {
    [.paragraph(heading)] + MarkdownProse(appearance).blocks(entry.meaning)
  }

  /// The name and how formulas write it; below, what else it is called.
  private var heading: [ProseInline] {
    let role = entry.kind == .term ? RoleOfName.role(of: entry.name) : nil
    let symbol = entry.symbol.map { [Span("   " + $0, .dim)] } ?? []
    let name = [Span(entry.name, role ?? .bright, bold: true)] + symbol
    let others = entry.kind == .term && !isBrief ? entry.aliases : []
    let also =
      others.isEmpty
      ? [] : [ProseInline.lineBreak, .span(Span("also " + others.joined(separator: ", "), .dim))]
    return name.map(ProseInline.span) + also
  }

  // MARK: The places

  private var menuHeight: Int { places.isEmpty ? 0 : 1 + places.count * (isBrief ? 1 : 2) }

  private func menu(_ appearance: Appearance) -> MenuList {
    guard !places.isEmpty else { return MenuList() }
    let items = places.enumerated().map { index, place in
      item(place, isSelected: index == state?.selected, appearance)
    }
    let title = Line("shown in", .dim)
    return MenuList(
      sections: [MenuList.Section(title: title, items: items)], selected: state?.selected)
  }

  private func item(
    _ place: ShownPlace, isSelected: Bool, _ appearance: Appearance
  ) -> MenuList.Item {
    let lesson = "lesson \(place.lesson.number)"
    let step = "\(lesson), step \(place.step + 1)"
    let title = appearance.symbols.spelled(place.lesson.title)
    return MenuList.Item(
      mark: Span(isSelected ? appearance.symbols.pointer : " ", .hand),
      text: Line(appearance.symbols.spelled(place.title), .text),
      detail: isBrief ? Line(lesson, .dim) : [],
      note: isBrief ? [] : Line("\(step): \(title)", .dim))
  }
}
