import Tensors
import Text

/// Turns expressions into matrices of a graph and notes what is wrong with them.
struct Checker {
  /// What a name stands for.
  enum Meaning {
    case matrix(Int)
    /// Something that is wrong itself, so that nobody needs to hear about its consequences.
    case broken
  }

  /// What is allowed where an expression stands.
  struct Place {
    /// The definition's name, for sentences.
    var name: String?
    /// The tokens of the whole expression.
    var whole: Range<Int> = 0..<0
    var allowsConditions = false
    var allowsSources = false
    /// The axes that a source of numbers fills.
    var expected: [AxisKey]?
    /// Whether a suggestion is tried, of which no more than whether it works is asked.
    var isTrial = false
  }

  let sheet: AxisSheet
  var names: [String: Meaning]
  /// Axes whose own definition is wrong.
  var brokenAxes: Set<String> = []
  var graph: Graph
  var page: SourceBuffer
  var place = Place()
  /// The axes as the texts size them, where that may differ from `sheet`.
  var declared: AxisSheet?
  /// The scalars that bound parts of axes.
  var scalars = BoundScalars([:], limits: [])
  /// Where `weights` finds its numbers.
  var weights: (any WeightSource)?
  /// Some of the names, in order, for slips.
  let likelyNames: [String]
  private(set) var findings: [UnplacedDiagnostic] = []
  /// What can be read, but perhaps not as it was meant.
  private var warnings: [UnplacedDiagnostic] = []
  private var warningCount = 0
  /// How many findings were taken over already.
  private var takenCount = 0
  private var isFull = false
  private var reportCount = 0

  /// More findings than this are not looked for: nobody reads them, and each takes time.
  static let mostFindings = 200

  /// The first thousand of `likelyNames` are what a slip may have meant.
  init(
    sheet: AxisSheet, names: [String: Meaning], likelyNames: some Sequence<String>, graph: Graph,
    page: SourceBuffer
  ) {
    self.sheet = sheet
    self.names = names
    self.likelyNames = likelyNames.prefix(1_000).sorted()
    self.graph = graph
    self.page = page
  }

  // MARK: Findings

  /// Whether nothing more is looked for.
  var hasEnough: Bool { takenCount + findings.count >= Self.mostFindings }

  /// Notes a mistake, unless there are more than anyone reads.
  mutating func report(_ mistake: SceneError, at tokens: Range<Int>) {
    guard !hasEnough else { return }
    let isWhole = place.whole.isEmpty || tokens == place.whole
    let context = UnplacedDiagnostic.Context(
      name: place.name, part: page.spelling(of: tokens), isWhole: isWhole)
    var finding = UnplacedDiagnostic(
      mistake: mistake, characters: page.characters(of: tokens), context: context)
    if triesOffers { finding = advised(finding, isTried: true) }
    findings.append(finding)
    reportCount += 1
  }

  /// Notes what may not be meant, unless there is more of it than anyone reads.
  private mutating func warn(_ mistake: SceneError, at tokens: Range<Int>) {
    guard warningCount < Self.mostTrials else { return }
    warningCount += 1
    let context = UnplacedDiagnostic.Context(
      name: place.name, part: page.spelling(of: tokens), isWhole: tokens == place.whole)
    var warning = UnplacedDiagnostic(
      mistake: mistake, characters: page.characters(of: tokens), context: context)
    warning.suggestion = mistake.offers.first?.sentence
    warnings.append(warning)
  }

  /// Hands over the warnings and forgets them.
  mutating func takeWarnings() -> [UnplacedDiagnostic] {
    defer { warnings = [] }
    return warnings
  }

  /// Whether formulas that may be meant are looked for.
  private var triesOffers: Bool { !place.isTrial && reportCount < Self.mostTrials }

  /// Reports what another language writes, and what to write here.
  mutating func report(_ foreign: Foreign, at tokens: Range<Int>) -> Int? {
    let proposals = triesOffers ? ForeignWriter(self).proposals(foreign) : []
    let written = page.text(page.characters(of: tokens)).filter { $0.isSafe }
    report(.foreign(written, foreign.habit, proposals), at: tokens)
    return nil
  }

