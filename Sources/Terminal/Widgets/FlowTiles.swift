import Text

/// The flows of a stack side by side at one scale, nearly in a square.
///
/// Where not all of them have room, those around the one in hand are shown.
package struct FlowTiles: Widget, Equatable, Sendable {
  package var title: Line
  package var captions: [Line]
  /// Flows of the same size; the title of each is its name.
  package var flows: [FlowView]
  /// How many make a row, where rows mean something.
  package var perLine: Int?
  /// The flow that the keys are on.
  package var focused: Int?

  package init(
    title: Line = [], captions: [Line] = [], flows: [FlowView], perLine: Int? = nil,
    focused: Int? = nil
  ) {
    self.title = title
    self.captions = captions
    self.flows = flows
    self.perLine = perLine
    self.focused = focused
  }

  package func size(fitting: Size, appearance: Appearance) -> Size {
    let layout = layout(in: fitting)
    guard let wished = flows.map({ $0.size(fitting: fitting, appearance: appearance) }).first else {
      return Size(width: 0, height: 0)
    }
    let width = min(wished.width, layout.tile.width)
    let height = min(wished.height, layout.tile.height)
    let titleWidth = PanelTitle(title: title, captions: captions).width
    return Size(
      width: min(
        fitting.width, max(titleWidth, layout.perLine * (width + Self.gap) - Self.gap)),
      height: min(fitting.height, layout.top + layout.lines * (height + 1) - 1))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    let layout = layout(in: rect.size)
    if layout.top > 0 {
      let note = RangeNote("pictures", layout.shown, of: flows.count, appearance.symbols)
      PanelTitle(title: title, captions: captions, notes: RangeNote.forms([note])).draw(
        Pen(rect, appearance), on: &buffer)
    }
    for index in layout.shown {
      flow(index).draw(
        in: place(of: index, layout, in: rect), on: &buffer, appearance: appearance)
    }
  }

  /// Whether every line of every flow can be followed.
  package func isLegible(in size: Size) -> Bool {
    let layout = layout(in: size)
    return layout.shown.count == flows.count
  }

  /// The least height at which no flow is hidden on a page of usual width.
  package var leastHeight: Int {
    let lengths = TileGrid(count: flows.count, rowLength: perLine).rowLengths
    let lines = lengths.map { (flows.count + $0 - 1) / $0 }.min() ?? 1
    return (title.isEmpty ? 0 : 1) + lines * (flowHeight + 1) - 1
  }

  /// The flow and the weight at a place.
  package func hit(_ point: Point, in rect: Rect) -> (flow: Int, cell: CellPosition?)? {
    let layout = layout(in: rect.size)
    for index in layout.shown {
      let place = place(of: index, layout, in: rect)
      if place.contains(point) { return (index, flow(index).hit(point, in: place)) }
    }
    return nil
  }

  /// Where the weight under the hand stands.
  package func place(in rect: Rect) -> Point? {
    let layout = layout(in: rect.size)
    guard let focused, layout.shown.contains(focused), let cell = flows[focused].cursor else {
      return nil
    }
    return flow(focused).place(of: cell, in: place(of: focused, layout, in: rect))
  }
}

extension FlowTiles {
  private static let gap = 3

  private struct Layout {
    var top = 0
    var perLine = 1
    var lines = 1
    var tile = Size(width: 0, height: 0)
    var shown = 0..<0
  }

  private var flowHeight: Int { flows.map(\.leastHeight).max() ?? 1 }

  private func flow(_ index: Int) -> FlowView {
    var flow = flows[index]
    if index == focused { flow.title = flow.title.emphasized }
    return flow
  }

  private func layout(in size: Size) -> Layout {
    var best = Layout()
    best.top = !title.isEmpty && size.height > 2 ? 1 : 0
    let height = size.height - best.top
    // Where rows of their own length have no room, others may.
    let wished = TileGrid(count: flows.count, rowLength: perLine).rowLengths
    let others = perLine == nil ? [] : TileGrid(count: flows.count, rowLength: nil).rowLengths
    for length in wished + others {
      var layout = best
      layout.perLine = length
      layout.lines = max(1, (flows.count + length - 1) / length)
      layout.tile = tile(layout, size.width, height)
      layout.shown = flows.indices
      if isLegible(layout) { return layout }
    }
    return part(of: best, size.width, height)
  }

  private func tile(_ layout: Layout, _ width: Int, _ height: Int) -> Size {
    Size(
      width: max(0, (width + Self.gap) / layout.perLine - Self.gap),
      height: max(0, (height + 1) / layout.lines - 1))
  }

  private func isLegible(_ layout: Layout) -> Bool {
    layout.tile.height >= flowHeight && flows.allSatisfy { $0.canBeFollowed(in: layout.tile) }
  }

  /// As many in one row, or as many rows of one, as can be read.
  private func part(of layout: Layout, _ width: Int, _ height: Int) -> Layout {
    var part = layout
    part.lines = max(1, min(flows.count, (height + 1) / (flowHeight + 1)))
    part.perLine = 1
    for length in (1...max(1, flows.count)).reversed() {
      var wider = part
      wider.perLine = length
      if isLegible(with(wider, tile(wider, width, height))) {
        part = wider
        break
      }
    }
    part.tile = tile(part, width, height)
    part.shown = window(
      of: part.perLine * part.lines, in: flows.count, from: 0, showing: focused)
    return part
  }

  private func with(_ layout: Layout, _ tile: Size) -> Layout {
    var layout = layout
    layout.tile = tile
    return layout
  }

  private func place(of index: Int, _ layout: Layout, in rect: Rect) -> Rect {
    let place = index - layout.shown.lowerBound
    return Rect(
      x: rect.x + place % layout.perLine * (layout.tile.width + Self.gap),
      y: rect.y + layout.top + place / layout.perLine * (layout.tile.height + 1),
      width: layout.tile.width, height: layout.tile.height
    ).intersection(rect)
  }
}
