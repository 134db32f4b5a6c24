import Lessons
import Playground
import Scenes
import Terminal

/// The panels of a step, each as its widget, and where they stand.
struct PanelBoard {
  let stepState: StepState
  /// A, where it stands beside the state in hand.
  private let keptState: StepState?
  let appearance: Appearance
  private var widgets: [any PanelWidget]
  private var flow: PanelPlacement?

  /// The width of tables that gave some of theirs to a neighbour.
  private var squeezed: [Int: Int] = [:]

  /// What each panel wants in the room it is being placed in, as far as it has been asked.
  private var wanted: [Int: Size] = [:]

  private static let gap = 3

  init(_ stepState: StepState, appearance: Appearance) {
    self.stepState = stepState
    self.appearance = appearance
    keptState = stepState.keptState
    widgets = Self.widgets(stepState, keptState, appearance)
  }

  /// Those of the step in hand, then those of A, where both are shown.
  ///
  /// A panel that fills the page stands there alone.
  private static func widgets(
    _ stepState: StepState, _ keptState: StepState?, _ appearance: Appearance
  ) -> [any PanelWidget] {
    func widget(_ panel: Int, of state: StepState, _ side: Side?) -> any PanelWidget {
      guard panel == state.zoomed ?? panel else { return FormulaWidget(MathBox(.row([]))) }
      let content = PanelContent(
        stepState: state, index: panel, appearance: appearance,
        side: stepState.isCompared(panel) ? side : nil)
      return content.widget
    }
    let panels = stepState.panels.indices
    return panels.map { widget($0, of: stepState, .b) }
      + (keptState.map { kept in panels.map { widget($0, of: kept, .a) } } ?? [])
  }

  /// The panel that a widget shows, be it as A or as B.
  private func panel(_ widget: Int) -> Int { widget % max(stepState.panels.count, 1) }

  /// The widgets in reading order, by rows; a panel that is compared has a row of its own, with A before it.
  private var rows: [[Int]] {
    if let zoomed = stepState.zoomed { return [sides(of: zoomed)] }
    var next = 0
    return stepState.step.panelRows.flatMap { row in
      let panels = Array(next..<next + row.count)
      next += row.count
      return panels.contains(where: stepState.isCompared) ? panels.map(sides) : [panels]
    }
  }

  private func sides(of panel: Int) -> [Int] {
    stepState.isCompared(panel) ? [panel + stepState.panels.count, panel] : [panel]
  }

  /// What the line in hand, or else the first, asks for where words and panels share few rows.
  ///
  /// Lines go side by side as they will where no more than so many rows are left for them.
  func modestHeight(width: Int, sharing height: Int) -> Int {
    let room = Size(width: width, height: 100)
    var board = self
    let lines = board.lines(into: room, below: height)
    let line = lines.first { line in inHand.map(line.contains) ?? false } ?? lines.first ?? []
    return line.map { board.modestHeight(of: $0, in: room) }.max() ?? 0
  }

  private mutating func modestHeight(of panel: Int, in room: Size) -> Int {
    min(size(of: panel, in: room).height, widgets[panel].modestHeight)
  }

  private var inHand: Int? {
    if let zoomed = stepState.zoomed { return zoomed }
    if case .panel(let index) = stepState.focus { return index }
    return nil
  }

  /// The same panels with their places in a block.
  func placed(in area: Rect, composition: PageLayout.Composition) -> PanelBoard {
    var board = self
    board.wanted = [:]
    let lines = board.parted(board.lines(into: area.size, below: area.height), into: area.size)
    board.grow(lines, into: area.size)
    let sizes = board.fitted(lines, into: area.size)
    board.flow = PanelPlacement(
      rows: lines, sizes: sizes, into: area, gap: Self.gap, inHand: inHand)
    board.evenOutBars()
    return board
  }

  /// Gives the first picture that would gain by it a line of its own, where its neighbour finds room below.
  private mutating func parted(_ lines: [[Int]], into room: Size) -> [[Int]] {
    for (place, line) in lines.enumerated() where line.count == 2 && keptState == nil {
      guard let picture = line.first(where: { widgets[$0].onItsOwnLine != nil }),
        let own = widgets[picture].onItsOwnLine,
        let neighbour = line.first(where: { $0 != picture })
      else { continue }
      var board = self
      board.widgets[picture] = own
      for panel in line { (board.squeezed[panel], board.wanted[panel]) = (nil, nil) }
      let others = board.leastHeights(
        of: lines.enumerated().filter { $0.offset != place }.map(\.element), in: room)
      let below = board.size(of: neighbour, in: room).height
      let free = room.height - others.reduce(lines.count, +) - below
      guard free >= Self.leastOwnHeight else { continue }
      self = board
      return Array(lines[..<place]) + [[picture], [neighbour]] + lines[(place + 1)...]
    }
    return lines
  }

