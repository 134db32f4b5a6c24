import Tensors
import Text

/// What an assignment comes to in a given state of the scene.
enum Change {
  case cells([Entry], values: [Float])
  case size(axis: String, Int)
}

extension Worksheet {
  /// Reads `target = value`, where the value is a list or any expression of the scene.
  func change(_ text: SourceText) throws(Diagnostics) -> Change {
    var checker = checker(text)
    let parts = checker.read { parser throws(UnplacedDiagnostic) in try parser.assignment() }
    guard let parts, let change = checker.change(parts.target, to: parts.value) else {
      throw checker.problems
    }
    return change
  }
}

extension Checker {
  fileprivate mutating func change(_ target: Expression, to value: Expression) -> Change? {
    if case .call(.size, let arguments) = target.kind {
      return resizing(arguments, at: target.tokens, to: value)
    }
    place = Place(whole: target.tokens)
    guard let node = matrix(target), let cells = cells(of: node, target) else { return nil }
    guard let values = values(value, for: node) else { return nil }
    if let name = graph.nodes[cells[0].node.index].name, let range = scalars.range(of: name),
      scalars.values[name] != nil, !(Int(exactly: values[0]).map(range.contains) ?? false)
    {
      report(.axis(.boundOutside(name, range)), at: value.tokens)
      return nil
    }
    return .cells(cells, values: values)
  }

  private mutating func resizing(
    _ arguments: [Argument], at tokens: Range<Int>, to value: Expression
  ) -> Change? {
    place = Place(whole: value.tokens)
    guard let bound = bind(arguments, to: .size, at: tokens), let node = matrix(value)
    else { return nil }
    graph.finish()
    let elements = graph.values[node].elements
    let axis = sheet.axis(bound.call.axes[0])
    if let part = axis.part {
      report(.axis(.partResized(axis.name, written: part)), at: tokens)
      return nil
    }
    guard elements.count == 1, let size = Int(exactly: elements[0]),
      (1...Graph.mostElements).contains(size)
    else {
      report(.sizeNotWhole, at: value.tokens)
      return nil
    }
    return .size(axis: sheet.name(bound.call.axes[0]), size)
  }

  /// The cells of one input that a target shows.
  private mutating func cells(of node: Int, _ target: Expression) -> [Entry]? {
    let count = graph.nodes[node].shape.reduce(1, *)
    let cells = (0..<count).map { graph.shown(Entry(node: NodeID(index: node), index: $0)) }
    guard let first = cells.first, let name = graph.nodes[first.node.index].name else {
      report(.notAssignable, at: target.tokens)
      return nil
    }
    guard graph.nodes[first.node.index].isInput else {
      report(.notAnInput(name), at: target.tokens)
      return nil
    }
    return cells
  }

  /// One number for each cell of the target.
  private mutating func values(_ value: Expression, for target: Int) -> [Float]? {
    let (axes, shape) = (graph.nodes[target].axes, graph.nodes[target].shape)
    if case .list = value.kind {
      return numbers(value, axes: axes, of: sheet)
    }
    place = Place(whole: value.tokens, allowsConditions: true, allowsSources: true, expected: axes)
    guard let node = matrix(value) else { return nil }
    graph.finish()
    let found = graph.values[node]
    if found.shape == shape { return found.elements }
    if found.shape.isEmpty {
      return Array(repeating: found.elements[0], count: shape.reduce(1, *))
    }
    let names = graph.nodes[node].axes.map(sheet.name)
    report(.shapesDiffer(target: axes.map(sheet.name), value: names), at: value.tokens)
    return nil
  }
}
