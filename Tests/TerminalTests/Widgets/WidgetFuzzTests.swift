import Testing
import Text

@testable import Terminal

/// Every widget at any size with any content: nothing crashes and nothing outside its block changes.
struct WidgetFuzzTests {
  @Test(arguments: 0..<20)
  func anyWidgetKeepsToItsBlock(seed: Int) {
    var chance = Chance(seed: UInt64(seed))
    for _ in 0..<15 {
      let appearance = chance.appearance()
      for widget in chance.widgets() { keepsToItsBlock(widget, &chance, appearance) }
    }
  }

  private func keepsToItsBlock(
    _ widget: any Widget, _ chance: inout Chance, _ appearance: Appearance
  ) {
    let size = Size(width: chance.below(60), height: chance.below(30))
    var buffer = Buffer(size: size)
    buffer.fill(Rect(size), with: "#", .plain)
    let rect = Rect(
      x: chance.below(20) - 5, y: chance.below(12) - 3,
      width: chance.below(chance.below(8) == 0 ? 300 : 60),
      height: chance.below(chance.below(8) == 0 ? 100 : 24))
    let wanted = widget.size(fitting: rect.size, appearance: appearance)
    #expect(wanted.width <= rect.width && wanted.height <= rect.height, "\(type(of: widget))")
    #expect(wanted.width >= 0 && wanted.height >= 0, "\(type(of: widget))")
    widget.draw(in: rect, on: &buffer, appearance: appearance)
    expectUntouched(buffer, outside: rect, widget)
    expectWholeGlyphs(buffer, widget)
  }

  private func expectUntouched(_ buffer: Buffer, outside rect: Rect, _ widget: any Widget) {
    var touched: [Point] = []
    for y in 0..<buffer.size.height {
      for x in 0..<buffer.size.width where !rect.contains(Point(x: x, y: y)) {
        if buffer[x, y].text != "#" { touched.append(Point(x: x, y: y)) }
      }
    }
    #expect(touched.isEmpty, "\(widget) in \(rect)")
  }

  private func expectWholeGlyphs(_ buffer: Buffer, _ widget: any Widget) {
    var broken: [Point] = []
    for y in 0..<buffer.size.height {
      for x in 0..<buffer.size.width {
        let isWide = TextWidth.width(of: buffer[x, y].text) == 2
        let isFollowed = x + 1 < buffer.size.width && buffer[x + 1, y].text.isEmpty
        if isWide != isFollowed { broken.append(Point(x: x, y: y)) }
      }
    }
    #expect(broken.isEmpty, "\(widget)")
  }
}

/// Reproducible chance (SplitMix64).
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }

  mutating func isHeads() -> Bool { below(2) == 0 }

  mutating func appearance() -> Appearance {
    Appearance(
      theme: Theme.all[below(Theme.all.count)], symbols: isHeads() ? .unicode : .ascii,
      colors: ColorDepth.allCases[below(ColorDepth.allCases.count)])
  }

  mutating func text() -> String {
    let words = [
      "", "a", "the", "cat", "because", "query", "語彙", "日本語のトークン", "👩‍🚀", "e\u{301}te", "नमस्ते",
      "\u{1b}[31m", "a very long label indeed", " ", "W_q", "·", "\n",
    ]
    return (0..<below(4)).map { _ in words[below(words.count)] }.joined(
      separator: isHeads() ? " " : "")
  }

  mutating func line() -> Line {
    Line((0..<below(4)).map { _ in Span(text(), role(), bold: isHeads()) })
  }

  mutating func role() -> Role { Role.allCases[below(Role.allCases.count)] }

  mutating func number() -> Float {
    let odd: [Float] = [
      0, -0.0, .infinity, -.infinity, .nan, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
      .leastNonzeroMagnitude, 1, -1, 1e9,
    ]
    return isHeads() ? Float(below(4001) - 2000) / 700 : odd[below(odd.count)]
  }

  mutating func many<T>(_ most: Int, _ make: (inout Chance) -> T) -> [T] {
    (0..<below(most + 1)).map { _ in make(&self) }
  }

  mutating func maybe<T>(_ make: (inout Chance) -> T) -> T? { isHeads() ? make(&self) : nil }

  mutating func place() -> Int { below(24) - 4 }

  mutating func cell() -> CellPosition { CellPosition(row: place(), column: place()) }

  mutating func tree(_ depth: Int = 0) -> MathTree {
    switch below(depth > 3 ? 2 : 7) {
    case 0: .text(Span(text(), role()))
    case 1: .symbol(Span(["q", "=", "−", "√", "d", "∑", ","][below(7)], role()))
    case 2: .row(many(5) { $0.tree(depth + 1) })
    case 3: .fraction(tree(depth + 1), tree(depth + 1))
    case 4: .root(tree(depth + 1))
    case 5:
      .scripts(
        tree(depth + 1), subscript: maybe { $0.tree(depth + 1) },
        superscript: maybe { $0.tree(depth + 1) })
    default: .fenced("(", tree(depth + 1), ["", ")"][below(2)])
    }
  }

  mutating func inlines() -> [ProseInline] {
    many(6) { chance in
      switch chance.below(5) {
      case 0: .mathematics(chance.tree(2))
      case 1: .lineBreak
      default: .span(Span(chance.text(), chance.role()))
      }
    }
  }

  mutating func block(_ depth: Int = 0) -> ProseBlock {
    switch below(depth > 2 ? 4 : 6) {
    case 0: .heading(line())
    case 1: .paragraph(inlines())
    case 2: .mathematics(tree(1))
    case 3: .code(many(3) { $0.line() })
    case 4: .list(isOrdered: isHeads(), items: many(3) { $0.many(2) { $0.block(depth + 1) } })
    default: .quote(many(3) { $0.block(depth + 1) })
    }
  }
}

