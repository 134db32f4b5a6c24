import Models
import Playground
import Terminal
import Text

/// A sentence with a line from its pronoun to what it looks at, the share of every word, what the pronoun means,
/// and the words that fit in the place in hand.
struct SentencePage {
  let page: Page
  let view: SentenceView

  private var appearance: Appearance { page.appearance }
  private var size: Size { page.size }
  private var isLarge: Bool { size.width >= 100 && size.height >= 30 }
  private var isSmall: Bool { size.width < 58 || size.height < 18 }
  private var margin: Int { isLarge ? 6 : isSmall ? 1 : 3 }
  private var width: Int { size.width - 2 * margin }

  init(_ page: Page, _ view: SentenceView) {
    self.page = page
    self.view = view
  }

  func draw(on frame: inout Frame) {
    let blocks = blocks
    frame.draw(header, in: row(0), appearance: appearance)
    if !isSmall {
      for rule in [1, size.height - 3] {
        frame.draw(SectionRule(), in: row(rule), appearance: appearance)
      }
    }
    frame.draw(arcs, in: blocks.sentence, appearance: appearance)
    drawShares(blocks, on: &frame)
    draw(lines, in: blocks.words, on: &frame)
    drawChoice(in: blocks.choice, on: &frame)
    frame.draw(
      NoticeLine(page), in: Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1),
      appearance: appearance)
    frame.draw(HintBar(page.hintsOfPage()), in: row(size.height - 1), appearance: appearance)
    frame.cursor = arcs.cursorPlace(in: blocks.sentence, appearance: appearance)
  }

  private func row(_ y: Int) -> Rect { Rect(x: 0, y: y, width: size.width, height: 1) }

  private var header: HeaderBar {
    let name = Span("qkv", .title, bold: true)
    let title = Span("  What does \"\(view.sentence.words[view.asking])\" stand for?", .dim)
    let count = NumberFormat.whole(view.model.numberCount)
    return HeaderBar(
      left: HeaderBar.Part([[name, title], [name]], priority: 1),
      right: HeaderBar.Part([
        Line("trained \(appearance.symbols.product) \(view.model.name), \(count) numbers", .dim),
        Line("trained \(appearance.symbols.product) \(view.model.name)", .dim),
      ]))
  }

  // MARK: Where things stand

  private struct Blocks {
    var sentence = Rect(Size(width: 0, height: 0))
    var shares = Rect(Size(width: 0, height: 0))
    var answers = Rect(Size(width: 0, height: 0))
    var words = Rect(Size(width: 0, height: 0))
    var choice = Rect(Size(width: 0, height: 0))
  }

  /// The lines of text and the choice get what they need, the picture the rest.
  private var blocks: Blocks {
    let top = isSmall ? 1 : 2
    let bottom = size.height - (isSmall ? 2 : 3)
    let gap = size.height < 22 ? 0 : 1
    let room = bottom - top
    let choice = min(choiceLines.count, isSmall ? 1 : 2)
    let text = min(lines.count, isSmall ? max(room - 6, 1) : isLarge ? 4 : 5)
    let shares = isLarge ? 7 : isSmall ? 2 : size.height < 22 ? 3 : 6
    let sentence = min(max(room - shares - text - choice - 3 * gap, 2), isLarge ? 15 : 9)
    // Above and below the picture the same air, where much is left.
    let left = room - sentence - shares - text - choice - 3 * gap
    let air = max(left / 4, 0)
    var blocks = Blocks()
    var y = top + air
    func block(_ height: Int) -> Rect {
      defer { y += height + gap + air }
      return Rect(x: margin, y: y, width: width, height: min(height, max(bottom - y, 0)))
    }
    blocks.sentence = block(sentence)
    let cut = block(shares)
    blocks.words = block(text)
    // Every choice brings a blank on either side.
    let row = block(choice)
    blocks.choice = Rect(x: row.x - 1, y: row.y, width: row.width + 2, height: row.height)
    if isSmall {
      (blocks.shares, blocks.answers) = cut.split(top: 1)
    } else {
      let (left, right) = cut.split(right: isLarge ? 36 : 24)
      (blocks.shares, blocks.answers) = (left.inset(right: 3), right)
    }
    return blocks
  }

  // MARK: The sentence

  private var arcs: SentenceArcs {
    var tokens: [SentenceArcs.Token] = []
    let words = view.sentence.words
    func add(_ text: String, _ range: Range<Int>, piece: Int?) {
      tokens.append(token(text, range, piece: piece))
    }
    add(words[0], 0..<1, piece: nil)
    for (piece, text) in view.state.pieces.enumerated() {
      add(text, view.tokens(ofPiece: piece), piece: piece)
    }
    let end = (view.state.pieces.indices.last.map(view.tokens) ?? 0..<1).upperBound
    for place in end..<max(words.count, end) { add(words[place], place..<place + 1, piece: nil) }
    let asking = tokens.indices.first { index in
      index > 0 && index <= view.state.pieces.count
        && view.tokens(ofPiece: index - 1).contains(view.asking)
    }
    var arcs = SentenceArcs(tokens, asking: asking ?? 0)
    arcs.isSilent = isSilent
    return arcs
  }

  /// One piece of the sentence, which may be several tokens.
  private func token(_ text: String, _ range: Range<Int>, piece: Int?) -> SentenceArcs.Token {
    let before = view.weightsBefore
    let isHeld = piece == view.state.hand
    let isSlot = view.slots.contains { $0.piece == piece }
    let isAsking = range.contains(view.asking)
    let isTarget = range.contains(view.target)
    var token = SentenceArcs.Token(
      shown(text, piece), role(piece, isHeld, isAsking, isTarget, isSlot),
      weight: range.reduce(0) { $0 + view.weights[$1] },
      before: before.map { before in range.reduce(0) { $0 + before[$1] } })
    token.isHeld = isHeld
    token.isBold = isAsking || isTarget
    token.importance =
      isHeld || isAsking || isTarget
      ? .kept : view.canAnswer(text) ? .answer : isSlot ? .slot : .filler
    return token
  }

  private func role(
    _ piece: Int?, _ isHeld: Bool, _ isAsking: Bool, _ isTarget: Bool, _ isSlot: Bool
  ) -> Role {
    if isHeld { return .hand }
    if isAsking { return .query }
    if isTarget { return .key }
    return piece == nil ? .faint : isSlot ? .text : .dim
  }

  /// A mixed word is both; a place that was left empty is a dot.
  private func shown(_ text: String, _ piece: Int?) -> String {
    if view.state.act == .blend, piece == view.state.hand, view.state.blend > 0,
      let ends = view.blendEnds
    {
      return view.state.blend == SentenceState.blendSteps ? ends.to : "\(ends.from)+\(ends.to)"
    }
    return text.isEmpty ? appearance.symbols.product : text
  }

  /// The piece under a point.
  private func piece(at point: Point) -> Int? {
    arcs.hit(point, in: blocks.sentence, appearance: appearance)
      .flatMap { view.state.pieces.indices.contains($0 - 1) ? $0 - 1 : nil }
  }

  /// A click takes a word in hand.
  func messages(forClickAt point: Point) -> [Message] {
    piece(at: point).map { [.sentence(.take(piece: $0))] } ?? []
  }

  // MARK: The shares and the answer

  private func drawShares(_ blocks: Blocks, on frame: inout Frame) {
    if isSmall {
      frame.buffer.write(
        shareLine, at: blocks.shares.origin, appearance: appearance)
      frame.buffer.write(
        answerLine, at: blocks.answers.origin, appearance: appearance)
    } else {
      frame.draw(shares, in: blocks.shares, appearance: appearance)
      frame.draw(answers, in: blocks.answers, appearance: appearance)
    }
  }

  /// Whether the head that is shown writes nothing.
  private var isSilent: Bool { view.state.silenced.contains(view.head) }

  private var asker: String { "\"\(view.sentence.words[view.asking])\"" }

  /// The words that get or got something, and the rest as one piece.
  private var shares: ShareBars {
    let weights = view.weights
    let before = view.weightsBefore ?? weights
    let named = weights.indices.filter { max(weights[$0], before[$0]) >= 0.01 }
    func pieces(_ weights: [Float]) -> [Float] {
      let kept = named.map { weights[$0] < 0.005 ? 0 : weights[$0] }
      let rest = 1 - kept.reduce(0, +)
      return kept + [rest >= 0.005 ? rest : 0]
    }
    let (now, then) = (pieces(weights), pieces(before))
    var bars = ShareBars(
      title: [
        Span("\(asker) looks at", .bright, bold: true),
        Span("   head \(view.head.name)\(isSilent ? ", which is off" : "")", .dim),
      ],
      cuts: [
        ShareBars.Cut(
          labels: AxisLabels(named.map { view.sentence.words[$0] } + ["the rest"]), values: now,
          before: now == then ? [] : then)
      ])
    bars.keepsRoomForChanges = true
    return bars
  }

  private var answers: BarList {
    var list = BarList(
      title: Line("\(asker) means", .bright, bold: true),
      bars: view.candidates.map { candidate in
        var bar = BarList.Bar(candidate.word, value: candidate.probability)
        bar.ghost = candidate.before
        return bar
      }, limit: 1)
    list.emphasized = view.candidates.firstIndex { $0.word == view.answer }
    return list
  }

  private var shareLine: Line {
    let target = view.target
    let number = appearance.number(view.weights[target])
    let lead = "\(asker) looks at \(view.sentence.words[target]) \(number) "
    let room = max(0, width - TextWidth.width(of: lead))
    let cells = min(room, Int((Float(room) * view.weights[target]).rounded()))
    return [
      Span(lead, .bright),
      Span(String(repeating: appearance.symbols.bars[8], count: cells), .output),
    ]
  }

  private var answerLine: Line {
    let candidates = view.candidates.map {
      "\($0.word) \(appearance.number($0.probability))"
    }
    return [Span("\(asker) means ", .bright), Span(candidates.joined(separator: "  "), .text)]
  }

  // MARK: The words

  private var lines: [Line] {
    let spoken = view.lines + (view.warning.map { [$0] } ?? [])
    return spoken.enumerated().flatMap { number, text in
      TextWidth.wrapped(
        appearance.symbols.spelled(page.keys.spelled(text)), to: min(width, 90)
      ).map { Line($0, number == 0 ? .bright : .text) }
    }
  }

  private func draw(_ lines: [Line], in rect: Rect, on frame: inout Frame) {
    for (number, line) in lines.prefix(rect.height).enumerated() {
      frame.buffer.write(line, at: rect.origin.moved(dx: 0, dy: number), appearance: appearance)
    }
  }

  // MARK: What can be chosen

  private func drawChoice(in rect: Rect, on frame: inout Frame) {
    if view.state.act == .blend {
      frame.draw(blend, in: rect, appearance: appearance)
    } else {
      draw(choiceLines, in: rect, on: &frame)
    }
  }

  private var blend: SliderGrid {
    let ends = view.blendEnds ?? ("", "")
    return SliderGrid(
      rows: [
        SliderRow(
          label: "\(ends.from) \(appearance.symbols.right) \(ends.to)",
          value: view.state.blendPart, range: 0...1, start: 0)
      ], focused: 0)
  }

  private var choiceLines: [Line] {
    switch view.state.act {
    case .words: wrapped(options)
    case .blend: [[]]
    case .heads: wrapped(heads)
    }
  }

  /// The words that fit in the place in hand, the chosen one held.
  private var options: [Line] {
    guard let slot = view.slotInHand else { return [] }
    let word = view.state.pieces[slot.piece]
    return slot.options.enumerated().map { place, option in
      let text = option.isEmpty ? "nothing" : option
      let mark = place == slot.divide ? " \(appearance.symbols.verticalRule) " : " "
      return option == word
        ? [Span(mark, .faint), Span(text, .held, bold: true), Span(" ")]
        : [Span(mark, .faint), Span(text, .text), Span(" ")]
    }
  }

  private var heads: [Line] {
    view.places.enumerated().map { number, place in
      let isOff = view.state.silenced.contains(place)
      let mark = isOff ? appearance.symbols.open : appearance.symbols.done
      return [
        Span(" \(number + 1) ", .bright, bold: true), Span(mark, isOff ? .loss : .gain),
        Span(" \(place.name) \(isOff ? "off" : "on")   ", isOff ? .text : .dim),
      ]
    }
  }

  /// Words one behind the other in as many lines as they need, the one in hand in the first where only one fits.
  private func wrapped(_ words: [Line]) -> [Line] {
    var lines: [Line] = [[]]
    for word in words {
      if lines[lines.count - 1].width + word.width > width + 3 { lines.append([]) }
      lines[lines.count - 1] = lines[lines.count - 1] + word
    }
    guard isSmall,
      let held = lines.firstIndex(where: { line in
        line.spans.contains { $0.role == .held }
      })
    else { return lines }
    return Array(lines[held...])
  }
}
