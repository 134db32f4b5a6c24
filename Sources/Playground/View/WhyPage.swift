import Scenes
import Terminal

/// A derivation: the formula, the worked arithmetic, the operands to follow, and what it feeds.
struct WhyPage {
  let why: WhyState
  let explanation: Explanation
  let scene: Scene
  let look: Look

  init(_ why: WhyState, scene: Scene, look: Look) {
    self.why = why
    self.scene = scene
    self.look = look
    explanation = scene.explanation(of: why.subject)
  }

  /// The question that the page answers, with the number in it.
  var title: Line {
    [
      Span("why is  ", .bright, bold: true), Span(explanation.label, .bright, bold: true),
      Span("  \(NumberFormat.cell(explanation.value)) ?", .bright, bold: true),
    ]
  }

  /// The room for everything, the foot included.
  func wantedSize(in size: Size) -> Size {
    let width = min(74, size.width - 6)
    let parts = parts(width: width)
    return Size(width: width, height: parts.map(\.height).reduce(parts.count - 1, +) + 2)
  }

  private struct Part {
    let widget: any Widget
    let height: Int
  }

  private func parts(width: Int) -> [Part] {
    let room = Size(width: width, height: 200)
    let widgets: [any Widget] =
      [ProseView(words, maximumWidth: 70)]
      + (explanation.operands.isEmpty ? [] : [operands as any Widget])
      + (closing.isEmpty ? [] : [ProseView(closing, maximumWidth: 70)])
    return widgets.map { Part(widget: $0, height: $0.size(fitting: room, look: look).height) }
  }

  func draw(in rect: Rect, on frame: inout Frame, look: Look) {
    let parts = parts(width: rect.width)
    let wanted = parts.map(\.height).reduce(parts.count - 1, +)
    // Where not all fits, the operands scroll and the rest keeps its room.
    let excess = max(wanted - rect.height, 0)
    var y = rect.y
    for (index, part) in parts.enumerated() {
      let isElastic = index == 1 || parts.count == 1
      let height = isElastic ? max(part.height - excess, min(part.height, 3)) : part.height
      let place = Rect(x: rect.x, y: y, width: rect.width, height: height).intersection(rect)
      part.widget.draw(in: place, on: &frame.buffer, look: look)
      y += height + 1
    }
  }

  private var words: [ProseBlock] {
    let name = explanation.formula.split(separator: " ").first.map(String.init) ?? ""
    let formula = Formula(explanation.formula, symbols: look.symbols).line
    let spans = formula.spans.map { span in
      span.text == name ? Span(span.text, span.role, bold: true) : span
    }
    return [
      .paragraph(spans.map(ProseInline.span)),
      .paragraph([.span(Span(explanation.sentence, .dim))]),
    ] + explanation.lines.map { .mathematics(MathTree($0)) }
  }

  /// What the number was made from, with what each would change.
  private var operands: BarList {
    BarList(
      title: Line(
        why.showsGradients ? "inputs behind it, by how much they move it" : "operands", .dim),
      bars: explanation.operands.enumerated().map { index, operand in
        BarList.Bar(
          Line(operand.label, index == why.selected ? .bright : .text, bold: index == why.selected),
          value: operand.value,
          detail: Line("\(look.symbols.partial) \(NumberFormat.cell(operand.derivative))", .dim))
      },
      role: .query, emphasized: why.selected, hasValuesFirst: true, alignsLabelsRight: false,
      scroll: max(0, why.selected - 6))
  }

  private var closing: [ProseBlock] {
    if why.showsGradients { return [.paragraph(gradients)] }
    let feeds = explanation.feeds.prefix(3).map { feed in
      ProseBlock.paragraph([
        .span(Span("feeds  ", .dim)), .span(Span(feed.label, .bright)),
        .span(Span("  \(feed.phrase)", .dim)),
      ])
    }
    return Array(feeds)
  }

  /// The inputs that move this number most, with the slope of each.
  private var gradients: [ProseInline] {
    let gradient = scene.gradient(of: why.subject)
    let slopes = scene.definitions.filter(\.isInput).flatMap { input in
      (gradient[input.node]?.elements ?? []).enumerated().map { index, slope in
        (entry: Entry(node: input.node, index: index), slope: slope)
      }
    }
    let strongest = slopes.filter { $0.slope != 0 }.sorted { abs($0.slope) > abs($1.slope) }.prefix(
      6)
    guard !strongest.isEmpty else { return [.span(Span("no input moves this number", .dim))] }
    return [.span(Span("moved most by  ", .dim))]
      + strongest.flatMap { item -> [ProseInline] in
        [
          .span(Span(scene.label(of: item.entry), .bright)),
          .span(Span(" \(NumberFormat.cell(item.slope))   ", .dim)),
        ]
      }
  }
}
