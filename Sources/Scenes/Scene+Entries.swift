// MARK: Cells

import Text

extension Scene {
  /// The cell of a named matrix that this cell shows, looking through slices and transposes.
  package func source(of entry: Entry) -> Entry {
    graph.shown(entry)
  }

  /// What a cell is called: `weight["it","cat"]`, or its part of a formula in parentheses.
  package func label(of entry: Entry) -> String {
    let node = graph.nodes[entry.node.index]
    return title(of: node) + brackets(places(of: entry), of: node)
  }

  /// The label of a cell's place on each axis, as tables and pictures show it.
  package func shownLabels(of entry: Entry) -> [String] {
    zip(places(of: entry), axes(of: entry.node)).map { $1.shownLabel($0 ?? 0) }
  }

  /// A matrix's name, or its part of a formula, in parentheses where an index follows.
  func title(of node: Node) -> String {
    node.name ?? (node.axes.isEmpty ? node.text : "(\(node.text))")
  }

  /// The place of a cell on each axis.
  func places(of entry: Entry) -> [Int?] {
    graph.values[entry.node.index].index(ofFlat: entry.index)
  }

  /// An index as it would be written; nil is the whole axis, left out at the end.
  func brackets(_ places: [Int?], of node: Node) -> String {
    let end = (places.lastIndex { $0 != nil } ?? -1) + 1
    let parts = zip(places, node.axes).prefix(end).map { place, axis in
      place.map { written($0, on: axis) } ?? ":"
    }
    return parts.isEmpty ? "" : "[\(parts.joined(separator: ","))]"
  }

  private func written(_ place: Int, on axis: AxisKey) -> String {
    sheet.hasLabels(axis) ? sheet.label(axis, place).quoted : String(place)
  }

  /// The cell that a text such as `weight["it","cat"]` names.
  package func entry(_ text: SourceText) throws(Diagnostics) -> Entry {
    var checker = worksheet.checker(text)
    let expression = checker.read { parser throws(UnplacedDiagnostic) in
      try parser.wholeExpression()
    }
    guard let expression else { throw checker.problems }
    checker.place = Checker.Place(whole: expression.tokens)
    guard let node = checker.matrix(expression) else { throw checker.problems }
    let axes = checker.graph.nodes[node].axes
    guard axes.isEmpty else {
      let spelled = checker.page.spelling(of: expression.tokens)
      checker.report(.notOneCell(spelled, axes: axes.map(sheet.name)), at: expression.tokens)
      throw checker.problems
    }
    let found = checker.graph.shown(Entry(node: NodeID(index: node), index: 0))
    guard found.node.index < graph.nodes.count else {
      checker.report(.notAMatrixCell, at: expression.tokens)
      throw checker.problems
    }
    return found
  }
}

extension String {
  /// The text in quotation marks, as a scene reads it.
  var quoted: String {
    "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
