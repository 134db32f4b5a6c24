import Text

extension BarList {
  /// Where the parts of each row stand.
  struct Layout {
    var top = 0
    var shown: Range<Int> = 0..<0
    /// Room for the pointer, or what aligns the labels with those of a table above.
    var labelX = 0
    var labelWidth = 0
    var valueWidth = 0
    var barX = 0
    var barWidth = 0
    var tailWidth = 0
    var detailWidth = 0
    var showsChanges = false
    /// The rows of a bar, and those from one bar to the next.
    var thickness = 1
    var pitch = 1
    /// Whether a change stands in a row of its own, below its number.
    var hasRowsForChanges = false
    /// What the ends of the bars' room stand for.
    var lowest = 0.0
    var highest = 0.0
    var isLogarithmic = false
    /// How many bars stand together, and the blank rows behind them.
    var groupSize = 1
    var groupGap = 0
    /// The column of the line at zero among those of the bars; 0 where none is needed.
    var zero = 0

    /// Where bars begin that grow to the right.
    var barStart: Int { barX + (zero > 0 ? zero + 1 : 0) }

    func y(of index: Int) -> Int {
      let groups = index / groupSize - shown.lowerBound / groupSize
      return top + (index - shown.lowerBound) * pitch + groups * groupGap
    }

    /// The row of a bar in which its name and its number stand.
    func middle(of index: Int) -> Int { y(of: index) + (thickness - 1) / 2 }
  }

  func layout(_ size: Size, _ appearance: Appearance) -> Layout {
    var layout = Layout()
    let isPartial = count > size.height - (title.isEmpty ? 0 : 1)
    layout.top = size.height > 1 && (!title.isEmpty || isPartial && size.height > 2) ? 1 : 0
    layout.groupSize = max(1, groupSize)
    layout.shown = shown(rows: max(0, size.height - layout.top))
    let thickness = thickness(in: size.height + titleHeight - layout.top)
    layout.thickness = max(thickness, 1)
    layout.hasRowsForChanges = thickness > 0 && groupSize == 1
    layout.pitch = layout.thickness + (layout.hasRowsForChanges ? 1 : 0)
    layout.groupGap = thickness > 0 && groupSize > 1 ? 1 : 0
    let widest = bars.map(\.label.width).max() ?? 0
    layout.valueWidth = bars.map { TextWidth.width(of: valueText($0, appearance)) }.max() ?? 0
    // A bar must not shrink because a number has a minus now, or a digit more.
    if keepsRoomForChanges, size.width >= 20 {
      layout.valueWidth = max(layout.valueWidth, usualValueWidth)
    }
    layout.detailWidth = bars.map(\.detail.width).max() ?? 0
    layout.labelX = alignsLabelsRight ? 1 : 2
    layout.tailWidth =
      (hasValuesFirst ? 0 : layout.valueWidth + 1)
      + (layout.detailWidth > 0 ? layout.detailWidth + 2 : 0)
    // A name may be as long as it leaves the bars some room, or a part of the row at least.
    let room = size.width - layout.labelX - 1 - layout.tailWidth - 6
    let share = max(room, size.width / (hasValuesFirst ? 2 : 3), 4)
    layout.labelWidth = min(widest, share, max(0, size.width))
    layout.barX =
      layout.labelX + layout.labelWidth + 1
      + (hasValuesFirst ? max(6, layout.valueWidth + 1) + 2 : 0)
    layout.barWidth = max(0, size.width - layout.barX - layout.tailWidth)
    if !layout.hasRowsForChanges { giveChangesRoom(&layout) }
    layout.barWidth = min(layout.barWidth, mostBarCells ?? .max)
    setScale(&layout)
    return layout
  }

  /// The cells that the longest bar has at a size.
  package func barCells(in size: Size, appearance: Appearance) -> Int {
    layout(size, appearance).barWidth
  }

  /// The stretch of bars that so many rows hold, whole groups where there are some.
  private func shown(rows: Int) -> Range<Int> {
    let size = max(1, groupSize)
    let followed = (cursor ?? followed ?? emphasized).map { $0 / size }
    let groups = window(
      of: rows < size ? min(rows, 1) : rows / size, in: (bars.count + size - 1) / size,
      from: scroll, showing: followed)
    let start = groups.lowerBound * size
    return start..<min(groups.upperBound * size, start + rows, bars.count)
  }

  /// Changes have room of their own where enough is left for the bars, whether there is one now or not:
  /// nor must a bar shrink because a change came.
  private func giveChangesRoom(_ layout: inout Layout) {
    let room = ChangeMark.usualWidth + 2
    let areExpected = keepsRoomForChanges || bars.contains { $0.change != nil }
    guard areExpected, layout.barWidth >= room + Self.leastBarWidth else { return }
    layout.showsChanges = true
    layout.tailWidth += room
    layout.barWidth -= room
  }

  /// As wide as `−3.90`, or as `1.00` where there is no more than that.
  private var usualValueWidth: Int { limit == 1 ? 4 : 5 }

  /// The longest bar has at least so many cells before its change is shown.
  private static let leastBarWidth = 6

  /// Both sides of zero share the width as their largest values ask for it.
  private func setScale(_ layout: inout Layout) {
    if isLogarithmic, let limit, let lowerLimit, lowerLimit > 0, limit > lowerLimit,
      limit.isFinite
    {
      layout.isLogarithmic = true
      (layout.lowest, layout.highest) = (Double(lowerLimit), Double(limit))
      return
    }
    var (low, high) = (Float(0), Float(0))
    for bar in bars {
      for case let value? in [bar.value, bar.ghost] where value.isFinite {
        (low, high) = (min(low, value), max(high, value))
      }
    }
    let full = limit.flatMap { $0 > 0 && $0.isFinite ? $0 : nil }
    var lowest = low < 0 ? -(full ?? -low) : 0
    if let lowerLimit, lowerLimit.isFinite { lowest = min(lowerLimit, 0) }
    layout.lowest = Double(lowest)
    layout.highest = Double(full ?? high)
    guard lowest < 0, layout.barWidth > 2 else { return }
    let share = -layout.lowest / (layout.highest - layout.lowest)
    let column = (share * Double(layout.barWidth - 1)).cells
    layout.zero = min(layout.barWidth - 2, max(1, column))
  }

  func valueText(_ bar: Bar, _ appearance: Appearance) -> String {
    bar.value.map { appearance.text(of: $0, isCount: areCounts) } ?? appearance.symbols.veil
  }
}
