import Text

/// Where the boxes of a diagram stand, and how the wires run.
struct PipelineLayout {
  enum Form: Equatable {
    /// Source, then query, key and value, then score, weight and output below each other.
    case tall
    /// Scores to the left of weights, over the output.
    case flat
    /// Down the page: source, then query, keys and values side by side, then scores, weights and output.
    case narrow
    /// Below each other, without wires.
    case list
  }

  let diagram: PipelineDiagram
  let appearance: Appearance
  let area: Rect
  let form: Form
  private(set) var places: [Rect] = []

  init(_ diagram: PipelineDiagram, _ area: Rect, _ appearance: Appearance) {
    self.diagram = diagram
    self.appearance = appearance
    self.area = area
    form = Self.form(area.size)
    switch form {
    case .tall: placeTall()
    case .flat: placeFlat()
    case .narrow: placeNarrow()
    case .list: placeList()
    }
  }

  private static func form(_ size: Size) -> Form {
    if size.height >= 14, size.width >= 34 { return size.width >= 58 ? .tall : .narrow }
    return size.width >= 66 && size.height >= 8 ? .flat : .list
  }

  var hasTwoSources: Bool { diagram.boxes.count > 7 }
  /// The first of query, key and value among the boxes.
  var query: Int { hasTwoSources ? 2 : 1 }

  /// The room for the name at the head of a box.
  func headWidth(_ width: Int) -> Int {
    form == .list ? min(names + 2, width) : width - 1
  }

  private var names: Int { min(diagram.boxes.map(\.name.width).max() ?? 0, 10) }

  /// The room for the numbers of a box.
  func room(of index: Int) -> Rect {
    let place = places[index]
    guard form != .list else {
      return place.split(left: listNames).rest
    }
    return Rect(
      x: place.x + 1, y: place.y + 1, width: place.width - 2, height: place.height - 1)
  }
}

extension PipelineLayout {
  /// The gap before query, key and value holds the fork and what turns a source into them.
  private var forkWidth: Int {
    let wires = diagram.boxes.map(\.wire.width).max() ?? 0
    return min(max(wires + 4, 7), 11)
  }

  private mutating func placeTall() {
    let (fork, gap) = (forkWidth, 5)
    let free = area.width - fork - gap
    let source = min(max(free * 20 / 100, min(sourceWidth, free * 38 / 100)), 30)
    let named = min((query..<query + 3).map(diagram.wantedWidth).max() ?? 0, free - source - 18)
    let middle = min(max((free - source) * 47 / 100, named, 15), 60)
    let right = min(free - source - middle, 110)
    let (first, second) = (area.x + source + fork, area.x + source + fork + middle + gap)
    let rows = thirds(gap: area.height >= 20 ? 2 : 1)
    places = sources(width: source, beside: rows)
    places += rows.map { Rect(x: first, y: $0.y, width: middle, height: $0.height) }
    places += rows.map { Rect(x: second, y: $0.y, width: right, height: $0.height) }
    for index in query..<places.count { places[index] = trimmed(places[index], index) }
  }

  /// Without the rows that the box has no use for.
  private func trimmed(_ place: Rect, _ index: Int) -> Rect {
    let height = min(max(diagram.wantedHeight(of: index), 3), place.height)
    return Rect(
      x: place.x, y: place.y + place.height / 2 - height / 2, width: place.width, height: height)
  }

  /// What the names and numbers of the sources take.
  private var sourceWidth: Int { (0..<query).map(diagram.wantedWidth).max() ?? 0 }

  private mutating func placeFlat() {
    let (fork, gap) = (forkWidth, 6)
    let free = area.width - fork - 2 * gap
    let source = min(max(free * 18 / 100, min(sourceWidth, free * 26 / 100)), 20)
    let middle = free * 28 / 100
    let score = free * 27 / 100
    let right = free - source - middle - score
    let rows = thirds(gap: 1)
    let first = area.x + source + fork
    let second = first + middle + gap
    let third = second + score + gap
    let high = rows[1].bottom - area.y
    places = sources(width: source, beside: rows)
    places += rows.map { Rect(x: first, y: $0.y, width: middle, height: $0.height) }
    places.append(Rect(x: second, y: area.y, width: score, height: high))
    places.append(Rect(x: third, y: area.y, width: right, height: high))
    places.append(Rect(x: third, y: rows[2].y, width: right, height: rows[2].height))
  }

