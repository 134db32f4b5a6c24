import Models
import Playground
import Terminal
import Text

/// All heads of a model over one sentence, what the chosen one looks at, and what the model answers.
struct HeadsPage {
  let page: Page
  let view: HeadsView

  private var appearance: Appearance { page.appearance }
  private var size: Size { page.size }
  private var isWide: Bool { size.width >= 100 && size.height >= 30 }

  init(_ page: Page, _ view: HeadsView) {
    self.page = page
    self.view = view
  }

  func draw(on frame: inout Frame) {
    frame.draw(header, in: row(0), appearance: appearance)
    if page.showsOnePart {
      drawSentence(at: 1, on: &frame)
      drawSentences(
        [view.birthSentence, view.headSentence, view.answerSentence, view.outcomeSentence]
          .compactMap(\.self),
        from: 4, on: &frame)
    } else {
      for rule in [1, 5, size.height - 5] { drawRule(rule, on: &frame) }
      drawSentence(at: 2, on: &frame)
      frame.draw(grid, in: gridRect, appearance: appearance)
      drawSide(on: &frame)
      drawSentences(
        [view.headSentence, view.outcomeSentence], from: size.height - 4, on: &frame)
    }
    frame.draw(
      NoticeLine(page), in: Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1),
      appearance: appearance)
    frame.draw(HintBar(page.hintsOfPage()), in: row(size.height - 1), appearance: appearance)
  }

  /// Sentences one below the other, the first one bright.
  private func drawSentences(_ texts: [String], from top: Int, on frame: inout Frame) {
    let rows = texts.enumerated().flatMap { number, text in
      TextWidth.wrapped(appearance.symbols.spelled(text), to: size.width - 4)
        .map { Line($0, number == 0 ? .bright : .dim) }
    }
    for (number, line) in rows.prefix(size.height - 2 - top).enumerated() {
      frame.buffer.write(line, at: Point(x: 2, y: top + number), appearance: appearance)
    }
  }

  private func row(_ y: Int) -> Rect { Rect(x: 0, y: y, width: size.width, height: 1) }

  private func drawRule(_ y: Int, on frame: inout Frame) {
    frame.draw(SectionRule(), in: row(y), appearance: appearance)
  }

  private var header: HeaderBar {
    let name = Span(view.model.name, .title, bold: true)
    let shape =
      "  \(view.model.layerCount) layers \(appearance.symbols.product) \(view.model.headCount) heads"
    let numbers =
      view.birth?.title ?? "\(NumberFormat.whole(view.model.numberCount)) trained numbers"
    return HeaderBar(
      left: HeaderBar.Part([[name, Span(shape, .dim)], [name]], priority: 1),
      right: HeaderBar.Part([Line(numbers, .dim)]))
  }

  // MARK: The sentence

  /// The sentence with the weights of the chosen head over its tokens, the one that asks in view.
  private func drawSentence(at y: Int, on frame: inout Frame) {
    let weights = view.weights(of: view.head)
    let most = weights.placeOfLargest
    let numbers = weights.map { $0 < 0.005 ? appearance.symbols.product : appearance.number($0) }
    let widths = zip(view.sentence.words, numbers).map {
      max(TextWidth.width(of: $0), TextWidth.width(of: $1))
    }
    var x = 2
    for token in firstToken(widths)..<widths.count {
      guard x + widths[token] <= size.width - 2 else { break }
      let (word, number) = (view.sentence.words[token], numbers[token])
      let isLoud = token == view.asking || token == most
      let role: Role = token == view.asking ? .hand : token == most ? .bright : .dim
      let lines = [
        Line(number, weights[token] < 0.005 ? .faint : .output, bold: token == most),
        Line(word, role, bold: isLoud), Line(token == view.asking ? "asks" : "", .hand),
      ]
      for (row, line) in lines.enumerated() {
        let start = x + max(0, (widths[token] - line.width) / 2)
        frame.buffer.write(line, at: Point(x: start, y: y + row), appearance: appearance)
      }
      x += widths[token] + gap(widths)
    }
  }

  /// The first token in view: no more are left out than the one that asks needs.
  private func firstToken(_ widths: [Int]) -> Int {
    var first = 0
    func width(_ tokens: ClosedRange<Int>) -> Int {
      widths[tokens].reduce(0) { $0 + $1 + gap(widths) }
    }
    while first < view.asking, width(first...view.asking) > size.width - 4 { first += 1 }
    return first
  }

  /// Three cells between words where the sentence then fits, fewer where not.
  private func gap(_ widths: [Int]) -> Int {
    min(3, max(1, (size.width - 4 - widths.reduce(0, +)) / max(widths.count - 1, 1)))
  }

  // MARK: The heads

  private var sideWidth: Int {
    if isWide { return 40 }
    // The steps of a training stand in a row, with a name before them.
    return view.birth != nil && size.width >= 80 ? 36 : 30
  }

  private var gridRect: Rect {
    Rect(x: 1, y: 6, width: size.width - sideWidth - 3, height: size.height - 11)
  }

  /// Every head as a picture; on a small page only what the current token looks at.
  private var grid: SmallMultiples {
    let words = view.sentence.words
    let rows = isWide ? words : [words[view.asking]]
    return SmallMultiples(
      title: [Span("weight", .output, bold: true), Span("  rows ask, columns answer", .dim)],
      tiles: view.model.places.map { place in
        let silent = view.state.silenced.contains(place) ? "silent " : ""
        let name = "\(place.name) \(silent)\(view.roleName(of: place))"
        return SmallMultiples.Tile(name, table(of: place))
      },
      rowLabels: AxisLabels(rows), columnLabels: AxisLabels(words),
      heat: MatrixTable.Heat(.output, limit: 1), emphasizedRow: isWide ? view.asking : 0,
      focusedTile: view.model.places.firstIndex(of: view.head))
  }

  private func table(of place: HeadPlace) -> TableValues {
    let count = view.sentence.tokens.count
    guard isWide else { return TableValues(view.weights(of: place), rows: 1, columns: count) }
    return TableValues(view.pass.weights(of: place).elements, rows: count, columns: count)
  }

  /// The head whose picture lies under a point.
  func messages(forClickAt point: Point) -> [Message] {
    guard let hit = grid.hit(point, in: gridRect, appearance: appearance) else { return [] }
    let place = view.model.places[hit.tile]
    return [.heads(place == view.head ? .open : .select(place))]
  }

  // MARK: The answer

  private func drawSide(on frame: inout Frame) {
    let x = size.width - sideWidth
    let answers = answers
    let top = Rect(x: x, y: 6, width: sideWidth - 2, height: answers.leastHeight)
    frame.draw(answers, in: top, appearance: appearance)
    let y = top.bottom + 1
    var room = Rect(x: x, y: y, width: sideWidth - 2, height: size.height - 5 - y)
    if let birth {
      let height = birth.size(fitting: room.size, appearance: appearance).height
      frame.draw(birth, in: room, appearance: appearance)
      room = room.inset(top: height + 1)
    }
    if view.birth == nil || room.height >= parts.bars.count + 1 {
      frame.draw(parts, in: room, appearance: appearance)
    }
  }

  /// What the head in hand and the model could do at each step of training.
  private var birth: ShareColumns? {
    guard let birth = view.birth else { return nil }
    let roles = birth.roles(of: view.head).map {
      ShareColumns.Row(Line($0.name, .output), $0.shares, .output)
    }
    let skills = birth.skills.map { ShareColumns.Row(Line($0.name, .dim), $0.shares, .text) }
    return ShareColumns(
      title: [
        Span(birth.title, .bright, bold: true), Span("  share right", .dim),
      ], rows: roles + skills, selected: birth.moment)
  }

  private var answers: BarList {
    let asking = view.sentence.words[view.asking]
    let title = view.model.looksBack ? "after \"\(asking)\"" : "\"\(asking)\" means"
    return BarList(
      title: Line(title, .bright, bold: true),
      bars: view.answers(isWide ? 5 : 3).map {
        BarList.Bar(view.word($0.word), value: $0.probability)
      }, emphasized: 0, limit: 1)
  }

  /// The logit of the best answer over the second, as a sum.
  private var parts: BarList {
    let best = view.answers(2).map { view.word($0.word) }
    let parts = view.parts
    let bars =
      [BarList.Bar("the words", value: parts.words)]
      + parts.heads.map { BarList.Bar($0.place.name, value: $0.part) }
      + [BarList.Bar("together", value: parts.sum)]
    return BarList(
      title: [Span("\(best[0]) over \(best[1])", .bright, bold: true), Span("  logits", .dim)],
      bars: bars, emphasized: 1 + (view.model.places.firstIndex(of: view.head) ?? 0))
  }
}
