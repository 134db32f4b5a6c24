import Lessons
import Playground
import Scenes
import Terminal

/// The way of a token through attention as a diagram.
struct PipelineWidget: PanelWidget {
  let drawn: PipelineDiagram

  init(_ diagram: PipelineDiagram) {
    drawn = diagram
  }

  func showsEverything(in size: Size, appearance: Appearance) -> Bool { size.width >= 36 }
  func isAtEase(in size: Size, appearance: Appearance) -> Bool { size.width >= 66 }
  var saysWhatIsHidden: Bool { true }
  var leastHeight: Int? { drawn.isVeiled ? emptyPictureHeight : drawn.leastHeight }
  var modestHeight: Int { leastHeight ?? .max }

  func cursor(in rect: Rect, appearance: Appearance) -> Point? {
    drawn.cursorPlace(in: rect, appearance: appearance)
  }

  func hit(
    _ point: Point, in rect: Rect, from cursor: PanelCursor, appearance: Appearance
  ) -> PanelCursor? {
    drawn.hit(point, in: rect, appearance: appearance).map(cursor.moved)
  }
}

extension PanelContent {
  /// The boxes from x to the output, for the token in front.
  var pipeline: PipelineDiagram {
    let cursor = stepState.cursor(of: index)
    let boxes = panel.pipeline(in: scene, token: cursor.stack)
    let named = panel.options.name != nil || panel.caption != nil
    var diagram = PipelineDiagram(title: named ? headline : sideMark, boxes: boxes.map(box))
    if isFocused {
      let column = min(max(cursor.column, 0), boxes.count - 1)
      let row = min(max(cursor.row, 0), boxes[column].cells.count - 1)
      diagram.cursor = CellPosition(row: row, column: column)
    }
    return diagram
  }

  private func box(_ box: PipelineBox) -> PipelineDiagram.Box {
    let values = scene.values(of: box.node).elements
    let rows = box.cells.count / box.columns.size
    let token = box.cells.lowerBound / box.columns.size
    let role = RoleOfName.role(of: box.node, in: scene) ?? box.stage.role
    // In one colour a tile would not be seen; quotation marks are.
    let plain = Appearance(theme: .mono, symbols: appearance.symbols)
    let name = Formula(scene.name(of: box.node) ?? box.title, plain).line.text
    return PipelineDiagram.Box(
      name: Span(name, role, bold: true), formula: formula(of: box),
      token: box.stage.asks && box.stage != .score && box.stage != .weight
        ? written(token, on: box.rows) : "",
      wire: wire(to: box), form: box.stage.form, rowLabels: labels(of: box.rows),
      labels: labels(of: box.columns),
      values: TableValues(
        values, from: box.cells.lowerBound, rows: rows, columns: box.columns.size,
        isVeiled: stepState.isVeiled(box.node)))
  }

  private func formula(of box: PipelineBox) -> Line {
    guard !scene.isInput(box.node), let name = scene.name(of: box.node),
      !stepState.isToBeWritten(name), let definition = scene.definition(name)
    else { return [] }
    return Line(
      Formula(definition.formula, appearance).line.spans.map { span in
        span.role == .text ? Span(span.text, .dim) : span
      })
  }

  /// The input that turns a source into query, key or value.
  private func wire(to box: PipelineBox) -> Line {
    switch box.stage {
    case .query, .key, .value:
      let boxes = Set(panel.subjects)
      let makers = scene.makers(of: box.node).filter { scene.isInput($0) && !boxes.contains($0) }
      guard makers.count == 1, let name = scene.name(of: makers[0]) else { return [] }
      return Line([Span(name, RoleOfName.role(of: name) ?? .dim)])
    case .source, .otherSource, .score, .weight, .output: return []
    }
  }
}

extension PipelineStage {
  fileprivate var role: Role {
    switch self {
    case .source, .otherSource, .score: .bright
    case .query: .query
    case .key: .key
    case .value: .value
    case .weight, .output: .output
    }
  }

  fileprivate var form: PipelineDiagram.Form {
    switch self {
    case .source, .query, .output: .numbers
    case .score, .weight: .columns
    case .otherSource, .key, .value: .heat
    }
  }
}