  /// Three rows of boxes of equal height.
  private func thirds(gap: Int) -> [Rect] {
    let height = min(max((area.height - 2 * gap) / 3, 1), 26)
    let free = min((area.height - 3 * height) / 2, 8)
    return (0..<3).map { row in
      Rect(x: area.x, y: area.y + row * (height + free), width: area.width, height: height)
    }
  }

  /// One source stands beside the keys; of two, one beside the queries and one before keys and values.
  private func sources(width: Int, beside rows: [Rect]) -> [Rect] {
    guard hasTwoSources else {
      let most = diagram.boxes[0].labels.count + 1
      let height = min(max(most, 3), rows[2].bottom - rows[0].y)
      let middle = (rows[1].y + rows[1].bottom) / 2
      let y = max(min(middle - height / 2, rows[2].bottom - height), rows[0].y)
      return [Rect(x: area.x, y: y, width: width, height: height)]
    }
    let y = (rows[1].bottom + rows[2].y - rows[1].height) / 2
    return [
      trimmed(Rect(x: area.x, y: rows[0].y, width: width, height: rows[0].height), 0),
      trimmed(
        Rect(x: area.x, y: max(y, rows[1].y), width: width, height: rows[1].height), 1),
    ]
  }
}

extension PipelineLayout {
  private mutating func placeNarrow() {
    // Scores and weights below each other as long as both keep a row for their bars.
    let isStacked = area.height >= 18
    let bands = bands(isStacked)
    let gap = 2
    let free = area.width - 2 * gap
    let wanted =
      hasTwoSources
      ? max(diagram.wantedWidth(of: 0), diagram.wantedWidth(of: query))
      : diagram.wantedWidth(of: query)
    let first = min(wanted, free * 2 / 5)
    let second = (free - first) / 2
    let plates = across(bands[1], [first, second, free - first - second], gap)
    places =
      hasTwoSources
      ? across(bands[0], [first, area.width - first - gap], gap) : [bands[0]]
    places += plates
    // The values pass by on the right.
    let beside = area.width - 4
    let score = isStacked ? beside : max((beside - 5) / 2, plates[1].x - area.x + 3)
    places +=
      isStacked
      ? [bands[2], bands[3]].map { across($0, [beside], 0)[0] }
      : across(bands[2], [score, max(beside - score - 5, 1)], 5)
    places.append(bands[bands.count - 1])
    for index in 0..<query + 3 {
      let height = min(max(wantedHeight(of: index), 2), places[index].height)
      places[index] = Rect(
        x: places[index].x, y: places[index].y, width: places[index].width, height: height)
    }
  }

  /// Parts of a band side by side.
  private func across(_ band: Rect, _ widths: [Int], _ gap: Int) -> [Rect] {
    var x = band.x
    return widths.map { width in
      defer { x += width + gap }
      return Rect(x: x, y: band.y, width: width, height: band.height)
    }
  }

  /// The rows from the sources down to the output, with a gap for the wires between any two.
  private func bands(_ isStacked: Bool) -> [Rect] {
    var heights = isStacked ? [2, 3, 3, 3, 2] : [2, 3, 3, 2]
    var gaps = heights.map { _ in 1 }
    let last = heights.count - 1
    gaps[last] = 0
    var free = area.height - heights.reduce(0, +) - gaps.reduce(0, +)
    func take(_ wanted: Int) -> Int {
      let taken = max(min(wanted, free), 0)
      free -= taken
      return taken
    }
    func wanted(_ boxes: Range<Int>) -> Int { boxes.map(wantedHeight).max() ?? 0 }
    heights[1] += take(min(wanted(query..<query + 3), 8) - heights[1])
    heights[0] += take(min(wanted(0..<query), 6) - heights[0])
    heights[last] += take(min(wanted(query + 5..<query + 6), 6) - heights[last])
    for _ in 0..<2 { for band in 2..<last { heights[band] += take(1) } }
    for gap in 0..<last { gaps[gap] += take(1) }
    let part = min(free / max(last - 2, 1), 8)
    for band in 2..<last { heights[band] += part }
    var y = area.y
    return zip(heights, gaps).map { height, gap in
      defer { y += height + gap }
      return Rect(x: area.x, y: y, width: area.width, height: height)
    }
  }

