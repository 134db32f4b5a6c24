import Tensors
import Text

/// Turns the definitions of an outline into matrices, operands first.
struct DefinitionReader {
  private let declarations: Declarations
  /// The axes as the texts size them, by which written lists are judged.
  let declared: AxisSheet
  /// The scalars that bound parts of axes.
  let scalars: BoundScalars
  private var findings: [(page: Int, finding: UnplacedDiagnostic)]
  /// The node of each definition that could be read.
  private var read: [Int?]
  private(set) var checker: Checker
  /// What can be read, but perhaps not as it was meant.
  private(set) var warnings: [Diagnostic] = []

  init(
    _ declarations: Declarations, _ extents: AxisExtents = AxisExtents(),
    weights: (any WeightSource)? = nil
  ) {
    self.declarations = declarations
    let written = AxisReader(declarations)
    let axes = extents.isEmpty ? written : AxisReader(declarations, extents)
    declared = written.sheet
    scalars = axes.scalars
    findings = declarations.findings + axes.findings
    let broken = declarations.broken.union(axes.broken)
    read = Array(repeating: nil, count: declarations.matrices.count)
    let defined = declarations.matrices.map(\.statement.name) + broken.sorted()
    let names = Dictionary(
      defined.map { ($0, Checker.Meaning.broken) }, uniquingKeysWith: { first, _ in first })
    checker = Checker(
      sheet: axes.sheet, names: names, likelyNames: defined, graph: Graph(),
      page: SourceBuffer.empty)
    checker.declared = declared
    checker.weights = weights
    checker.brokenAxes = broken.filter { checker.sheet.key($0) == nil }
    for name in broken where checker.sheet.key(name) != nil {
      checker.names[name] = nil
    }
  }

  /// What is wrong, page by page from top to bottom; at the end of a long list, that there may be more.
  var problems: [Diagnostic] {
    let sorted = sortedFindings
    let shown = sorted.prefix(Checker.mostFindings)
    let advised = checker.advised(shown.map(\.finding))
    var problems = zip(shown, advised).map { declarations.problem($0.page, $1) }
    if let last = shown.last, sorted.count > shown.count || checker.hasEnough {
      let rest = UnplacedDiagnostic(mistake: .moreProblems, characters: last.finding.characters)
      problems.append(declarations.problem(last.page, rest))
    }
    return problems
  }

