import Lessons
import Playground
import Scenes
import Terminal
import Text

/// A step on the page: header, words, scene, sliders, foot.
struct LessonPage {
  let page: Page
  let session: Session
  let stepState: StepState
  let appearance: Appearance
  let layout: PageLayout
  private(set) var words: ProseLines
  /// Whether the words are in their compact form.
  let isCompact: Bool
  /// Whether the words have the larger share of the page.
  let givesRoomToWords: Bool
  let sliders: SliderStrip
  let training: TrainingStrip?
  let panels: PanelBoard

  init(_ page: Page, _ session: Session) {
    self.page = page
    self.session = session
    appearance = page.appearance
    stepState = session.stepState
    sliders = SliderStrip(stepState, width: page.size.width, appearance: appearance)
    training = TrainingStrip(stepState, appearance: appearance)
    let board = PanelBoard(
      stepState.pointing(at: page.model.spokenPlace), appearance: appearance)
    let isWide = PageLayout.composition(for: page.size) == .wide
    let first = Self.words(of: stepState, page, isCompact: !isWide)
    var wishes = Self.wishes(page, stepState, first, sliders, board)
    var layout = PageLayout(page.size, wishes)
    // A question that is being read gets the room of the words, where it would be cut without.
    if stepState.isReading, stepState.wordsInView.isTowardsQuestion, layout.composition == .stacked,
      let question = Self.questionLines(page, stepState, first),
      question.count > layout.words.height
    {
      wishes.focus = .words
      layout = PageLayout(page.size, wishes)
    }
    givesRoomToWords = wishes.focus == .words
    self.layout = layout
    let fits = first.lines.count <= layout.words.height
    isCompact = !isWide || !fits
    words = fits || !isWide ? first : Self.words(of: stepState, page, isCompact: true, known: first)
    panels = board.placed(in: layout.scene, composition: layout.composition)
    words.scroll = scroll(to: stepState.wordsInView)
  }

  private static func words(
    of stepState: StepState, _ page: Page, isCompact: Bool, known: ProseLines? = nil
  ) -> ProseLines {
    let width = PageLayout.wordsWidth(for: page.size)
    let narration = Narration(stepState, page.model, page.appearance, isCompact: isCompact)
    return ProseView(narration.blocks, maximumWidth: width)
      .set(width: width + 2, appearance: page.appearance, known: known)
  }

  private static func wishes(
    _ page: Page, _ stepState: StepState, _ words: ProseLines, _ sliders: SliderStrip,
    _ board: PanelBoard
  ) -> PageLayout.Wishes {
    let size = page.size
    let composition = PageLayout.composition(for: size)
    var wishes = PageLayout.Wishes()
    wishes.isWordless = stepState.isWordless || stepState.zoomed != nil
    wishes.focus = focus(on: stepState, composition)
    wishes.sliderRows = sliders.rows
    wishes.trainingRows = trainingRows(stepState, composition)
    if composition == .stacked {
      wishes.sceneHeight = board.modestHeight(
        width: size.width - 2, sharing: size.height / 2)
    }
    wishes.wordsHeight = words.lines.count
    return wishes
  }

  /// The part that gets the room: the words while they are read, where they would have hardly any.
  private static func focus(on stepState: StepState, _ composition: PageLayout.Composition) -> Focus
  {
    guard stepState.isReading, !stepState.isWordless else { return stepState.focus }
    switch composition {
    case .single: return .words
    case .stacked:
      if case .panel = stepState.focus { return .words }
      return stepState.focus
    case .wide, .tooSmall: return stepState.focus
    }
  }

  /// Where words and scene share few rows, a run that waits for a guess leaves its own to them.
  private static func trainingRows(
    _ stepState: StepState, _ composition: PageLayout.Composition
  ) -> Int {
    if stepState.step.training == nil { return 0 }
    let waits = stepState.obstacleToRunning != nil && stepState.focus != .training
    return composition == .stacked && waits ? 0 : TrainingStrip.rows(composition)
  }

  func draw(on frame: inout Frame) {
    frame.draw(header, in: layout.header, appearance: appearance)
    for row in layout.rules { drawRule(row, on: &frame) }
    drawDivider(on: &frame)
    drawWords(on: &frame)
    drawTraining(on: &frame)
    drawSliders(on: &frame)
    if let caption = CaptionLine(page) {
      frame.draw(caption, in: layout.notice, appearance: appearance)
    } else {
      frame.draw(NoticeLine(page), in: layout.notice, appearance: appearance)
    }
    frame.draw(foot, in: layout.foot, appearance: appearance)
    panels.draw(on: &frame)
    frame.cursor = cursor
  }

