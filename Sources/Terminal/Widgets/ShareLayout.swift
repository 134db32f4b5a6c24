import Text

/// Where the parts of bars of shares stand.
struct ShareLayout {
  let bars: ShareBars
  let appearance: Appearance
  let plan: SharePlan
  let shown: Range<Int>
  let nameWidth: Int
  let sumWidth: Int
  let barX: Int
  let barWidth: Int
  let scale: ShareScale

  init(_ bars: ShareBars, _ size: Size, _ appearance: Appearance) {
    self.bars = bars
    self.appearance = appearance
    plan = SharePlan(bars, height: size.height)
    let isSingle = bars.cuts.count == 1
    let room = max(size.height - plan.title - plan.scale, 1)
    let count = max(1, min(bars.cuts.count, (room + plan.gap) / max(plan.block + plan.gap, 1)))
    let cursor = min(max(bars.cursor?.row ?? 0, 0), max(bars.cuts.count - 1, 0))
    let first = max(0, min(cursor - count + 1, bars.cuts.count - count))
    shown = min(first, bars.cuts.count)..<min(first + count, bars.cuts.count)
    let names = bars.cuts.map(\.name.width).max() ?? 0
    let words = bars.showsGhosts || !bars.marks.isEmpty ? 6 : 0
    // What the rows of numbers above a bar are is never left out, however narrow the panel.
    let rowNames = plan.stack > 0 ? ShareBars.widestRowName : 0
    let wanted = max(isSingle ? 0 : names, size.width >= 36 ? words : 0, rowNames)
    nameWidth = min(wanted, size.width / 3)
    sumWidth = isSingle || size.width < 36 ? 0 : 6
    barX = nameWidth == 0 ? 0 : nameWidth + 2
    let widest = ShareScale(bars, width: max(1, size.width - barX - sumWidth))
    barWidth = bars.mostWholeCells.map(widest.width(ofWhole:)) ?? widest.width
    scale = ShareScale(bars, width: barWidth)
  }

  var notes: [String] {
    let symbols = appearance.symbols
    return RangeNote.forms([RangeNote("rows", shown, of: bars.cuts.count, labels: [], symbols)])
  }

  var stackTop: Int { plan.title }

  /// The first row of a bar's block.
  func top(of index: Int) -> Int {
    let head = plan.title + plan.stack + (plan.air > 0 ? 1 : 0)
    return head + (index - shown.lowerBound) * (plan.block + plan.gap)
  }

  func rows(of index: Int) -> Range<Int> { top(of: index)..<top(of: index) + plan.block }

  /// The row of the scale, behind the last bar.
  var scaleRow: Int {
    top(of: max(shown.upperBound - 1, shown.lowerBound)) + plan.block + (plan.air > 1 ? 1 : 0)
  }

  func strip(of index: Int) -> ShareStrip {
    let kept = bars.cursor?.row == index ? bars.cursor?.column : nil
    let most = max(barWidth / 4, 2)
    return ShareStrip(bars.cuts[index].pieces(most: most, keeping: kept), on: scale)
  }
}

/// From the deepest debt to the end of the longest bar; between 0 and 100 % at least.
struct ShareScale: Equatable {
  let low: Double
  let high: Double
  let width: Int

  init(_ bars: ShareBars, width: Int) {
    let rows = bars.cuts.flatMap { [$0.values, $0.before] }
    let gains = rows.map { row in row.reduce(0.0) { $0 + max(Double($1), 0) } }
    let debts = rows.map { row in row.reduce(0.0) { $0 + min(Double($1), 0) } }
    let wanted =
      bars.marks.isEmpty ? [] : bars.cuts.map { $0.sizes(with: bars.marks).reduce(0, +) }
    self.width = max(width, 1)
    high = Self.end(of: (gains + wanted).filter(\.isFinite).max() ?? 1, least: 1)
    low = -Self.end(of: -(debts.filter(\.isFinite).min() ?? 0), least: 0)
  }