extension Chance {
  mutating func table() -> MatrixTable {
    MatrixTable(
      title: line(), captions: many(2) { $0.line() }, rowLabels: .init(many(12) { $0.text() }),
      columnLabels: .init(many(12) { $0.text() }),
      values: TableValues(many(12) { $0.many(12) { $0.maybe { $0.number() } } }),
      heat: maybe { MatrixTable.Heat($0.role(), limit: $0.maybe { $0.number() }) },
      showsSums: isHeads(), emphasizedRow: maybe { $0.place() },
      emphasizedColumn: maybe { $0.place() }, cursor: maybe { $0.cell() },
      pinnedRow: maybe { $0.place() }, pinnedColumn: maybe { $0.place() },
      changes: many(12) { $0.many(12) { $0.number() } }, scroll: cell())
  }

  mutating func sliders() -> SliderGrid {
    SliderGrid(
      rows: many(9) { chance in
        let ends = [chance.number(), chance.number()].filter { !$0.isNaN }.sorted()
        let range = ends.count == 2 ? ends[0]...ends[1] : -1...1
        return SliderRow(
          label: chance.text(), value: chance.number(), range: range, start: chance.number(),
          change: chance.maybe { $0.number() }, isWhole: chance.isHeads(),
          slope: chance.maybe { $0.number() })
      }, focused: maybe { $0.place() })
  }

  mutating func bars() -> BarList {
    BarList(
      title: line(), captions: many(2) { $0.line() },
      bars: many(12) { chance in
        BarList.Bar(
          chance.line(), value: chance.maybe { $0.number() }, change: chance.maybe { $0.number() },
          detail: chance.line())
      }, role: role(), emphasized: maybe { $0.place() }, limit: maybe { $0.number() },
      lowerLimit: maybe { $0.number() },
      hasValuesFirst: isHeads(), alignsLabelsRight: isHeads(), scroll: place())
  }

  mutating func groupedBars() -> BarList {
    var list = bars()
    list.groupSize = 1 + below(4)
    list.isLogarithmic = isHeads()
    for index in list.bars.indices {
      list.bars[index].ghost = maybe { $0.number() }
      list.bars[index].kind = index % list.groupSize
      list.bars[index].role = maybe { $0.role() }
    }
    return list
  }

  mutating func histograms() -> HistogramStack {
    HistogramStack(
      title: line(),
      histograms: many(4) { chance in
        var histogram = Histogram(
          title: chance.line(), values: chance.many(40) { $0.number() }, role: chance.role())
        histogram.marks = chance.many(3) { $0.number() }
        return histogram
      })
  }

  mutating func flows() -> FlowTiles {
    FlowTiles(
      title: line(), captions: many(2) { $0.line() }, flows: many(6) { $0.flow() },
      perLine: maybe { 1 + $0.below(5) }, focused: maybe { $0.below(6) })
  }

  mutating func bigNumbers() -> BigNumbers {
    BigNumbers(
      title: line(),
      items: many(4) { chance in
        BigNumbers.Item(
          chance.line(), value: chance.maybe { $0.number() }, change: chance.maybe { $0.number() },
          role: chance.role())
      }, cursor: maybe { $0.place() })
  }

  mutating func plane() -> PlaneView {
    PlaneView(
      title: line(),
      vectors: many(8) {
        PlaneView.Vector($0.text(), x: $0.number(), y: $0.number(), role: $0.role())
      }, focused: maybe { $0.place() }, partner: maybe { $0.place() }, xLabel: text(),
      yLabel: text())
  }

  mutating func values() -> TableValues {
    TableValues(
      many(60) { $0.number() }, from: below(9), rows: below(12), columns: below(12),
      isVeiled: below(5) == 0)
  }

  mutating func flow() -> FlowView {
    FlowView(
      title: line(), captions: many(2) { $0.line() }, queryTitle: line(), keyTitle: line(),
      queryLabels: .init(many(12) { $0.text() }), keyLabels: .init(many(12) { $0.text() }),
      weights: values(),
      role: role(), limit: maybe { $0.number() }, focusedQuery: maybe { $0.place() },
      cursor: maybe { $0.cell() }, changes: many(12) { $0.number() }, showsSum: isHeads())
  }

