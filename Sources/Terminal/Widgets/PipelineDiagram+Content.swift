import Text

extension PipelineDiagram {
  /// The numbers of a box, as its form shows them.
  func drawContent(
    of index: Int, _ content: PipelineContent, _ appearance: Appearance, on buffer: inout Buffer
  ) {
    let box = boxes[index]
    let pen = Pen(content.body, appearance)
    guard !box.values.isVeiled else {
      let words = ["hidden until you answer", "hidden"].first {
        TextWidth.width(of: $0) <= pen.width
      }
      pen.write(
        words ?? appearance.symbols.veil, x: 0, y: 0, appearance.style(.faint), on: &buffer)
      return
    }
    let held = cursor?.column == index ? cursor?.row : nil
    switch box.form {
    case .numbers: drawNumbers(box, content, held, appearance, on: &buffer)
    case .columns: drawColumns(box, content, held, appearance, on: &buffer)
    case .heat: drawHeat(box, content, held, appearance, on: &buffer)
    }
  }

  private func drawNumbers(
    _ box: Box, _ content: PipelineContent, _ held: Int?, _ appearance: Appearance,
    on buffer: inout Buffer
  ) {
    for cell in content.cells {
      let pen = Pen(cell.rect, appearance)
      let value = box.values[0, cell.cell] ?? .nan
      let isHeld = cell.cell == held
      let number = appearance.number(value)
      let end =
        content.nameWidth == 0
        ? pen.width : min(content.nameWidth + Self.numberWidth, pen.width)
      if content.nameWidth > 0 {
        let label = appearance.symbols.spelled(box.labels[cell.cell])
        pen.write(
          pen.truncated(label, to: content.nameWidth), x: 0, y: 0,
          appearance.style(isHeld ? .bright : .dim), on: &buffer)
      }
      let role: Role = isHeld ? .held : value == 0 ? .faint : .bright
      pen.write(number, endingAt: end, y: 0, appearance.style(role), on: &buffer)
    }
  }

  private func drawColumns(
    _ box: Box, _ content: PipelineContent, _ held: Int?, _ appearance: Appearance,
    on buffer: inout Buffer
  ) {
    let values = (0..<box.values.columnCount).map { box.values[0, $0] ?? .nan }
    let scale = PipelineColumns(values, height: content.body.height)
    let loudest = values.indices.filter { values[$0].isFinite }.max { values[$0] < values[$1] }
    let told = held ?? loudest
    for cell in content.cells {
      let pen = Pen(cell.rect, appearance)
      let value = values[cell.cell]
      let ink = value < 0 ? Role.loss : box.name.role
      let style = cell.cell == told ? appearance.style(ink) : appearance.muted(ink)
      let width = max(cell.rect.width - 1, 1)
      for row in 0..<content.body.height {
        let glyph = scale.glyph(of: value, row: row, appearance.symbols)
        pen.fill(x: 0, y: row, width: width, style, with: glyph, on: &buffer)
      }
      guard content.hasLabels else { continue }
      let label = appearance.symbols.spelled(box.labels[cell.cell])
      let role: Role = cell.cell == held ? .held : cell.cell == told ? .bright : .dim
      let shown = width < 3 ? String(label.prefix(width)) : pen.truncated(label, to: width)
      pen.write(shown, x: 0, y: content.body.height, appearance.style(role), on: &buffer)
    }
    guard let told, content.tail > 0 else { return }
    drawTold(box, told, isHeld: held != nil, values[told], content, appearance, on: &buffer)
  }

  /// The number that is told beside the bars, with its name.
  private func drawTold(
    _ box: Box, _ place: Int, isHeld: Bool, _ value: Float, _ content: PipelineContent,
    _ appearance: Appearance, on buffer: inout Buffer
  ) {
    let tail = Rect(
      x: content.body.right, y: content.body.y, width: content.tail,
      height: content.body.height + 1)
    let pen = Pen(tail, appearance)
    let label = pen.truncated(
      appearance.symbols.spelled(box.labels[place]), to: content.tail - 1)
    let row = max(content.body.height - 1, 0)
    pen.write(
      appearance.number(value), endingAt: tail.width, y: row,
      appearance.style(isHeld ? .held : box.name.role), on: &buffer)
    guard content.hasLabels else { return }
    pen.write(label, endingAt: tail.width, y: row + 1, appearance.style(.bright), on: &buffer)
  }