  /// The rows that a box of the page's width has a use for.
  private func wantedHeight(of index: Int) -> Int {
    let box = diagram.boxes[index]
    let isWide = index < query && !hasTwoSources || index == query + 5
    guard isWide, box.form == .numbers else { return diagram.wantedHeight(of: index) }
    return 1 + diagram.rows(of: box, width: area.width - 2)
  }
}

/// Where the columns of all tables stand in a list: behind the names, at one width.
struct TokenColumns {
  let indent: Int
  let width: Int
}

extension PipelineLayout {
  private mutating func placeList() {
    let heights = listHeights
    let count = heights.count
    let rows = heights.reduce(0, +)
    let gap = area.height >= rows + count - 1 ? 1 : 0
    let shown = window(
      of: rows <= area.height ? count : max(area.height, 1), in: count, from: 0,
      showing: diagram.cursor?.column)
    var y = area.y
    places = heights.indices.map { index in
      guard shown.contains(index), !area.isEmpty else {
        return Rect(x: area.x, y: area.y, width: 0, height: 0)
      }
      defer { y += heights[index] + gap }
      return Rect(x: area.x, y: y, width: area.width, height: heights[index])
    }
  }

  /// A row each, then one for the names of the tokens, then the rest of what the boxes hold.
  private var listHeights: [Int] {
    var heights = diagram.boxes.map { _ in 1 }
    var free = area.height - heights.count
    let room = area.width - listNames
    let most = diagram.boxes.enumerated().map { index, box in
      switch box.form {
      case .columns: 1
      case .heat: box.labels.count + (index == query + 1 ? 1 : 0)
      case .numbers: diagram.rows(of: box, width: room)
      }
    }
    // Names of numbers are all there or none is.
    for index in [query + 1] + Array(heights.indices) where free > 0 {
      let isKey = index == query + 1
      let more = diagram.boxes[index].form == .numbers ? most[index] - 1 : isKey ? 1 : 0
      guard heights[index] == 1, more <= free else { continue }
      heights[index] += more
      free -= more
    }
    while free > 0,
      let least = heights.indices.filter({ heights[$0] < most[$0] }).min(by: {
        heights[$0] < heights[$1]
      }), diagram.boxes[least].form == .heat
    {
      heights[least] += 1
      free -= 1
    }
    return heights
  }

  /// The room for names before the numbers of a list.
  private var listNames: Int { names + 3 }

  /// Where tokens stand in a list, the same in all of its tables.
  var tokenColumns: TokenColumns? {
    guard form == .list else { return nil }
    let keys = diagram.boxes[query + 1]
    let room = max(area.width - listNames - Self.listTail, 0)
    let names = min(keys.labels.width(around: 0) + 1, max(room - keys.values.rowCount, 0), 12)
    let width = (room - names) / max(keys.values.rowCount, 1)
    return TokenColumns(indent: names, width: max(1, min(width, 9)))
  }

  /// The room for the number that is told behind a row of bars.
  static let listTail = 6

  /// Whether the names of the columns stand below them; in a list once for all.
  func hasLabels(_ index: Int) -> Bool {
    room(of: index).height > 1 && (form != .list || index == query + 1)
  }
}

extension PipelineLayout {
  private func middle(_ place: Rect) -> Int { place.y + place.height / 2 }

  /// The wires from box to box in the colours of what flows.
  func drawWires(on buffer: inout Buffer) {
    switch form {
    case .tall, .flat: drawWiresAcross(on: &buffer)
    case .narrow: drawWiresDown(on: &buffer)
    case .list: return
    }
  }