  /// With fewer rows a picture is no larger alone than beside another panel.
  private static let leastOwnHeight = 18

  /// Gives tables that have a page to themselves larger cells, all alike: wider ones first, then higher ones.
  private mutating func grow(_ lines: [[Int]], into room: Size) {
    let panels = lines.joined()
    guard panels.allSatisfy({ widgets[$0].leastHeight == nil }),
      let mostHeight = panels.compactMap({ widgets[$0].cells?.mostHeight }).min()
    else { return }
    var cell = Size(width: 0, height: 1)
    // Where one gave of its width to another there is none to spare.
    let width = (squeezed.isEmpty ? Self.cellWidths : []).first { width in
      fits(lines, withCells: Size(width: width, height: 1), into: room)
    }
    cell.width = width ?? 0
    let height = stride(from: mostHeight, to: 1, by: -1).first { height in
      fits(lines, withCells: Size(width: cell.width, height: height), into: room)
    }
    cell.height = height ?? 1
    self = grown(lines, to: cell)
  }

  /// From the widest cells that still look like a table to those that are hardly wider than digits.
  private static let cellWidths = [11, 9, 8, 7, 6]

  private func grown(_ lines: [[Int]], to cell: Size) -> PanelBoard {
    var board = self
    for panel in lines.joined() where widgets[panel].cells != nil {
      board.widgets[panel] = widgets[panel].grown(to: cell)
      board.wanted[panel] = nil
    }
    return board
  }

  private func fits(_ lines: [[Int]], withCells cell: Size, into room: Size) -> Bool {
    var board = grown(lines, to: cell)
    var height = lines.count - 1
    for line in lines {
      var (width, highest) = (Self.gap * (line.count - 1), 0)
      for panel in line {
        let size = board.size(of: panel, in: room)
        width += size.width
        highest = max(highest, size.height)
      }
      guard width <= room.width else { return false }
      height += highest
    }
    return height <= room.height
  }

  /// Bars on one scale are as long as the panel with the least room for them allows.
  private mutating func evenOutBars() {
    let scaled = (flow?.places ?? []).compactMap { place in
      widgets[place.panel].lengthScale.map { (place: place, scale: $0) }
    }
    guard scaled.count > 1 else { return }
    let cells = scaled.map {
      widgets[$0.place.panel].barCells(in: $0.place.rect.size, appearance: appearance)
    }
    for (panel, own) in zip(scaled, cells) {
      let alike = zip(scaled, cells).filter { $0.0.scale == panel.scale }.map(\.1)
      guard let least = alike.min(), least < own, least >= Self.leastEvenBar else { continue }
      widgets[panel.place.panel] = widgets[panel.place.panel].limited(toBarCells: least)
    }
  }

  /// A panel that is pinched to less does not shorten the bars of its neighbours.
  private static let leastEvenBar = 6

  /// What each panel gets: pictures share the rows that the lines in view leave, and give way where
  /// rows are dear.
  private mutating func fitted(_ lines: [[Int]], into room: Size) -> [Size] {
    var sizes: [Size] = []
    for panel in widgets.indices { sizes.append(size(of: panel, in: room)) }
    let heights = leastHeights(of: lines, in: room)
    let shown = PanelPlacement.visible(lines, heights: heights, height: room.height, inHand: inHand)
    let pictureLines = lines[shown].count { line in
      line.contains { widgets[$0].leastHeight != nil }
    }
    let free = max(room.height - heights[shown].reduce(shown.count - 1, +), 0)
    let share = free / max(pictureLines, 1)
    for (line, height) in zip(lines, heights) {
      for panel in line {
        guard let least = widgets[panel].leastHeight else { continue }
        let wanted = min(sizes[panel].height, height + share)
        sizes[panel] = Size(width: sizes[panel].width, height: max(least, wanted))
      }
    }
    // Where some lines are out of view anyway, the picture in hand need not give way to them.
    if let inHand, widgets[inHand].leastHeight != nil, !fits(lines, sizes, into: room) {
      sizes[inHand] = size(of: inHand, in: room)
    }
    return sizes
  }

