import Models
import Playground
import Terminal
import Text

/// A hunt for a head: the sentence with the lines of the head in hand, all heads, and the three proofs.
struct HuntPage {
  let page: Page
  let view: HuntView

  private var appearance: Appearance { page.appearance }
  private var size: Size { page.size }
  private var isSmall: Bool { size.width < 58 || size.height < 18 }
  private var margin: Int { isSmall ? 1 : 3 }
  private var width: Int { size.width - 2 * margin }

  init(_ page: Page, _ view: HuntView) {
    self.page = page
    self.view = view
  }

  func draw(on frame: inout Frame) {
    frame.draw(header, in: row(0), appearance: appearance)
    if !isSmall {
      for rule in [1, size.height - 3] {
        frame.draw(SectionRule(), in: row(rule), appearance: appearance)
      }
    }
    let text = text
    let top = isSmall ? 1 : 2
    let bottom = size.height - (isSmall ? 2 : 3)
    let height = min(text.count, max(bottom - top - 2, 0))
    draw(
      sentencesIn: Rect(x: margin, y: top, width: width, height: bottom - top - height), on: &frame)
    for (number, line) in text.prefix(height).enumerated() {
      frame.buffer.write(
        line, at: Point(x: margin, y: bottom - height + number), appearance: appearance)
    }
    frame.draw(
      NoticeLine(page), in: Rect(x: 1, y: size.height - 2, width: size.width - 2, height: 1),
      appearance: appearance)
    frame.draw(HintBar(page.hintsOfPage()), in: row(size.height - 1), appearance: appearance)
  }

  private func row(_ y: Int) -> Rect { Rect(x: 0, y: y, width: size.width, height: 1) }

  private var header: HeaderBar {
    let name: Line = [Span("hunt", .title, bold: true), Span("  \(view.model.name)", .dim)]
    return HeaderBar(
      left: HeaderBar.Part([name], priority: 1),
      right: HeaderBar.Part([Line("sentence \(view.hunt.seed)", .dim)]))
  }

  // MARK: The sentences

  /// The sentence as it was drawn, and below it the one with other words where both have room.
  private func draw(sentencesIn rect: Rect, on frame: inout Frame) {
    guard let swapped = view.swapped else {
      return frame.draw(arcs(view.drawn), in: air(rect), appearance: appearance)
    }
    guard rect.height >= 8 else {
      return frame.draw(arcs(swapped), in: rect, appearance: appearance)
    }
    let (upper, lower) = rect.split(top: rect.height / 2)
    frame.draw(arcs(view.drawn), in: air(upper), appearance: appearance)
    frame.draw(arcs(swapped), in: air(lower), appearance: appearance)
  }

  /// The block without a row above and below, where there is much room.
  private func air(_ rect: Rect) -> Rect { rect.height > 5 ? rect.inset(bottom: 1) : rect }

  private func arcs(_ reading: HuntView.Reading) -> SentenceArcs {
    let weights = reading.weights(of: view.head)
    let most = weights.placeOfLargest
    let tokens = reading.sentence.words.enumerated().map { place, word in
      let isAsking = place == reading.sentence.asking
      var token = SentenceArcs.Token(
        word, isAsking ? .query : place == most ? .key : place == 0 ? .faint : .text,
        weight: weights[place])
      token.isBold = isAsking || place == most
      token.importance =
        isAsking || place == most
        ? .kept : view.model.words.sisters(of: word).count > 1 ? .slot : .filler
      return token
    }
    return SentenceArcs(tokens, asking: reading.sentence.asking)
  }

  // MARK: The words

  private var text: [Line] {
    let gap: [Line] = isSmall ? [] : [[]]
    return wrapped(view.hunt.question, .bright) + gap + heads + gap
      + HuntProof.allCases.enumerated().flatMap { proof($0, $1) }
  }

  /// A row for each layer, the head in hand held; a small page has one row for all.
  private var heads: [Line] {
    let rows = (1...view.model.layerCount).map { layer in
      Line(
        (isSmall ? [] : [Span("layer \(layer)  ", .dim)])
          + (1...view.model.headCount).flatMap { head -> [Span] in
            let place = HeadPlace(layer: layer, head: head)
            let isHeld = place == view.head
            return [Span(" \(place.name) ", isHeld ? .held : .text, bold: isHeld), Span(" ")]
          })
    }
    return isSmall ? [rows.reduce(Line([])) { $0 + $1 }] : rows
  }

  private func proof(_ number: Int, _ proof: HuntProof) -> [Line] {
    let verdict = view.verdict(of: proof)
    let start: Line = [
      Span("\(number + 1) ", .bright, bold: true), mark(verdict?.outcome), Span(" "),
    ]
    if isSmall, let verdict, verdict == view.state.verdicts.last {
      // Where rows are few, what came of the last proof stands in place of its title.
      let lines = wrapped(verdict.sentence, .text, indent: 4)
      return [start + Line(Array(lines[0].spans.dropFirst()))] + lines.dropFirst()
    }
    let head = start + Line(proof.title)
    return isSmall
      ? [head] : [head] + wrapped(verdict?.sentence ?? "press \(number + 1)", .dim, indent: 4)
  }

  private func mark(_ outcome: HuntVerdict.Outcome?) -> Span {
    switch outcome {
    case .passed: Span(appearance.symbols.check, .gain, bold: true)
    case .failed: Span(appearance.symbols.cross, .loss, bold: true)
    case .noProof: Span(appearance.symbols.half, .hand)
    case nil: Span(appearance.symbols.open, .dim)
    }
  }

  private func wrapped(_ text: String, _ role: Role, indent: Int = 0) -> [Line] {
    guard !text.isEmpty else { return [] }
    let space = String(repeating: " ", count: indent)
    return TextWidth.wrapped(
      appearance.symbols.spelled(page.keys.spelled(text)), to: min(width, 90) - indent
    ).map { [Span(space), Span($0, role)] }
  }
}