  /// What a slip may have meant, as long as anybody is told.
  func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    hasEnough || place.isTrial ? nil : name.nearest(among: candidates)
  }

  /// Said once: once the scene is full, every further matrix is one too many.
  mutating func reportTooManyNumbers(at tokens: Range<Int>) {
    if !isFull { report(.tooManyNumbers, at: tokens) }
    isFull = true
  }

  /// Adds what was found while reading.
  mutating func note(_ more: [UnplacedDiagnostic]) { findings += more }

  /// Hands over what was found and forgets it.
  mutating func takeFindings() -> [UnplacedDiagnostic] {
    defer { findings = [] }
    takenCount += findings.count
    return findings
  }

  /// Begins again, as if nothing had been found.
  mutating func forgetFindings() { (findings, takenCount) = ([], 0) }

  // MARK: Expressions

  /// The matrix of an expression, or nil where something is wrong with it.
  mutating func matrix(_ expression: Expression) -> Int? {
    switch expression.kind {
    case .number(let number):
      return add(.number(number), at: expression.tokens)
    case .name(let name):
      return meaning(of: name, at: expression.tokens)
    case .string:
      report(.misplacedString(page.spelling(of: expression.tokens)), at: expression.tokens)
    case .all:
      report(.unexpected(":", wanted: nil), at: expression.tokens)
    case .list:
      report(.listInFormula, at: expression.tokens)
    case .call(let operation, let arguments):
      return result(of: operation, arguments, at: expression.tokens)
    case .chain(let first, let links):
      return result(of: links, after: first, at: expression.tokens)
    case .unknownCall(let name, let arguments):
      let end = expression.tokens.lowerBound + 1
      let proposals = triesOffers ? ForeignWriter(self).proposals(name, arguments) : []
      let nearest = nearest(to: name, among: Operation.functions.keys.sorted())
      report(
        .unknownOperation(name, nearest: nearest, proposals),
        at: expression.tokens.lowerBound..<end)
      for argument in arguments { checkNames(argument.expression) }
    case .foreign(let foreign):
      return report(foreign, at: expression.tokens)
    case .index(let base, let indices):
      return part(of: base, indices, at: expression.tokens)
    }
    return nil
  }

  private mutating func meaning(of name: String, at tokens: Range<Int>) -> Int? {
    switch names[name] {
    case .matrix(let node): return node
    case .broken: return nil
    case nil: break
    }
    if brokenAxes.contains(name) { return nil }
    if sheet.key(name) != nil {
      report(.axisAsMatrix(name), at: tokens)
    } else if Operation.functions[name] != nil {
      report(.operationAsMatrix(name), at: tokens)
    } else {
      report(
        .unknownName(
          name, nearest: nearest(to: name, among: likelyNames),
          expected: triesOffers ? expected(name) : []), at: tokens)
    }
    return nil
  }

  /// Reports unknown names inside an argument of which nothing else can be known.
  private mutating func checkNames(_ expression: Expression) {
    if case .name(let name) = expression.kind {
      if sheet.key(name) == nil { _ = meaning(of: name, at: expression.tokens) }
    } else {
      for part in expression.kind.parts { checkNames(part) }
    }
  }

  private mutating func result(
    of operation: Operation, _ arguments: [Argument], at tokens: Range<Int>
  ) -> Int? {
    guard isAllowed(operation, at: tokens) else { return nil }
    if operation.isGivenAxisNumber(arguments) {
      return report(.numbered(operation.name, arguments), at: tokens)
    }
    if operation.purpose.isSource, !place.allowsSources {
      report(.sourceInFormula(operation.name), at: tokens)
      return nil
    }
    guard let bound = bind(arguments, to: operation, at: tokens) else { return nil }
    return add(operation, bound.call, bound.operands, at: tokens)
  }

  /// The matrix of a chain of operators, where each takes all to its left as one operand.
  private mutating func result(
    of links: [Link], after first: Expression, at tokens: Range<Int>
  ) -> Int? {
    func part(_ link: Link) -> Range<Int> { tokens.lowerBound..<link.end }
    // The last condition stands outermost.
    if let last = links.last(where: \.operation.purpose.isCondition) {
      guard isAllowed(last.operation, at: part(last)) else { return nil }
    }
    var left = matrix(first)
    var slice = SourceSlice.tokens(first.tokens, of: page)
    for link in links {
      let right = matrix(link.operand)
      let passages = [slice, .tokens(link.operand.tokens, of: page)]
      slice = .tokens(part(link), of: page)
      guard let before = left, let right else {
        left = nil
        continue
      }
      let axes = [before, right].map { graph.nodes[$0].axes }
      let call = Call(sheet: sheet, operands: axes, passages: passages, expected: place.expected)
      left = add(link.operation, call, [before, right], at: part(link))
    }
    return left
  }

  private mutating func isAllowed(_ operation: Operation, at tokens: Range<Int>) -> Bool {
    if place.allowsConditions { return true }
    if operation.purpose.isMemory {
      report(.memoryInFormula(operation.name), at: tokens)
      return false
    }
    if !operation.purpose.isCondition { return true }
    report(.conditionInFormula(operation.name), at: tokens)
    return false
  }

  // MARK: Matrices

  /// Adds the result of an operation whose operands are known.
  mutating func add(
    _ operation: Operation, _ call: Call, _ operands: [Int], at tokens: Range<Int>
  ) -> Int? {
    do throws(SceneError) {
      let form = try operation.form(call)
      if let open = ambiguity(operation, form, call, operands) { warn(open, at: tokens) }
      return add(
        Content(form: form, operation: operation, operands: operands), at: tokens)
    } catch {
      report(error, at: tokens)
      return nil
    }
  }

  /// Adds a matrix, unless its axes make no sense or the scene would grow too large.
  mutating func add(_ content: Content, at tokens: Range<Int>) -> Int? {
    let axes = content.form.axes
    if let twice = axes.dropLast(2).first(where: { axis in axes.filter { $0 == axis }.count > 1 }) {
      report(.stackTwice(sheet.name(twice)), at: tokens)
      return nil
    }
    let node = Node(
      slice: .tokens(tokens, of: page), axes: axes, shape: sheet.sizes(axes),
      operation: content.operation, operands: content.operands, kernel: content.form.kernel,
      traits: content.form.traits ?? content.operation?.traits)
    guard let added = graph.add(node, count: sheet.count(axes)) else {
      reportTooManyNumbers(at: tokens)
      return nil
    }
    return added
  }
}

