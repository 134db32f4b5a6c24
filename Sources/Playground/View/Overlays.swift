import Scenes
import Terminal

extension Model {
  /// Draws what floats above the page, if anything does.
  func drawOverlay(on frame: inout Frame, _ look: Look) {
    switch overlays.last {
    case .why(let why): drawWhy(why, on: &frame, look)
    case .page(let page): drawPage(page, on: &frame, look)
    case .list(let list): drawList(list, on: &frame, look)
    case nil: break
    }
  }

  private var floor: Rect { Rect(size) }

  /// The overlay's block: as large as it wants, with a margin of page around it where there is room.
  private func room(_ wanted: Size) -> Size {
    let margin = size.width >= 60 ? 14 : 6
    return Size(
      width: min(wanted.width, size.width - margin), height: min(wanted.height, size.height - 6))
  }

  private func drawWhy(_ why: WhyState, on frame: inout Frame, _ look: Look) {
    guard let scene = session?.desk.scene else { return }
    let page = WhyPage(why, scene: scene, look: look)
    let wanted = room(page.wantedSize(in: size))
    let inner = drawFrame(title: page.title, foot: .why, wanted, on: &frame, look)
    page.draw(in: inner, on: &frame, look: look.raised)
  }

  private func drawPage(_ page: PageState, on frame: inout Frame, _ look: Look) {
    let width = page.lines.map(TextWidth.width).max() ?? 0
    let wanted = room(Size(width: max(width, 40), height: page.lines.count + 2))
    let inner = drawFrame(
      title: Line(page.title, .bright, bold: true), foot: .page, wanted, on: &frame, look)
    let shown = page.lines.dropFirst(page.scroll).prefix(inner.height)
    for (row, line) in shown.enumerated() {
      let text = TextWidth.truncated(
        line.replacing("\t", with: "  "), to: inner.width, ellipsis: look.symbols.ellipsis)
      frame.buffer.write(
        text, at: Point(x: inner.x, y: inner.y + row), style: look.raised.style(.text))
    }
    if page.scroll + shown.count < page.lines.count {
      frame.buffer.write(
        " \(look.symbols.down) more ", at: Point(x: inner.right - 8, y: inner.bottom + 1),
        style: look.raised.style(.dim))
    }
  }

  private func drawList(_ list: ListState, on frame: inout Frame, _ look: Look) {
    let matches = matches(of: list)
    let wanted = room(Size(width: 66, height: min(max(matches.count + 4, 8), 20)))
    let inner = drawFrame(
      title: Line(list.kind.title, .bright, bold: true), foot: .list, wanted, on: &frame, look)
    let field: Line = [Span(list.kind.sign, .dim), Span(list.query, .bright, bold: true)]
    write(field, at: inner.origin, on: &frame, look.raised)
    frame.cursor = Point(x: inner.x + field.width, y: inner.y)
    let menu = MenuList(
      sections: [MenuList.Section(items: matches.map(item))], selected: list.selected)
    let rest = inner.inset(top: 2)
    if matches.isEmpty {
      write(Line("nothing matches", .dim), at: rest.origin, on: &frame, look.raised)
    } else {
      frame.draw(menu, in: rest, look: look.raised)
    }
  }

  private func item(_ match: Match) -> MenuList.Item {
    MenuList.Item(text: Line(match.title, .text), detail: Line(match.detail, .dim))
  }

  /// Draws the two rules and the ground of what floats; returns the block inside.
  private func drawFrame(
    title: Line, foot: Context, _ wanted: Size, on frame: inout Frame, _ look: Look
  ) -> Rect {
    let overlay = OverlayFrame(title: title, contentSize: wanted)
    frame.draw(overlay, in: floor, look: look)
    let inner = overlay.content(in: floor)
    frame.cursor = inner.origin
    let (content, bottom) = inner.split(bottom: 1)
    frame.draw(
      HintBar(KeyTable.hints(in: foot, look.symbols), margin: 0), in: bottom, look: look.raised)
    return content.inset(bottom: 1)
  }

  private func write(_ line: Line, at point: Point, on frame: inout Frame, _ look: Look) {
    var x = point.x
    for span in line.spans {
      x += frame.buffer.write(span.text, at: Point(x: x, y: point.y), style: span.style(look))
    }
  }

  /// The line being typed stands where notices stand.
  func drawPrompt(on frame: inout Frame, _ look: Look) {
    guard let prompt else { return }
    let y = max(size.height - 2, 0)
    frame.buffer.fill(
      Rect(x: 0, y: y, width: size.width, height: 1), Style(background: look.theme.ground))
    let line: Line = [Span("\(prompt.label) ", .hand, bold: true), Span(prompt.text, .bright)]
    write(line, at: Point(x: 2, y: y), on: &frame, look)
    frame.cursor = Point(x: min(2 + line.width, size.width - 1), y: y)
  }
}

extension ListState.Kind {
  fileprivate var title: String {
    switch self {
    case .search: "search"
    case .palette: "commands"
    case .review: "questions worth another look"
    }
  }

  /// What stands before the words being typed.
  fileprivate var sign: String {
    switch self {
    case .search, .review: "/ "
    case .palette: ": "
    }
  }
}