  private func drawRule(_ row: Int, on frame: inout Frame) {
    let rect = Rect(x: 0, y: row, width: page.size.width, height: 1)
    frame.draw(
      SectionRule(note: row == bottomRule ? panels.note : []), in: rect, appearance: appearance)
  }

  /// The rule below the scene, where no sliders have a title there.
  private var bottomRule: Int? { layout.slidersTitle == nil ? layout.rules.max() : nil }

  private func drawDivider(on frame: inout Frame) {
    guard let column = layout.divider else { return }
    let style = appearance.style(.rule)
    for row in 2..<max(layout.words.bottom + 1, 2) {
      frame.buffer.write(
        appearance.symbols.verticalRule, at: Point(x: column, y: row), style: style)
    }
  }

  private func drawWords(on frame: inout Frame) {
    guard !layout.words.isEmpty else { return }
    frame.draw(words, in: layout.words, appearance: appearance)
    // Above the words, where no text can stand; one part alone has only the marks at its edge.
    guard let note = wordsNote, layout.composition != .single else { return }
    let x = layout.words.right - TextWidth.width(of: note)
    frame.buffer.write(
      note, at: Point(x: x, y: layout.words.y - 1), style: appearance.style(.faint))
  }

  /// `1/3 ▾` where the words go on.
  private var wordsNote: String? {
    wordsExtent.goesOn ? " \(wordsExtent.page)/\(wordsExtent.pages) " : nil
  }

  var wordsExtent: WordsExtent {
    let total = words.lines.count
    let height = max(layout.words.height, 1)
    let scroll = min(words.scroll, max(total - height, 0))
    return WordsExtent(
      scroll: scroll, height: height, total: total,
      cut: words.formulaCut(from: scroll, to: scroll + height))
  }

  private func drawSliders(on frame: inout Frame) {
    if let row = layout.slidersTitle {
      let rule = SectionRule(title: sliders.title, note: panels.note)
      frame.draw(
        rule, in: Rect(x: 0, y: row, width: page.size.width, height: 1), appearance: appearance)
    }
    frame.draw(sliders.grid, in: layout.sliders.inset(dx: 2), appearance: appearance)
  }

  private func drawTraining(on frame: inout Frame) {
    guard let training else { return }
    if let row = layout.trainingTitle {
      let rule = SectionRule(title: training.title, note: training.note)
      frame.draw(
        rule, in: Rect(x: 0, y: row, width: page.size.width, height: 1), appearance: appearance)
    }
    frame.draw(training.strip, in: layout.training.inset(dx: 2), appearance: appearance)
  }

  /// The hardware cursor stands on what has the focus.
  private var cursor: Point? {
    switch page.context == .words ? .words : stepState.focus {
    case .words: layout.words.isEmpty ? nil : layout.words.origin
    case .sliders: sliders.grid.cursor(in: layout.sliders.inset(dx: 2))
    case .training: training?.strip.cursor(in: layout.training.inset(dx: 2))
    case .panel(let index): panels.cursor(of: index)
    }
  }

  func target(at point: Point) -> PointerTarget? {
    if layout.words.contains(point) { return .words }
    if let hit = sliders.grid.hit(point, in: layout.sliders.inset(dx: 2)) {
      return .slider(hit.row)
    }
    if let hit = training?.strip.hit(point, in: layout.training.inset(dx: 2)),
      let knob = RunKnob(rawValue: hit.knob)
    {
      return .knob(knob, hit.place)
    }
    return panels.target(at: point)
  }
}

/// How much of the words is seen.
struct WordsExtent: Equatable {
  var scroll = 0
  var height = 1
  var total = 1
  /// The line of a formula that is left for the next page, since it would be cut on this one.
  var cut: Int?

  /// What a page down moves by: the last line read stays in view.
  var leap: Int { max(height - 1, 1) }
  /// Pages down lead from the first page to the last.
  var pages: Int { (max(total - height, 0) + leap - 1) / leap + 1 }
  /// The page that is seen, counted from 1; the last one once there is nothing more below.
  var page: Int { isMoreBelow ? min((scroll + leap / 2) / leap + 1, max(pages - 1, 1)) : pages }
  /// Where the next page begins.
  var next: Int { min(scroll + leap, cut ?? .max) }
  var isMoreBelow: Bool { scroll + height < total }
  /// Whether there is more than is seen.
  var goesOn: Bool { total > height }
}

extension Page {
  /// How the words stand on the page now, so that a key can turn it.
  var wordsExtent: WordsExtent { lessonPage?.wordsExtent ?? WordsExtent() }
}
