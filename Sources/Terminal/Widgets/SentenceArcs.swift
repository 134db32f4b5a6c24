import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A sentence, and above it a line from the token that asks to each that it looks at, as thick as the weight.
///
/// Where a line led before the last change is dotted. A sentence that is too long loses its least
/// important words first.
package struct SentenceArcs: Widget, Equatable, Sendable {
  /// A word or phrase of the sentence.
  package struct Token: Equatable, Sendable {
    /// How long a word stays where the sentence has to be cut.
    package enum Importance: Int, Sendable, Comparable {
      case filler
      case slot
      case answer
      case kept

      package static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    package var text: String
    package var role: Role
    package var isBold = false
    /// Whether the keys turn it; marks stand beside it.
    package var isHeld = false
    package var importance = Importance.filler
    package var weight: Float
    /// The weight before the last change, where it is known.
    package var before: Float?

    package init(_ text: String, _ role: Role = .text, weight: Float = 0, before: Float? = nil) {
      self.text = text
      self.role = role
      self.weight = weight
      self.before = before
    }
  }

  package var tokens: [Token]
  /// The token that asks, counted from 0.
  package var asking: Int
  /// The lines of a head that writes nothing are faint.
  package var isSilent = false

  package init(_ tokens: [Token], asking: Int) {
    self.tokens = tokens
    self.asking = asking
  }

  package func size(fitting available: Size, appearance: Appearance) -> Size {
    Size(width: available.width, height: min(available.height, 14))
  }

  package func draw(in rect: Rect, on buffer: inout Buffer, appearance: Appearance) {
    guard !rect.isEmpty else { return }
    let pen = Pen(rect, appearance)
    let places = places(in: rect.width, appearance)
    drawArcs(places, pen, on: &buffer)
    if rect.height > 1 { drawHeads(places, pen, on: &buffer) }
    for place in places { draw(place, pen, on: &buffer) }
  }

  /// The token at a place of the row of words.
  package func hit(_ point: Point, in rect: Rect, appearance: Appearance) -> Int? {
    guard rect.contains(point), point.y == rect.bottom - 1 else { return nil }
    return places(in: rect.width, appearance)
      .first { $0.range.contains(point.x - rect.x) }.flatMap(\.token)
  }

  /// Where the word in hand begins.
  package func cursorPlace(in rect: Rect, appearance: Appearance) -> Point? {
    places(in: rect.width, appearance).first { $0.token.map { tokens[$0].isHeld } ?? false }
      .map { rect.origin.moved(dx: $0.x, dy: rect.height - 1) }
  }
}

// MARK: The words

extension SentenceArcs {
  /// A token, or an ellipsis for some that are left out, and where it stands.
  private struct Place {
    let token: Int?
    let text: String
    var x = 0

    var width: Int { TextWidth.width(of: text) }
    var range: Range<Int> { x..<x + width }
    var middle: Int { x + width / 2 }
  }

  /// The words in the middle of the width, as far apart and as many as have room.
  private func places(in width: Int, _ appearance: Appearance) -> [Place] {
    for (importance, gap) in [(Token.Importance.filler, 3), (.filler, 2), (.filler, 1)]
      + [(.slot, 1), (.answer, 1), (.kept, 1)]
    {
      let places = words(importance, appearance)
      let total = places.reduce(0) { $0 + $1.width } + gap * max(places.count - 1, 0)
      guard total <= width || importance == .kept else { continue }
      var x = max(0, (width - total) / 2)
      return places.map { place in
        var place = place
        place.x = x
        x += place.width + gap
        return place
      }
    }
    return []
  }

  /// The words of at least such importance; an ellipsis stands for each run of others.
  private func words(_ least: Token.Importance, _ appearance: Appearance) -> [Place] {
    var places: [Place] = []
    for (index, token) in tokens.enumerated() {
      if token.importance >= least || least == .filler {
        let text = appearance.symbols.spelled(token.text)
        let (left, right) = (appearance.symbols.moreLeft, appearance.symbols.moreRight)
        places.append(Place(token: index, text: token.isHeld ? "\(left) \(text) \(right)" : text))
      } else if places.last?.token != nil {
        places.append(Place(token: nil, text: appearance.symbols.ellipsis))
      }
    }
    if places.last?.token == nil { _ = places.popLast() }
    return places
  }

  private func draw(_ place: Place, _ pen: Pen, on buffer: inout Buffer) {
    let y = pen.height - 1
    guard let index = place.token else {
      pen.write(place.text, x: place.x, y: y, pen.appearance.style(.faint), on: &buffer)
      return
    }
    let token = tokens[index]
    let span = Span(place.text, token.role, bold: token.isBold || token.isHeld)
    pen.write(Line([span]), x: place.x, y: y, on: &buffer)
  }
}

// MARK: The lines

extension SentenceArcs {
  /// A weight less than this has no line.
  private static let least: Float = 0.05

  /// A line to one token, in cells.
  private struct Arc {
    let from: Int
    let to: Int
    let share: Float
    let isGhost: Bool
    /// How high it rises, as a part of the room there is.
    let rise: Double
  }

  private func arcs(_ places: [Place]) -> [Arc] {
    guard let from = places.first(where: { $0.token == asking })?.middle else { return [] }
    let farthest = places.filter { $0.token != nil }.map { abs($0.middle - from) }.max() ?? 1
    return places.flatMap { place -> [Arc] in
      guard let token = place.token.map({ tokens[$0] }) else { return [] }
      func arc(_ share: Float, isGhost: Bool) -> Arc {
        let part = Double(abs(place.middle - from)) / Double(max(farthest, 1))
        return Arc(
          from: from, to: place.middle, share: share, isGhost: isGhost, rise: 0.4 + 0.6 * part)
      }
      let live = token.weight >= Self.least ? [arc(token.weight, isGhost: false)] : []
      let before = token.before ?? token.weight
      let isLeft = before >= Self.least && before - token.weight > 0.1
      return (isLeft ? [arc(before, isGhost: true)] : []) + live
    }.sorted { ($0.isGhost ? 0 : 1, $0.share) < ($1.isGhost ? 0 : 1, $1.share) }
  }

  private func drawArcs(_ places: [Place], _ pen: Pen, on buffer: inout Buffer) {
    let rows = pen.height - 2
    guard rows > 0 else { return }
    let arcs = arcs(places)
    guard pen.appearance.symbols.hasBraille else {
      for arc in arcs { drawBox(arc, rows: rows, pen, on: &buffer) }
      return
    }
    var ghosts = DotRaster(columns: pen.width, rows: rows)
    var lines = ghosts
    for (index, arc) in arcs.enumerated() {
      if arc.isGhost { plot(arc, index, on: &ghosts) } else { plot(arc, index, on: &lines) }
    }
    for row in 0..<rows {
      for column in 0..<pen.width {
        let cell = lines.cell(column: column, row: row) ?? ghosts.cell(column: column, row: row)
        guard let cell else { continue }
        let style = style(arcs[cell.owner], pen.appearance)
        pen.put(
          pen.appearance.symbols.dotGlyph(cell.bits), x: column, y: row, style, on: &buffer)
      }
    }
  }

  private func style(_ arc: Arc, _ appearance: Appearance) -> Style {
    arc.isGhost || isSilent
      ? appearance.style(.faint) : appearance.faded(.output, to: 0.5 + 0.5 * arc.share)
  }

  /// Half of a rounded box, so that its ends stand upright above their words.
  private func plot(_ arc: Arc, _ owner: Int, on raster: inout DotRaster) {
    let (start, end) = (Double(2 * arc.from), Double(2 * arc.to))
    // A token that looks at itself gets a loop.
    let half = max(abs(end - start) / 2, 5)
    let height = Double(raster.height - 1) * arc.rise
    let middle = (start + end) / 2
    let steps = Int(4 * (half + height))
    let thickness = arc.isGhost || arc.share < 0.4 ? 1 : arc.share < 0.85 ? 2 : 3
    for inset in 0..<thickness {
      let inset = Double(inset)
      func dot(_ step: Int) -> Point {
        let angle = Double.pi * Double(step) / Double(steps)
        return Point(
          x: (middle + Self.rounded(cos(angle)) * (half - inset)).cells,
          y: raster.height - 1 - (Self.rounded(sin(angle)) * max(height - inset, 0)).cells)
      }
      for step in 0..<steps {
        if arc.isGhost, step % 16 > 3 { continue }
        if !arc.isGhost, arc.share < 0.2, step % 12 > 5 { continue }
        raster.line(from: dot(step), to: dot(step + 1), owner: owner)
      }
    }
  }

  private static func rounded(_ part: Double) -> Double {
    part < 0 ? -pow(-part, 0.7) : pow(part, 0.7)
  }

  /// The line with corners, where there are no dots.
  private func drawBox(_ arc: Arc, rows: Int, _ pen: Pen, on buffer: inout Buffer) {
    let symbols = pen.appearance.symbols
    let style = style(arc, pen.appearance)
    let top = rows - max(1, Int((Double(rows) * arc.rise).rounded()))
    var (left, right) = (min(arc.from, arc.to), max(arc.from, arc.to))
    if left == right { (left, right) = (left - 2, right + 2) }
    let along = arc.isGhost ? symbols.planned : symbols.wires[10]
    pen.fill(x: left + 1, y: top, width: right - left - 1, style, with: along, on: &buffer)
    for x in [left, right] {
      pen.write(symbols.corner, x: x, y: top, style, on: &buffer)
      for y in top + 1..<max(rows, top + 1) {
        let down = arc.isGhost ? symbols.planned : symbols.verticalRule
        pen.write(down, x: x, y: y, style, on: &buffer)
      }
    }
  }

  /// The tips above the words, each with its weight.
  private func drawHeads(_ places: [Place], _ pen: Pen, on buffer: inout Buffer) {
    let y = pen.height - 2
    var taken = -1
    for place in places {
      guard let token = place.token.map({ tokens[$0] }), token.weight >= Self.least else {
        continue
      }
      let style = pen.appearance.style(isSilent ? .faint : .output)
        .with(bold: token.weight >= 0.5)
      pen.write(pen.appearance.symbols.moreBelow, x: place.middle, y: y, style, on: &buffer)
      let number = pen.appearance.number(token.weight)
      let isLeft = place.middle - TextWidth.width(of: number) - 1 > taken
      let x = isLeft ? place.middle - TextWidth.width(of: number) - 1 : place.middle + 2
      taken = pen.write(number, x: x, y: y, style, on: &buffer)
      taken = max(taken, place.middle + 1)
    }
  }
}