/// What a matrix is made of.
struct Content {
  let form: InferredShape
  var operation: Operation?
  var operands: [Int] = []

  /// A single number written out.
  static func number(_ number: Float) -> Content {
    numbers([number], axes: [], shape: [])
  }

  /// Numbers written out.
  static func numbers(_ elements: [Float], axes: [AxisKey], shape: [Int]) -> Content {
    let tensor = Tensor(shape: shape, elements: elements)
    return Content(form: InferredShape(axes: axes, kernel: TableKernel { tensor }))
  }
}

extension Operation {
  /// Whether its second argument is a number where there can only be an axis: `sum(Q, 0)`.
  fileprivate func isGivenAxisNumber(_ arguments: [Argument]) -> Bool {
    guard case .matrix? = parameters.first, arguments.count == 2, arguments[1].label == nil,
      case .number = arguments[1].expression.kind, case .function = notation
    else { return false }
    return takesAxis
  }

  /// Whether it runs along the rows, or along another axis that is named behind its operand.
  private var takesAxis: Bool {
    guard parameters.count == 2 else { return false }
    if case .axis(_, isOptional: true) = parameters[1] { return true }
    return false
  }

  /// Whether it makes one number of all along an axis.
  var isReduction: Bool { takesAxis && self != .softmax }
}