  private func fits(_ lines: [[Int]], _ sizes: [Size], into room: Size) -> Bool {
    let heights = lines.map { line in line.map { sizes[$0].height }.max() ?? 0 }
    return heights.reduce(lines.count - 1, +) <= room.height
  }

  private mutating func size(of panel: Int, in room: Size) -> Size {
    if let size = wanted[panel] { return size }
    let width = squeezed[panel] ?? room.width
    let size = widgets[panel].size(
      fitting: Size(width: width, height: room.height), appearance: appearance)
    wanted[panel] = size
    return size
  }

  /// The rows as the author wrote them, broken where they are too wide; where they are too high
  /// together, those that fit stand side by side.
  private mutating func lines(into room: Size, below height: Int) -> [[Int]] {
    let lines = rows.flatMap { beside($0, into: room) }
    let heights = leastHeights(of: lines, in: room)
    guard heights.reduce(lines.count - 1, +) > height else { return lines }
    return zip(lines, heights).reduce(into: []) { joined, next in
      guard let last = joined.last, next.1 <= height,
        leastHeight(of: last, in: room) <= height,
        let longer = extended(last, by: next.0, in: room)
      else { return joined.append(next.0) }
      joined[joined.count - 1] = longer
    }
  }

  /// A row as lines; where A has no room beside B, and none above it, B stands alone and tells what changed.
  private mutating func beside(_ row: [Int], into room: Size) -> [[Int]] {
    let lines = wrap(row, into: room)
    guard row.count == 2, keptState != nil, panel(row[0]) == row[1], lines.count > 1 else {
      return lines
    }
    let fits = leastHeights(of: lines, in: room).reduce(1, +) <= room.height
    return row[1] == hero && fits ? lines : [[row[1]]]
  }

  /// The panel in hand, or else the first that is compared: it may have rows for A and rows for B.
  private var hero: Int? { inHand ?? stepState.panels.indices.first(where: stepState.isCompared) }

  /// A line with all the panels of another, if they find a place beside it without being pinched.
  private mutating func extended(_ line: [Int], by other: [Int], in room: Size) -> [Int]? {
    var board = self
    var longer = line
    for panel in other {
      guard board.join(panel, to: longer, in: room) else { return nil }
      longer.append(panel)
    }
    for panel in longer {
      let size = Size(width: board.size(of: panel, in: room).width, height: room.height)
      guard board.widgets[panel].isAtEase(in: size, appearance: appearance) else { return nil }
    }
    self = board
    return longer
  }

  private mutating func leastHeights(of lines: [[Int]], in room: Size) -> [Int] {
    var heights: [Int] = []
    for line in lines { heights.append(leastHeight(of: line, in: room)) }
    return heights
  }

  /// The height that a line needs where its pictures are as small as they may be.
  private mutating func leastHeight(of line: [Int], in room: Size) -> Int {
    line.map { min(widgets[$0].leastHeight ?? .max, size(of: $0, in: room).height) }.max() ?? 0
  }

  /// Breaks a row where it is too wide; what stands on one line shares its row labels.
  private mutating func wrap(_ row: [Int], into room: Size) -> [[Int]] {
    var lines: [[Int]] = []
    for panel in row {
      guard let line = lines.last, join(panel, to: line, in: room) else {
        lines.append([panel])
        continue
      }
      lines[lines.count - 1].append(panel)
    }
    return lines
  }

  /// Makes a panel fit beside others, without labels of its own or with narrower columns, if it can.
  private mutating func join(_ panel: Int, to line: [Int], in room: Size) -> Bool {
    let own = widgets[panel]
    if share(panel, line[0]) {
      widgets[panel] = own.withoutRowLabels
      wanted[panel] = nil
    }
    let row = line + [panel]
    var widths: [Int] = []
    for panel in row { widths.append(size(of: panel, in: room).width) }
    let excess = widths.reduce(Self.gap * line.count, +) - room.width
    if excess <= 0 || squeeze(row, in: room) { return true }
    widgets[panel] = own
    wanted[panel] = nil
    return false
  }

