import Text

/// Where the boxes of a diagram stand, and how the wires run.
struct PipelineLayout {
  enum Form: Equatable {
    /// Source, then query, key and value, then score, weight and output below each other.
    case tall
    /// Scores to the left of weights, over the output.
    case flat
    /// A row each.
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
    let isTall = area.width >= 58 && area.height >= 14
    form = isTall ? .tall : area.width >= 66 && area.height >= 8 ? .flat : .list
    switch form {
    case .tall: placeTall()
    case .flat: placeFlat()
    case .list: placeList()
    }
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
      return place.split(left: names + 3).rest
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

  private mutating func placeList() {
    let count = diagram.boxes.count
    let pitch = area.height >= 2 * count ? 2 : 1
    let shown = window(
      of: max(area.height / pitch, 1), in: count, from: 0, showing: diagram.cursor?.column)
    places = (0..<count).map { index in
      guard shown.contains(index), !area.isEmpty else {
        return Rect(x: area.x, y: area.y, width: 0, height: 0)
      }
      return Rect(
        x: area.x, y: area.y + (index - shown.lowerBound) * pitch, width: area.width, height: 1)
    }
  }
}

extension PipelineLayout {
  private func middle(_ place: Rect) -> Int { place.y + place.height / 2 }

  /// The wires from box to box in the colours of what flows.
  func drawWires(on buffer: inout Buffer) {
    guard form != .list else { return }
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
    let x = upper.x + min(4, upper.width / 2)
    return [(x, upper.bottom), (x, lower.y - 1)]
  }

  /// A word beside a wire that runs down.
  private func note(_ text: String, beside box: Rect, on buffer: inout Buffer) {
    let x = box.x + min(4, box.width / 2) + 2
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
