/// What bars of shares show of themselves: the more rows there are, the more of it.
struct SharePlan: Equatable {
  var title = 0
  /// The rows of the numbers that the shares are cut from, and a blank one below.
  var stack = 0
  /// The rows of the ruler of what is wanted, of the ruler of what was, and of the bar.
  var goal = 0
  var ghost = 0
  var bar = 1
  /// The row of the ticks that lead to names below, that of the changes, and those of what found no room inside its piece.
  var ticks = 0
  var changes = 0
  var names = 0
  /// Blank rows between two bars, and around a single one.
  var gap = 0
  var air = 0
  var scale = 0
  var sentence = 0

  /// The rows of a bar before its first and behind its last row of cells, and all of them.
  var barStart: Int { goal + ghost }
  var barEnd: Int { barStart + bar }
  var block: Int { barEnd + ticks + changes + names }

  func height(of count: Int) -> Int {
    title + stack + air + count * block + max(count - 1, 0) * gap + scale
      + sentence
  }

  func height(_ bars: ShareBars) -> Int { height(of: bars.cuts.count) }

  /// Everything that there is to show.
  static func all(_ bars: ShareBars) -> SharePlan {
    SharePlan(bars, height: .max / 2)
  }

  /// As much as these rows hold.
  init(_ bars: ShareBars, height: Int) {
    title = height > 1 ? bars.titleHeight : 0
    for (part, rows) in extras(bars, height) {
      var larger = self
      larger[keyPath: part] = max(larger[keyPath: part], rows)
      if larger.height(bars) <= height { self = larger }
    }
  }

  private typealias Extra = (part: WritableKeyPath<SharePlan, Int>, rows: Int)

  /// From what matters most.
  private func extras(_ bars: ShareBars, _ height: Int) -> [Extra] {
    var (goal, ghost, whole, changes): ([Extra], [Extra], [Extra], [Extra]) = ([], [], [], [])
    if !bars.marks.isEmpty {
      goal.append((\.goal, 1))
      whole.append((\.goal, 2))
    }
    if bars.showsGhosts {
      ghost.append((\.ghost, 1))
      whole.append((\.ghost, 2))
      changes.append((\.changes, 1))
    }
    let stack: [Extra] = bars.hasStack ? [(\.stack, 4)] : []
    let airyStack: [Extra] = bars.hasStack ? [(\.stack, 5)] : []
    let flaw: [Extra] = bars.hasFlaws ? [(\.sentence, 1)] : []
    func bar(_ rows: ClosedRange<Int>) -> [Extra] { rows.map { (\.bar, $0) } }
    let order: [[Extra]] =
      bars.cuts.count == 1
      ? [
        [(\.names, 1)], stack, goal, [(\.bar, 2), (\.scale, 1)], flaw, ghost, changes,
        airyStack, [(\.names, 2)], bar(3...3), whole, [(\.sentence, 2), (\.ticks, 1), (\.air, 2)],
        bar(4...12),
      ]
      : [
        separator(bars, height), [(\.scale, 1)], flaw, [(\.names, 1), (\.bar, 2)], goal, ghost,
        [(\.gap, 1)], changes, bar(3...3),
        [(\.names, 2)], whole, [(\.ticks, 1), (\.air, 1)], bar(4...8),
      ]
    return order.flatMap(\.self)
  }

  /// What keeps a bar from sticking to the next: its row of names, else a blank one.
  private func separator(_ bars: ShareBars, _ height: Int) -> [Extra] {
    var named = self
    named.names = 1
    return named.height(bars) <= height ? [(\.names, 1)] : [(\.gap, 1)]
  }
}