  private func drawHeat(
    _ box: Box, _ content: PipelineContent, _ held: Int?, _ appearance: Appearance,
    on buffer: inout Buffer
  ) {
    let traits = max(box.values.columnCount, 1)
    let most = max(box.values.largestMagnitude, .leastNormalMagnitude)
    let hasDigits = hasDigits(box, content, appearance)
    for cell in content.cells {
      let (token, trait) = cell.cell.quotientAndRemainder(dividingBy: traits)
      let value = box.values[token, trait] ?? .nan
      let pen = Pen(cell.rect, appearance)
      let heat = appearance.heat(value / most, role: box.name.role)
      let isHeld = cell.cell == held
      let style = isHeld ? appearance.style(.held) : heat.style
      let width = cell.rect.width
      if hasDigits {
        pen.fill(x: 0, y: 0, width: width, style, on: &buffer)
        pen.write(appearance.number(value), endingAt: width, y: 0, style, on: &buffer)
      } else if heat.shade != nil {
        let shades = appearance.shading(value / most, cells: max(width - 1, 1))
        pen.write(shades, x: 0, y: 0, style, on: &buffer)
        if value < 0 { pen.write(appearance.symbols.minus, x: 0, y: 0, style, on: &buffer) }
      } else {
        pen.fill(x: 0, y: 0, width: max(width - (width > 2 ? 1 : 0), 1), style, on: &buffer)
      }
    }
    drawNames(box, content, held, traits, appearance, on: &buffer)
  }

  /// Whether all numbers have room in their cells; a sign keeps a number apart from the one before it.
  private func hasDigits(
    _ box: Box, _ content: PipelineContent, _ appearance: Appearance
  ) -> Bool {
    content.cells.allSatisfy { cell in
      let (token, trait) = cell.cell.quotientAndRemainder(
        dividingBy: max(box.values.columnCount, 1))
      let value = box.values[token, trait] ?? .nan
      let width = TextWidth.width(of: appearance.number(value))
      return cell.rect.width > 4 && (value < 0 ? width - 1 : width) < cell.rect.width
    }
  }

  private func drawNames(
    _ box: Box, _ content: PipelineContent, _ held: Int?, _ traits: Int, _ appearance: Appearance,
    on buffer: inout Buffer
  ) {
    let body = content.body
    let room = Rect(
      x: body.x - content.nameWidth, y: body.y, width: body.width + content.nameWidth,
      height: body.height + 1)
    let pen = Pen(room, appearance)
    for cell in content.cells {
      let (token, trait) = cell.cell.quotientAndRemainder(dividingBy: traits)
      if cell.rect.x == body.x, content.nameWidth > 1 {
        let label = pen.truncated(
          appearance.symbols.spelled(box.labels[trait]), to: content.nameWidth - 1)
        let isHeld = held.map { $0 % traits == trait } ?? false
        pen.write(
          label, x: 0, y: cell.rect.y - body.y, appearance.style(isHeld ? .bright : .dim),
          on: &buffer)
      }
      guard content.hasLabels, cell.rect.y == body.y else { continue }
      let width = max(cell.rect.width - 1, 1)
      let label = appearance.symbols.spelled(box.rowLabels[token])
      let isHeld = held.map { $0 / traits == token } ?? false
      let shown = width < 3 ? String(label.prefix(width)) : pen.truncated(label, to: width)
      let start = cell.rect.x - room.x
      // Above digits names end where they do.
      let x = cell.rect.width > 4 ? start + cell.rect.width - TextWidth.width(of: shown) : start
      pen.write(
        shown, x: x, y: body.height, appearance.style(isHeld ? .bright : .dim), on: &buffer)
    }
  }
}

/// Upright bars on one scale from the smallest to the largest number: what is below zero hangs.
struct PipelineColumns {
  /// The rows above zero and those below it.
  let above: Int
  let below: Int
  /// The eighths of a row that 1 is high.
  private let scale: Double

  init(_ values: [Float], height: Int) {
    let numbers = values.filter(\.isFinite).map(Double.init)
    let (low, high) = (min(numbers.min() ?? 0, 0), max(numbers.max() ?? 0, 0))
    let part = high > low ? -low / (high - low) : 0
    let wanted = (Double(height) * part).cells
    // What is above zero keeps a row; where there is only one, a sign says what is below.
    below = height < 2 ? 0 : high > 0 ? min(wanted, height - 1) : height
    above = height - below
    let lengths = [(above, high), (below, -low)].filter { $0.0 > 0 && $0.1 > 0 }
    scale = lengths.map { Double($0.0 * 8) / $0.1 }.min() ?? 0
  }

  /// What a row of a bar shows, counted from above; one that is not zero shows something.
  func glyph(of value: Float, row: Int, _ symbols: Symbols) -> String {
    guard value.isFinite, value != 0 else { return " " }
    let eighths = max((abs(Double(value)) * scale).cells, 1)
    if value > 0 {
      return symbols.columns[row < above ? min(max(eighths - (above - 1 - row) * 8, 0), 8) : 0]
    }
    guard below > 0 else { return row == above - 1 ? symbols.minus : " " }
    return symbols.hanging[row < above ? 0 : min(max(eighths - (row - above) * 8, 0), 8)]
  }
}