  /// Narrows the panels of a row, the widest first, as far as each still shows everything; names are cut only
  /// where nothing else is left to give.
  private mutating func squeeze(_ row: [Int], in room: Size) -> Bool {
    let old = squeezed
    // Those that gave to one neighbour share again with the next.
    for panel in row where isEven(row) { (squeezed[panel], wanted[panel]) = (nil, nil) }
    for sparingNames in [true, false] {
      if narrow(row, sparingNames: sparingNames, in: room) { return true }
    }
    squeezed = old
    for panel in row { wanted[panel] = nil }
    return false
  }

  /// Whether the panels of a row fit after each gave what it can spare.
  private mutating func narrow(_ row: [Int], sparingNames: Bool, in room: Size) -> Bool {
    let isEven = isEven(row)
    var widths: [(panel: Int, width: Int)] = []
    for panel in row { widths.append((panel, size(of: panel, in: room).width)) }
    var rest = widths.reduce(Self.gap * (row.count - 1)) { $0 + $1.width } - room.width
    for (place, (panel, width)) in widths.sorted(by: { $0.width > $1.width }).enumerated()
    where rest > 0 {
      // What is compared by its lengths gives alike.
      let part = isEven ? (rest - 1) / (row.count - place) + 1 : rest
      let widths = max(min(width - part, width), 1)..<max(width, 1)
      let narrow = widgets[panel].leastWidth(
        in: widths, height: room.height, sparingNames: sparingNames, appearance: appearance)
      guard let narrow else { continue }
      squeezed[panel] = narrow
      wanted[panel] = nil
      rest -= width - narrow
    }
    return rest <= 0
  }

  /// Whether panels are compared with one another, as bars and histograms are.
  private func isEven(_ row: [Int]) -> Bool {
    guard let first = row.first, let comparison = widgets[first].comparison else { return false }
    return row.allSatisfy { widgets[$0].comparison == comparison }
  }

  private func share(_ panel: Int, _ first: Int) -> Bool {
    guard let rows = rowAxis(of: panel), rows == rowAxis(of: first) else { return false }
    return widgets[panel].isSameHeight(as: widgets[first])
  }

  private func rowAxis(of panel: Int) -> Axis? {
    let axes = stepState.scene.axes(of: stepState.panels[self.panel(panel)].table)
    return axes.count > 1 ? axes[axes.count - 2] : nil
  }

  func draw(on frame: inout Frame) {
    for place in flow?.places ?? [] {
      widgets[place.panel].draw(in: place.rect, on: &frame, appearance: appearance)
      if !widgets[place.panel].saysWhatIsHidden,
        stepState.panels[panel(place.panel)].veiledCells(in: stepState) == nil
      {
        VeilNote(appearance: appearance).draw(in: place.rect, on: &frame.buffer)
      }
    }
  }

  /// Says which panels are a Tab away.
  var note: Line {
    let shown = Set(shown.map { $0 + 1 }).sorted()
    let count = stepState.panels.count
    guard flow != nil, shown.count < count, stepState.zoomed == nil else { return [] }
    guard let first = shown.first, let last = shown.last else { return [] }
    let range = first == last ? "panel \(first)" : "panels \(first)-\(last)"
    return Line("\(range) of \(count), tab for more", .faint)
  }

  func cursor(of panel: Int) -> Point? {
    guard let rect = flow?.rect(of: panel) else { return nil }
    return widgets[panel].cursor(in: rect, appearance: appearance) ?? rect.origin
  }

  func target(at point: Point) -> PointerTarget? {
    guard let place = flow?.places.first(where: { $0.rect.contains(point) }) else { return nil }
    let panel = panel(place.panel)
    let cursor = stepState.cursor(of: panel)
    let hit = widgets[place.panel].hit(point, in: place.rect, from: cursor, appearance: appearance)
    return .cell(panel: panel, hit)
  }

  func widget(of panel: Int) -> (any PanelWidget)? {
    widgets.indices.contains(panel) ? widgets[panel] : nil
  }

  /// The panels that found a place.
  var shown: [Int] { flow?.places.map { panel($0.panel) } ?? [] }

  /// Where a panel stands, if it found a place.
  func rect(of panel: Int) -> Rect? { flow?.rect(of: panel) }

  /// The panels that should stand on the page and do not, or not whole.
  var cut: [Int] {
    (stepState.zoomed.map { [$0] } ?? Array(stepState.panels.indices)).filter { panel in
      guard let rect = flow?.rect(of: panel) else { return true }
      return !widgets[panel].isWhole(in: rect.size, appearance: appearance)
    }
  }
}
