import Playground
import Progress
import Scenes
import Terminal
import Text

extension Page {
  /// Draws what floats above the page, if anything does.
  func drawOverlay(on frame: inout Frame) {
    switch overlays.last {
    case .why(let why): drawWhy(why, on: &frame)
    case .page(let page): drawPage(page, on: &frame)
    case .list(let list) where list.kind == .glossary: drawGlossary(on: &frame)
    case .list(let list): drawList(list, on: &frame)
    case .entry: drawGlossary(on: &frame)
    case nil: break
    }
  }

  private func drawWhy(_ why: WhyState, on frame: inout Frame) {
    guard let page = whyPage(why) else { return }
    drawFrame(page.place, on: &frame)
    page.draw(in: page.place.content, on: &frame, appearance: appearance.raised)
  }

  private func whyPage(_ why: WhyState) -> WhyPage? {
    model.sceneInFront.map { WhyPage(why, scene: $0, size: size, appearance: appearance) }
  }

  private func drawPage(_ state: PageState, on frame: inout Frame) {
    let text = textOverlay(state)
    drawFrame(text.place, on: &frame)
    frame.draw(text.page, in: text.place.content, appearance: appearance.raised)
  }

  private func textOverlay(_ state: PageState) -> TextOverlay {
    TextOverlay(state: state, size: size, appearance: appearance, keys: keys)
  }

  private func drawList(_ list: ListState, on frame: inout Frame) {
    let matches = matches(of: list)
    let place = OverlayPlace(
      Size(width: 72, height: min(max(allMatches(of: list.kind).count + 2, 6), 20)),
      title: Line(list.kind.title, .bright, bold: true), in: size)
    drawFrame(place, on: &frame)
    let (line, rest) = place.content.split(top: 1)
    let count = matches.isEmpty ? "nothing matches" : "\(matches.count) found"
    let field = InputField(
      prompt: list.kind.sign, text: list.query, place: list.line.cursor,
      placeholder: "type to narrow the list",
      message: Line(list.query.isEmpty ? "" : count, .dim))
    frame.draw(field, in: line, appearance: appearance.raised)
    frame.cursor = field.cursor(in: line, appearance: appearance)
    let menu = MenuList(
      sections: [
        MenuList.Section(
          items: matches.enumerated().map { item($1, isSelected: $0 == list.selected) })
      ], selected: list.selected)
    frame.draw(menu, in: rest.inset(top: rest.height > 9 ? 1 : 0), appearance: appearance.raised)
  }

  private func drawGlossary(on frame: inout Frame) {
    guard let glossary = GlossaryPage(self) else { return }
    drawFrame(glossary.place, on: &frame)
    glossary.draw(on: &frame)
  }

  private func item(_ match: Match, isSelected: Bool) -> MenuList.Item {
    MenuList.Item(
      mark: Span(isSelected ? appearance.symbols.pointer : " ", .hand),
      text: Line(match.title, .text),
      detail: Line(match.detail, .dim), note: match.excerpt?.line ?? [])
  }

  /// Draws the rules and the ground of what floats, and its keys or what the last one did.
  private func drawFrame(_ place: OverlayPlace, on frame: inout Frame) {
    frame.draw(place.frame, in: place.floor, appearance: appearance)
    frame.cursor = place.content.origin
    frame.buffer.fill(place.footGround, appearance.raised.style(.overlay))
    if model.notice != nil {
      frame.draw(NoticeLine(self), in: place.foot, appearance: appearance.raised)
    } else {
      frame.draw(HintBar(hintsInFront, margin: 0), in: place.foot, appearance: appearance.raised)
    }
  }

  /// The keys of what floats; the help does not offer itself.
  private var hintsInFront: [HintBar.Hint] {
    let hints = hints(seeing: overlayExtent ?? WordsExtent())
    guard case .page(let page) = overlays.last, page.isHelp else { return hints }
    return hints.filter { !$0.isKept }
  }

  /// How much is seen of a text that floats.
  var overlayExtent: WordsExtent? {
    switch overlays.last {
    case .why(let why): whyPage(why)?.extent
    case .page(let page): textOverlay(page).extent
    case .entry: GlossaryPage(self)?.extent
    case .list, nil: nil
    }
  }

  /// The line being typed stands where notices stand.
  func drawPrompt(on frame: inout Frame) {
    guard let prompt = model.prompt else { return }
    let row = Rect(size).split(bottom: 2).bottom.split(top: 1).top
    frame.buffer.fill(row, Style(background: appearance.theme.ground))
    let field = InputField(
      prompt: prompt.label, text: prompt.text, place: prompt.line.cursor,
      message: Line(prompt.complaint, .dim))
    frame.draw(field, in: row.inset(dx: 2), appearance: appearance)
    frame.cursor = field.cursor(in: row.inset(dx: 2), appearance: appearance)
  }
}

extension Excerpt {
  /// The words around what was found, which stands out.
  fileprivate var line: Line {
    [Span(before, .dim), Span(found, .bright, bold: true), Span(after, .dim)]
  }
}

extension Prompt {
  /// What still stands between the text and what is asked for.
  fileprivate var complaint: String {
    switch purpose {
    case .fileName: isComplete ? "" : "a file name"
    case .sentence, .host: isComplete ? "" : "a sentence in words of the model"
    case .formula: isComplete ? "" : "a formula, such as A @ B"
    case .value(_, .places(let axis)): isComplete ? "" : "a label of \(axis)"
    case .value(_, .versions(let labels)): isComplete ? "" : labels.joined(separator: " or ")
    case .value(_, .list): isComplete ? "" : "one of the slider's numbers"
    case .value(_, .range), .answer, .knob:
      isComplete ? "" : "a number, such as 1.5, 2/3 or 40%"
    }
  }
}

extension ListState.Kind {
  fileprivate var title: String {
    switch self {
    case .search: "search"
    case .palette: "commands"
    case .glossary: "glossary"
    }
  }

  /// What stands before the words being typed.
  fileprivate var sign: String {
    switch self {
    case .search, .glossary: "/"
    case .palette: ":"
    }
  }
}