  /// Every wire of the narrow form runs straight down.
  private func drawWiresDown(on buffer: inout Buffer) {
    var wires = WireGrid(appearance)
    let (score, weight) = (places[query + 3], places[query + 4])
    let (value, output) = (places[query + 2], places[query + 5])
    func run(_ x: Int, _ upper: Rect, _ lower: Rect, _ role: Role) {
      wires.run([(x, upper.bottom), (x, lower.y - 1)], role, head: .down)
    }
    for (branch, role) in [Role.query, .key, .value].enumerated() {
      let place = places[query + branch]
      let source = places[hasTwoSources && branch > 0 ? 1 : 0]
      run(entry(place), source, place, role)
      let name = diagram.boxes[query + branch].wire
      guard entry(place) + 2 + name.width <= place.right + 1 else { continue }
      buffer.clipped(to: area) {
        _ = $0.write(
          name, at: Point(x: entry(place) + 2, y: source.bottom), appearance: appearance)
      }
    }
    for (place, role) in [(places[query], Role.query), (places[query + 1], .key)] {
      run(min(entry(place), score.right - 2), place, score, role)
    }
    run(area.right - 2, value, output, .value)
    if score.bottom < weight.y {
      run(entry(score), score, weight, .dim)
      note("softmax", beside: score, on: &buffer)
    } else {
      wires.run(
        [(score.right, middle(score)), (weight.x - 1, middle(score))], .dim, head: .right)
    }
    run(entry(weight), weight, output, .output)
    note("mixes values", beside: weight, on: &buffer)
    wires.draw(within: area, on: &buffer)
  }

  private func drawWiresAcross(on buffer: inout Buffer) {
    var wires = WireGrid(appearance)
    drawFork(&wires)
    let (q, k, v) = (places[query], places[query + 1], places[query + 2])
    let (score, weight) = (places[query + 3], places[query + 4])
    let output = places[query + 5]
    let turn = q.right + 2
    let upper = min(middle(q), score.bottom - 1)
    wires.run([(q.right, upper), (score.x - 1, upper)], .query, head: .right)
    let lower = min(max(score.bottom - 1, upper + 1), middle(k))
    if lower == middle(k) {
      wires.run([(k.right, lower), (score.x - 1, lower)], .key, head: .right)
    } else {
      let path = [
        (k.right, middle(k)), (turn, middle(k)), (turn, lower), (score.x - 1, lower),
      ]
      wires.run(path, .key, head: .right)
    }
    wires.run(
      [(v.right, middle(v)), (output.x - 1, middle(v))], .value, head: .right)
    if form == .tall {
      wires.run(down(score, weight), .dim, head: .down)
      note("softmax", beside: score, on: &buffer)
    } else {
      wires.run(
        [(score.right, middle(score)), (weight.x - 1, middle(score))], .dim, head: .right)
    }
    wires.run(down(weight, output), .output, head: .down)
    note("mixes values", beside: weight, on: &buffer)
    wires.draw(within: area, on: &buffer)
    drawNames(on: &buffer)
  }

  private func down(_ upper: Rect, _ lower: Rect) -> [(Int, Int)] {
    [(entry(upper), upper.bottom), (entry(upper), lower.y - 1)]
  }

  /// The column of a wire that enters a box from above or leaves it below.
  private func entry(_ place: Rect) -> Int { place.x + min(4, place.width / 2) }

  /// A word beside a wire that runs down.
  private func note(_ text: String, beside box: Rect, on buffer: inout Buffer) {
    let x = entry(box) + 2
    let width = TextWidth.width(of: text)
    guard x + width <= box.right else { return }
    buffer.clipped(to: area) {
      _ = $0.write(text, at: Point(x: x, y: box.bottom), style: appearance.style(.dim))
    }
  }

  private func drawFork(_ wires: inout WireGrid) {
    let roles: [Role] = [.query, .key, .value]
    let source = places[query - 1]
    let trunk = source.right + 1
    let branches = (hasTwoSources ? 1 : 0)..<3
    if hasTwoSources {
      let y = middle(places[query])
      wires.run([(places[0].right, y), (places[query].x - 1, y)], .query, head: .right)
    }
    for branch in branches {
      let place = places[query + branch]
      let y = middle(source)
      wires.run(
        [(source.right, y), (trunk, y), (trunk, middle(place)), (place.x - 1, middle(place))],
        roles[branch], head: .right)
    }
  }

  /// What turns a source into query, key and value, above the end of its wire.
  private func drawNames(on buffer: inout Buffer) {
    for branch in 0..<3 {
      let (place, wire) = (places[query + branch], diagram.boxes[query + branch].wire)
      let y = middle(place) - 1
      guard !wire.isEmpty, wire.width <= forkWidth - 3, y >= area.y else { continue }
      buffer.clipped(to: area) {
        _ = $0.write(
          wire, at: Point(x: place.x - 1 - wire.width, y: y), appearance: appearance)
      }
    }
  }
}