  private var sortedFindings: [(page: Int, finding: UnplacedDiagnostic)] {
    let sorted = findings.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      return (first.page, first.finding.characters.lowerBound, a.offset)
        < (second.page, second.finding.characters.lowerBound, b.offset)
    }
    return sorted.map(\.element)
  }

  /// The definitions in the order in which they were written.
  var entries: [Worksheet.Entry] {
    declarations.matrices.indices.compactMap { number in
      let placed = declarations.matrices[number]
      let page = declarations.pages[placed.page]
      let start = page.characters(of: placed.statement.head).lowerBound
      return read[number].map {
        Worksheet.Entry(
          name: placed.statement.name, node: $0,
          formula: page.spelling(of: placed.statement.written),
          location: page.location(of: start))
      }
    }
  }

  mutating func readAll() {
    let order = DefinitionOrder(references: references)
    for cycle in order.cycles { reportCycle(cycle) }
    for number in order.order where !checker.hasEnough { readDefinition(number) }
  }

  /// For each definition, the numbers of those it refers to.
  private var references: [[Int]] {
    let numbers = Dictionary(
      uniqueKeysWithValues: declarations.matrices.enumerated().map { ($1.statement.name, $0) })
    return declarations.matrices.map { placed in
      placed.statement.expression.names.compactMap { numbers[$0] }
    }
  }

  private mutating func reportCycle(_ cycle: [Int]) {
    let start = cycle.min() ?? 0
    let turn = cycle.firstIndex(of: start) ?? 0
    let names = (cycle[turn...] + cycle[..<turn]).map { declarations.matrices[$0].statement.name }
    let placed = declarations.matrices[start]
    let page = declarations.pages[placed.page]
    let head = placed.statement.head.lowerBound
    let characters = page.characters(of: head..<head + 1)
    findings.append(
      (placed.page, UnplacedDiagnostic(mistake: .cycle(names), characters: characters)))
  }

  private mutating func readDefinition(_ number: Int) {
    let placed = declarations.matrices[number]
    checker.page = declarations.pages[placed.page]
    let node = matrix(placed.statement)
    findings += checker.takeFindings().map { (placed.page, $0) }
    warnings += checker.takeWarnings().map {
      var warning = declarations.problem(placed.page, $0)
      warning.severity = .warning
      return warning
    }
    guard let node, !declarations.broken.contains(placed.statement.name) else { return }
    checker.names[placed.statement.name] = .matrix(node)
    read[number] = node
  }

  /// The matrix that a definition becomes, or nil where something is wrong with it.
  private mutating func matrix(_ statement: MatrixStatement) -> Int? {
    let isFormula = refers(statement.expression)
    checker.place = Checker.Place(name: statement.name, whole: statement.expression.tokens)
    var axes: [AxisKey]?
    if let references = statement.axes {
      axes = keys(references)
      // The right side is looked at all the same, for mistakes of its own.
      if axes == nil, !isFormula { return nil }
    }
    checker.place.allowsSources = !isFormula
    checker.place.expected = axes
    guard let node = content(statement, axes), axes != nil || statement.axes == nil,
      agrees(node, statement, axes)
    else { return nil }
    checker.graph.name(
      node, statement.name, isInput: !isFormula,
      origin: isFormula ? .computed : origin(statement.expression))
    return node
  }

  private mutating func keys(_ references: [AxisReference]) -> [AxisKey]? {
    let keys = references.map { checker.axis(named: $0.names, at: $0.tokens) }
    let known = keys.compactMap { $0 }
    return known.count == keys.count ? known : nil
  }

  private mutating func content(_ statement: MatrixStatement, _ axes: [AxisKey]?) -> Int? {
    let expression = statement.expression
    if case .list = expression.kind { return list(expression, axes) }
    guard let node = checker.matrix(expression) else { return nil }
    guard checker.graph.nodes[node].name != nil else { return node }
    let operand = checker.graph.nodes[node]
    let call = Call(sheet: checker.sheet, operands: [operand.axes], passages: [operand.slice])
    return checker.add(.same, call, [node], at: expression.tokens)
  }

  /// Numbers written out, cut or filled up with 0 where an axis has another size now.
  private mutating func list(_ expression: Expression, _ axes: [AxisKey]?) -> Int? {
    guard let axes else {
      checker.report(.listWithoutAxes, at: expression.tokens)
      return nil
    }
    guard let written = checker.numbers(expression, axes: axes, of: declared) else { return nil }
    let tensor = Tensor(shape: declared.factorSizes(axes), elements: written)
    let shape = checker.sheet.sizes(axes)
    guard checker.sheet.count(axes) ?? .max <= Graph.mostElements else {
      checker.reportTooManyNumbers(at: expression.tokens)
      return nil
    }
    let elements = tensor.resized(checker.sheet.factorSizes(axes)).elements
    return checker.add(.numbers(elements, axes: axes, shape: shape), at: expression.tokens)
  }

  private mutating func agrees(
    _ node: Int, _ statement: MatrixStatement, _ axes: [AxisKey]?
  ) -> Bool {
    let found = checker.graph.nodes[node].axes
    guard let axes, axes != found else { return true }
    let names = axes.map(checker.sheet.name)
    let isPlain = found.isEmpty && !refers(statement.expression)
    checker.report(
      isPlain
        ? .axesWithoutNumbers(axes: names)
        : .axesDiffer(declared: names, found: found.map(checker.sheet.name)),
      at: statement.expression.tokens)
    return false
  }

  /// Whether an expression refers to a matrix or, by a mask or a size, to an axis.
  private func refers(_ expression: Expression) -> Bool { !expression.names.isEmpty }

  private func origin(_ expression: Expression) -> Origin {
    switch expression.kind {
    case .call(let operation, let arguments):
      switch operation.purpose.supply {
      case .seed: return .random(seed: seed(operation, arguments))
      case .rule: return .constant
      case .model: return .learned(model: model(arguments))
      case nil: return origin(ofParts: expression)
      }
    case .chain:
      return origin(ofParts: expression)
    case .number, .name, .string, .all, .list, .unknownCall, .index, .foreign:
      return .handSet
    }
  }

  /// Drawn where one of the parts is, learned or filled in by a rule where one of them is.
  private func origin(ofParts expression: Expression) -> Origin {
    let inner = expression.kind.parts.map { origin($0) }
    if let random = inner.first(where: \.isRandom) { return random }
    if let learned = inner.first(where: \.isLearned) { return learned }
    return inner.contains(.constant) ? .constant : .handSet
  }

  private func model(_ arguments: [Argument]) -> String {
    guard case .string(let model)? = arguments.first?.expression.kind else { return "" }
    return model
  }

  private func seed(_ operation: Operation, _ arguments: [Argument]) -> Int {
    let labelled = arguments.first { $0.label == operation.parameters.first?.name }
    guard let argument = labelled ?? arguments.first(where: { $0.label == nil }),
      case .number(let number) = argument.expression.kind
    else { return 0 }
    return Int(exactly: number) ?? 0
  }
}

extension MatrixStatement {
  /// The tokens of the right side, parentheses around it included.
  var written: Range<Int> { head.upperBound + 1..<end }
}

extension SourceBuffer {
  static let empty = SourceBuffer(SourceText(file: "", text: ""))
}