  mutating func smallMultiples() -> SmallMultiples {
    let rows = below(9)
    let columns = below(9)
    return SmallMultiples(
      title: line(), captions: many(2) { $0.line() },
      tiles: many(7) { chance in
        let numbers = (0..<rows * columns).map { _ in chance.number() }
        return SmallMultiples.Tile(
          chance.text(),
          TableValues(numbers, rows: rows, columns: columns, isVeiled: chance.below(6) == 0))
      },
      rowLabels: .init(many(12) { $0.text() }), columnLabels: .init(many(12) { $0.text() }),
      heat: MatrixTable.Heat(role(), limit: maybe { $0.number() }),
      emphasizedRow: maybe { $0.place() }, focusedTile: maybe { $0.place() },
      cursor: maybe { $0.cell() })
  }

  mutating func numbers(_ count: Int) -> [Float] { (0..<count).map { _ in number() } }

  mutating func labels(_ count: Int) -> AxisLabels {
    isHeads() ? AxisLabels(numbers: count) : AxisLabels((0..<count).map { _ in text() })
  }

  mutating func shareBars() -> ShareBars {
    var bars = ShareBars(
      title: line(), captions: many(2) { $0.line() },
      cuts: many(4) { chance in
        let count = chance.below(12)
        let scores = chance.isHeads() ? chance.numbers(count) : []
        var cut = ShareBars.Cut(
          name: chance.line(), labels: chance.labels(count), values: chance.numbers(count),
          before: chance.isHeads() ? chance.numbers(count) : [], scores: scores,
          flaw: chance.maybe { $0.text() })
        cut.portions = scores
        return cut
      }, role: role())
    for place in 0..<below(3) { bars.marks[place] = number().magnitude }
    bars.hatched = Set(many(3) { $0.place() })
    bars.cursor = maybe { $0.cell() }
    bars.keepsRoomForChanges = isHeads()
    return bars
  }

  mutating func pipeline() -> PipelineDiagram {
    let count = 7 + below(2)
    var diagram = PipelineDiagram(
      title: line(),
      boxes: (0..<count).map { place in
        let rows = place % 3 == 0 ? 1 + below(9) : 1
        let columns = 1 + below(9)
        let forms: [PipelineDiagram.Form] = [.heat, .numbers, .columns]
        return PipelineDiagram.Box(
          name: Span(text(), role()), formula: line(), token: text(), wire: line(),
          form: forms[place % 3], rowLabels: labels(rows), labels: labels(columns),
          values: TableValues(
            numbers(rows * columns), rows: rows, columns: columns, isVeiled: below(5) == 0))
      })
    diagram.cursor = maybe { CellPosition(row: 0, column: $0.below(count)) }
    return diagram
  }

  mutating func field() -> InputField {
    InputField(
      prompt: text(), text: text(), place: maybe { $0.place() }, placeholder: text(),
      message: line())
  }

  mutating func menu() -> MenuList {
    MenuList(
      sections: many(4) { chance in
        let items = chance.many(6) {
          MenuList.Item(
            mark: $0.maybe { Span($0.text()) }, number: $0.text(), text: $0.line(),
            detail: $0.line())
        }
        return MenuList.Section(title: chance.line(), items: items)
      }, selected: maybe { $0.place() }, hasBranches: isHeads())
  }

  mutating func header() -> HeaderBar {
    HeaderBar(
      left: part(), center: part(), right: part(), margin: below(4), gap: below(4))
  }

  mutating func part() -> HeaderBar.Part {
    HeaderBar.Part(many(3) { $0.line() }, priority: below(3))
  }

  mutating func hints() -> HintBar {
    HintBar(
      many(9) {
        HintBar.Hint($0.text(), $0.text(), short: $0.maybe { $0.text() }, isKept: $0.isHeads())
      }, trailing: line())
  }

  mutating func overlay() -> OverlayFrame {
    OverlayFrame(
      title: line(), contentSize: Size(width: below(90), height: below(40)))
  }

  mutating func curves() -> CurvePlot {
    CurvePlot(
      title: line(),
      curves: many(3) { chance in
        CurvePlot.Curve(
          chance.text(), role: chance.role(),
          points: chance.many(12) { SIMD2($0.number(), $0.number()) })
      }, mark: maybe { $0.number() }, includesZero: isHeads(), hasMarks: isHeads())
  }

  mutating func page() -> TextPage {
    TextPage(
      many(4) { chance in
        let entries = chance.many(6) { TextPage.Entry($0.text(), $0.line()) }
        return TextPage.Section(title: chance.line(), entries: entries)
      }, scroll: place())
  }

  mutating func widgets() -> [any Widget] {
    [
      table(), sliders(), bars(), plane(), field(), menu(), header(), hints(), curves(),
      page(), flow(), smallMultiples(), shareBars(), pipeline(), groupedBars(), histograms(),
      flows(), bigNumbers(), MathBox(tree()),
      ProseView(many(5) { $0.block() }, scroll: place()),
      Histogram(title: line(), values: many(40) { $0.number() }, role: role()),
      ProgressDots(many(20) { [.done, .current, .open][$0.below(3)] }),
      SectionRule(title: line(), note: line(), lead: below(4)), overlay(),
    ]
  }
}