  /// A round number, so that a scale does not creep with every key.
  private static func end(of length: Double, least: Double) -> Double {
    guard length > least + 0.005 else { return least }
    return [0.5, 1, 1.25, 1.5, 2, 3, 4].first { $0 >= length - 0.005 } ?? 4
  }

  /// The width at which 100 % has so many cells, at most its own.
  func width(ofWhole cells: Int) -> Int {
    max(1, min(width, (Double(cells) * (high - low)).cells))
  }

  /// So many eighths of a cell from the left edge.
  func eighths(_ place: Double) -> Int {
    let share = (place - low) / (high - low)
    return (min(max(share, 0), 1) * Double(width * 8)).cells
  }

  /// The cell in which a place lies; behind the last for the end.
  func cell(_ place: Double) -> Int { (eighths(place) + 4) / 8 }
}

/// The pieces of a bar, side by side.
struct ShareStrip: Equatable {
  enum Kind: Equatable {
    case piece(Int)
    /// A piece below zero, to the left.
    case debt(Int)
    case hole
  }

  struct Segment: Equatable {
    /// In eighths of a cell.
    let range: Range<Int>
    let kind: Kind
  }

  let pieces: [SharePiece]
  private(set) var segments: [Segment] = []
  /// The piece that no other exceeds.
  let largest: Int?
  let scale: ShareScale
  /// The end of all pieces, as a part of the whole.
  private(set) var sum = 0.0

  init(_ pieces: [SharePiece], on scale: ShareScale) {
    self.pieces = pieces
    self.scale = scale
    let values = pieces.map { $0.place == nil ? 0 : $0.value }
    largest = values.max().flatMap { $0 > 0 ? values.firstIndex(of: $0) : nil }
    guard pieces.allSatisfy(\.value.isFinite) else { return }
    var debt = 0.0
    for (index, piece) in pieces.enumerated() {
      let value = Double(piece.value)
      if value < 0 {
        let range = scale.eighths(debt + value)..<scale.eighths(debt)
        segments.append(Segment(range: range, kind: .debt(index)))
        debt += value
      } else {
        let range = scale.eighths(sum)..<scale.eighths(sum + value)
        segments.append(Segment(range: range, kind: .piece(index)))
        sum += value
      }
    }
    if debt == 0, sum < 0.995 {
      segments.append(Segment(range: scale.eighths(sum)..<scale.eighths(1), kind: .hole))
    }
  }

  /// The whole cells of a segment: its ends go to the nearest edge of a cell.
  static func cells(_ range: Range<Int>) -> Range<Int> {
    (range.lowerBound + 4) / 8..<(range.upperBound + 4) / 8
  }

  func cells(of piece: Int) -> Range<Int> {
    for segment in segments {
      switch segment.kind {
      case .piece(piece), .debt(piece): return Self.cells(segment.range)
      case .piece, .debt, .hole: continue
      }
    }
    return 0..<0
  }

  func piece(inCell cell: Int) -> Int? {
    for segment in segments where Self.cells(segment.range).contains(cell) {
      switch segment.kind {
      case .piece(let piece), .debt(let piece): return piece
      case .hole: return nil
      }
    }
    return nil
  }
}

/// What stands below a bar, under its piece.
struct ShareColumn: Equatable {
  let piece: Int
  var x: Int
  let width: Int
  let lines: [String]
  let change: ChangeMark?

  var range: Range<Int> { x..<x + width }
}

extension ShareLayout {
  /// What is written inside a piece, and what finds no room there.
  func words(of piece: Int, _ strip: ShareStrip) -> (inside: [String], outside: [String]) {
    let cells = strip.cells(of: piece).count
    let room = hasGrounds ? cells - 1 : cells - 2
    let value = appearance.fineNumber(strip.pieces[piece].value)
    let name = self.name(of: piece, strip)
    func width(_ text: String) -> Int { TextWidth.width(of: text) }
    let below = plan.names > 1 ? [name, value] : ["\(name) \(value)"]
    // Words on a texture would cut a low bar into fragments.
    if !hasGrounds, plan.bar < 3, holdsAllBelow(strip) { return ([], below) }
    if plan.bar > 1, max(width(name), width(value)) <= room { return ([name, value], []) }
    if width(name) + 1 + width(value) <= room { return (["\(name) \(value)"], []) }
    if width(value) <= room { return ([value], [name]) }
    return ([], below)
  }

