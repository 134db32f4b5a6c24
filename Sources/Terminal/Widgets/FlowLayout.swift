/// Where the parts of a flow stand, in cells from its upper left corner.
///
/// The tokens of a side stand as far apart as there is room for, the shorter side in the middle;
/// where the rows do not suffice, a side shows a stretch that holds what is current.
struct FlowLayout: Equatable {
  /// What the layout needs to know about a flow.
  struct Needs: Equatable {
    var queryCount = 0
    var keyCount = 0
    var queryLabelWidth = 0
    var keyLabelWidth = 0
    var hasTitle = false
    var hasHeader = false
    var hasSum = false
    var hasChanges = false
    var followedQuery: Int?
    var followedKey: Int?
    /// The most rows from one token to the next.
    var widestStep = 4
  }

  private(set) var titleRow: Int?
  private(set) var headerRow: Int?
  private(set) var sumRow: Int?
  private(set) var queries = Side()
  private(set) var keys = Side()
  private(set) var queryWidth = 0
  private(set) var keyWidth = 0
  /// The block between the labels, where the lines run.
  private(set) var lines = Rect(Size(width: 0, height: 0))
  private(set) var changeWidth = 0

  /// The tokens of one side that are in view, and their rows.
  struct Side: Equatable {
    var shown: Range<Int> = 0..<0
    var top = 0
    var step = 1

    /// The rows from the first token to the last.
    var extent: Int { shown.isEmpty ? 0 : (shown.count - 1) * step + 1 }

    func y(of index: Int) -> Int { top + (index - shown.lowerBound) * step }

    /// The token that stands in a row.
    func index(atRow y: Int) -> Int? {
      guard y >= top, (y - top) % step == 0 else { return nil }
      let index = shown.lowerBound + (y - top) / step
      return shown.contains(index) ? index : nil
    }
  }

  static let marker = 1
  static let digits = 5
  private static let gap = 1
  /// Below this lines are too steep to be followed.
  static let leastLines = 8
  private static let readableLabel = 5

  init(_ needs: Needs, in size: Size) {
    placeColumns(needs, width: size.width)
    placeRows(needs, height: size.height)
  }

  var keyX: Int { lines.right + Self.gap + Self.digits + Self.gap }

  /// The column behind the digits.
  var digitEnd: Int { lines.right + Self.gap + Self.digits }

  /// The column in which changes begin.
  var changeX: Int { keyX + keyWidth + Self.gap }

  /// What the labels, the digits and the gaps take together.
  private static func fixed(_ query: Int, _ key: Int, _ change: Int) -> Int {
    marker + query + gap + gap + digits + gap + key + change
  }

  static func width(_ needs: Needs, lines: Int) -> Int {
    fixed(needs.queryLabelWidth, needs.keyLabelWidth, change(needs)) + lines
  }

  private static func change(_ needs: Needs) -> Int {
    needs.hasChanges ? ChangeMark.usualWidth + gap : 0
  }

  /// The changes give way first, then the labels shorten.
  private mutating func placeColumns(_ needs: Needs, width: Int) {
    queryWidth = needs.queryLabelWidth
    keyWidth = needs.keyLabelWidth
    changeWidth = Self.change(needs)
    if room(in: width) < Self.leastLines { changeWidth = 0 }
    while room(in: width) < Self.leastLines, max(queryWidth, keyWidth) > Self.readableLabel {
      if queryWidth >= keyWidth { queryWidth -= 1 } else { keyWidth -= 1 }
    }
    lines = Rect(
      x: Self.marker + queryWidth + Self.gap, y: 0, width: room(in: width), height: 0)
  }

  private func room(in width: Int) -> Int {
    width - Self.fixed(queryWidth, keyWidth, changeWidth)
  }

  private mutating func placeRows(_ needs: Needs, height: Int) {
    let most = max(needs.queryCount, needs.keyCount)
    titleRow = needs.hasTitle && height > 1 ? 0 : nil
    let top = titleRow == nil ? 0 : 1
    let hasSum = needs.hasSum && height > top + 2
    let free = max(0, height - top - (hasSum ? 1 : 0))
    // What stands over the tokens gives way before a token does.
    headerRow = needs.hasHeader && free > most ? top : nil
    let first = top + (headerRow == nil ? 0 : 1)
    let room = free - (first - top)
    let step = needs.widestStep
    queries = Self.side(needs.queryCount, needs.followedQuery, height: room, widestStep: step)
    keys = Self.side(needs.keyCount, needs.followedKey, height: room, widestStep: step)
    let extent = max(queries.extent, keys.extent)
    queries.top = first + (extent - queries.extent) / 2
    keys.top = first + (extent - keys.extent) / 2
    lines = Rect(x: lines.x, y: first, width: lines.width, height: extent)
    sumRow = hasSum ? first + extent : nil
  }

  private static func side(
    _ count: Int, _ followed: Int?, height: Int, widestStep: Int
  ) -> Side {
    let first = followed.map { $0 - height / 2 } ?? 0
    let shown = window(of: min(count, height), in: count, from: first, showing: followed)
    let step = shown.count > 1 ? min(widestStep, (height - 1) / (shown.count - 1)) : 1
    return Side(shown: shown, step: max(1, step))
  }
}
