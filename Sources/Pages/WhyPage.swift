import Playground
import Scenes
import Terminal
import Text

/// A derivation: the formula, the worked arithmetic, the operands to follow, and what it feeds.
struct WhyPage {
  let why: WhyState
  let explanation: Explanation
  let scene: Scene
  let size: Size
  let appearance: Appearance

  init(_ why: WhyState, scene: Scene, size: Size, appearance: Appearance) {
    self.why = why
    self.scene = scene
    self.size = size
    self.appearance = appearance
    explanation = why.explanation(in: scene)
  }

  /// The question that the page answers, with the number in it.
  var title: Line {
    [
      Span("why is  ", .bright, bold: true), Span(explanation.label, .bright, bold: true),
      Span("  \(NumberFormat.cell(explanation.value)) ?", .bright, bold: true),
    ]
  }

  /// The same for every number, so that nothing jumps on the way from one to the next.
  var place: OverlayPlace { OverlayPlace(Size(width: 74, height: 20), title: title, in: size) }

  /// How much of the derivation is seen.
  var extent: WordsExtent {
    let content = place.content
    let total = height(width: content.width)
    return WordsExtent(scroll: scroll(in: content), height: content.height, total: total)
  }

  private struct Part {
    let widget: any Widget
    /// The rows left free above it.
    let gap: Int
    let height: Int
  }

  private func parts(width: Int) -> [Part] {
    let room = Size(width: width, height: 100_000)
    func part(_ widget: any Widget, gap: Int = 1) -> Part {
      Part(
        widget: widget, gap: gap,
        height: widget.size(fitting: room, appearance: appearance).height)
    }
    var parts = [part(ProseView(words, maximumWidth: 70), gap: 0)]
    if !explanation.operands.isEmpty { parts.append(part(operands)) }
    if let others { parts.append(part(ProseView([others], maximumWidth: 70), gap: 0)) }
    if !closing.isEmpty { parts.append(part(ProseView(closing, maximumWidth: 70))) }
    return parts
  }

  private func height(width: Int) -> Int { height(of: parts(width: width)) }

  private func height(of parts: [Part]) -> Int { parts.reduce(0) { $0 + $1.gap + $1.height } }

  private var listed: Int { why.listed(of: explanation.operands.count) }

  /// What is said of the operands that are not listed.
  private var others: ProseBlock? {
    let count = explanation.operandCount - listed
    guard count > 0 else { return nil }
    let way = listed < explanation.operands.count ? "; go down to see them" : " that count less"
    return .paragraph([.span(Span("and \(count) more\(way)", .dim))])
  }

  /// The first line in view: as it was scrolled, or as far as the selected operand needs.
  private func scroll(in rect: Rect) -> Int {
    let parts = parts(width: rect.width)
    let total = height(of: parts)
    let isLast = why.selected >= listed - 1
    // The first part, the gap below it and the title stand before the operands.
    let followed = isLast ? total - 1 : (parts.first?.height ?? 0) + 2 + why.selected
    let wanted = why.scroll ?? followed - rect.height + 1
    return min(max(wanted, 0), max(total - rect.height, 0))
  }

  func draw(in rect: Rect, on frame: inout Frame, appearance: Appearance) {
    let extent = extent
    var y = rect.y - extent.scroll
    for part in parts(width: rect.width) {
      y += part.gap
      let place = Rect(x: rect.x, y: y, width: rect.width, height: part.height)
      frame.buffer.clipped(to: rect) {
        part.widget.draw(in: place, on: &$0, appearance: appearance)
      }
      y += part.height
    }
    drawMarks(extent, beside: rect, on: &frame, appearance)
  }

  private func drawMarks(
    _ extent: WordsExtent, beside rect: Rect, on frame: inout Frame, _ appearance: Appearance
  ) {
    let style = appearance.style(.dim)
    if extent.scroll > 0 {
      frame.buffer.write(
        appearance.symbols.moreAbove, at: Point(x: rect.right, y: rect.y), style: style)
    }
    if extent.scroll + extent.height < extent.total {
      frame.buffer.write(
        appearance.symbols.moreBelow, at: Point(x: rect.right, y: rect.bottom - 1), style: style)
    }
  }

  private var words: [ProseBlock] {
    let name = explanation.formula.split(separator: " ").first.map(String.init) ?? ""
    let formula = Formula(explanation.formula, appearance).line
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
      title: Line(operandsTitle, .dim),
      bars: explanation.operands.prefix(listed).enumerated().map { index, operand in
        BarList.Bar(
          Line(
            shortened(operand.label), index == why.selected ? .bright : .text,
            bold: index == why.selected),
          value: operand.value,
          detail: Line("\(factorSign) \(appearance.fineNumber(operand.derivative))", .dim))
      },
      role: .text, emphasized: why.selected, hasValuesFirst: true, alignsLabelsRight: false)
  }

  /// A label without the middle of its formula where it is long: operands differ at their ends.
  private func shortened(_ label: String) -> String {
    let room = max(place.content.width / 2, 12)
    let ellipsis = appearance.symbols.ellipsis
    guard TextWidth.width(of: label) > room, let bracket = label.lastIndex(of: "[") else {
      return label
    }
    let end = label[bracket...]
    let free = room - TextWidth.width(of: String(end)) - TextWidth.width(of: ellipsis)
    return free < 3 ? label : label[..<bracket].prefix(free) + ellipsis + end
  }

  /// What the list holds, in as many words as fit.
  private var operandsTitle: String {
    let forms = operandsTitles
    let room = place.content.width
    return forms.first { TextWidth.width(of: $0) <= room } ?? forms[forms.count - 1]
  }

  private var operandsTitles: [String] {
    if why.result != nil {
      return [
        "made from it: what each counts, times how much it moves", "what each counts × moves",
      ]
    }
    if why.showsGradients {
      return ["inputs behind it, and how much each moves it", "inputs behind it, and slopes"]
    }
    let all = explanation.operandCount
    let operands = listed == all ? "operands" : "the \(listed) operands of \(all) that count most"
    let short = listed == all ? operands : "the \(listed) of \(all) that count most"
    return [
      operands + " and the slope of each while the others stand still",
      operands + " and the slope of each", short,
    ]
  }

  /// A derivative is a sum of products, another number has derivatives by its operands.
  private var factorSign: String {
    why.result == nil ? appearance.symbols.partial : appearance.symbols.times
  }

  private var closing: [ProseBlock] {
    if why.showsGradients, why.result == nil { return [.paragraph(gradients)] }
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
    if slopes.contains(where: { $0.entry == why.subject }) {
      return [.span(Span("an input: nothing moves it but you", .dim))]
    }
    let strongest = slopes.filter { $0.slope != 0 }.sorted { abs($0.slope) > abs($1.slope) }
      .prefix(6)
    guard !strongest.isEmpty else { return [.span(Span("no input moves this number", .dim))] }
    return [.span(Span("moved most by  ", .dim))]
      + strongest.flatMap { item -> [ProseInline] in
        [
          .span(Span(scene.label(of: item.entry), .bright)),
          .span(Span(" \(appearance.fineNumber(item.slope))   ", .dim)),
        ]
      }
  }
}