  /// Whether there is room below a bar for the words of all its pieces.
  private func holdsAllBelow(_ strip: ShareStrip) -> Bool {
    guard plan.names > 0 else { return false }
    let widths = strip.pieces.indices.map { piece in
      let value = TextWidth.width(of: appearance.fineNumber(strip.pieces[piece].value))
      let name = TextWidth.width(of: name(of: piece, strip))
      return plan.names > 1 ? max(name, value) : name + 1 + value
    }
    return widths.reduce(widths.count - 1, +) <= barWidth
  }

  /// With a pointer for the one under the hand.
  func name(of piece: Int, _ strip: ShareStrip) -> String {
    let label = appearance.symbols.spelled(strip.pieces[piece].label)
    return TextWidth.truncated(label, to: 16, ellipsis: appearance.symbols.ellipsis)
  }

  /// Whether pieces are grounds, which may end anywhere in a cell and can be written on.
  var hasGrounds: Bool { appearance.colors == .full || appearance.colors == .indexed }

  func isHeld(_ piece: Int, _ strip: ShareStrip, of index: Int) -> Bool {
    bars.cursor?.row == index && strip.pieces[piece].place == bars.cursor?.column
  }

  /// What stands below a bar: in the order of the pieces, each as near to its own as it can be.
  func columns(of index: Int, _ strip: ShareStrip) -> [ShareColumn] {
    var columns: [ShareColumn] = []
    for (place, piece) in strip.pieces.enumerated() {
      let outside = plan.names > 0 ? words(of: place, strip).outside : []
      let mark = plan.changes > 0 ? ChangeMark(piece.change, appearance: appearance) : nil
      let widths = outside.map { TextWidth.width(of: $0) } + [mark?.width ?? 0]
      guard let width = widths.max(), width > 0 else { continue }
      let cells = strip.cells(of: place)
      let x = barX + (cells.lowerBound + cells.upperBound - width) / 2
      columns.append(
        ShareColumn(piece: place, x: x, width: width, lines: outside, change: mark))
    }
    // A debt stands to the left of what came before it.
    columns.sort { $0.x + $0.width / 2 < $1.x + $1.width / 2 }
    while !place(&columns) {
      let least = columns.indices.filter { !isHeld(columns[$0].piece, strip, of: index) }
        .min { size(columns[$0], strip) < size(columns[$1], strip) }
      columns.remove(at: least ?? columns.count - 1)
    }
    return columns.compactMap { withoutStrayChange($0, strip) }
  }

  /// A change that had to move away from its piece would be read as that of another, unless the name of
  /// its own stands below it.
  private func withoutStrayChange(_ column: ShareColumn, _ strip: ShareStrip) -> ShareColumn? {
    let cells = strip.cells(of: column.piece)
    let own = barX + cells.lowerBound - 1..<barX + cells.upperBound + 1
    return column.lines.isEmpty && !own.overlaps(column.range) ? nil : column
  }

  private func size(_ column: ShareColumn, _ strip: ShareStrip) -> Float {
    strip.pieces[column.piece].value.magnitude
  }

  /// Moves what would overlap apart; false where there is no room for all.
  private func place(_ columns: inout [ShareColumn]) -> Bool {
    guard !columns.isEmpty else { return true }
    var end = barX
    for index in columns.indices {
      columns[index].x = max(columns[index].x, end)
      end = columns[index].range.upperBound + 1
    }
    var limit = barX + barWidth
    for index in columns.indices.reversed() {
      columns[index].x = min(columns[index].x, limit - columns[index].width)
      limit = columns[index].x - 1
    }
    return columns.count == 1 || columns[0].x >= barX
  }
}
