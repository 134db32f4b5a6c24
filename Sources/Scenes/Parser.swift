/// Reads the tokens of one page as statements; a statement that cannot be read is reported once.
struct Parser {
  static let deepest = 200

  private let page: Page
  private let end: Int
  private var next: Int
  private var nesting = 0

  /// A parser of these tokens of the page.
  init(_ page: Page, tokens: Range<Int>) {
    self.page = page
    next = tokens.lowerBound
    end = tokens.upperBound
  }

  /// All statements of the page, and what could not be read.
  ///
  /// A statement with strange signs in it is not blamed for what follows from them.
  static func statements(
    of page: Page, after lexing: [Finding]
  ) -> (statements: [Statement], findings: [Finding]) {
    var statements: [Statement] = []
    var findings: [Finding] = []
    for tokens in page.statementRanges {
      do throws(Finding) {
        var parser = Parser(page, tokens: tokens)
        statements.append(try parser.statement())
      } catch {
        let characters = page.characters(of: tokens)
        let isBlamed = lexing.contains { $0.characters.overlaps(characters) }
        if !isBlamed { findings.append(error) }
        statements.append(.broken(name: page.definedName(in: tokens)))
      }
    }
    return (statements, findings)
  }

  // MARK: Tokens

  private var token: Token? { next < end ? page.tokens[next] : nil }

  private var isAtEnd: Bool { next >= end }

  private mutating func take(_ symbol: String) -> Bool {
    guard let token, token.isSymbol(symbol) else { return false }
    next += 1
    return true
  }

  private func failure(_ fault: SceneFault) -> Finding {
    let tokens = isAtEnd ? end..<end : next..<next + 1
    return Finding(fault: fault, characters: page.characters(of: tokens))
  }

  /// What stands here, for sentences.
  private var found: String? { token?.text }

  private mutating func expect(_ symbol: String, after opening: Int) throws(Finding) {
    if take(symbol) { return }
    guard isAtEnd else { throw failure(.unexpected(found, wanted: symbol)) }
    throw Finding(
      fault: .unclosedBracket(page.tokens[opening].text),
      characters: page.tokens[opening].characters)
  }

  // MARK: Statements

  private mutating func statement() throws(Finding) -> Statement {
    guard case .name(let name)? = token?.kind else { throw failure(.expectedDefinition) }
    if name == "axis", next + 1 < end, case .name(let axis) = page.tokens[next + 1].kind {
      return try axisStatement(axis)
    }
    let head = next
    next += 1
    let axes = token?.isSymbol("[") ?? false ? try axisReferences() : nil
    let headEnd = next
    guard take("=") else { throw failure(.expectedEquals(name)) }
    let expression = try wholeExpression()
    return .matrix(
      MatrixStatement(
        name: name, axes: axes, expression: expression, head: head..<headEnd, end: end))
  }

  private mutating func axisStatement(_ name: String) throws(Finding) -> Statement {
    let head = next + 1..<next + 2
    next += 2
    guard take("=") else { throw failure(.expectedEquals("axis " + name)) }
    let words = page.tokens[next..<end]
    guard !words.isEmpty else {
      throw Finding(fault: .emptyAxis(name), characters: page.characters(of: head))
    }
    if words.count == 1, let word = words.first, let size = try size(word, of: name) {
      return .axis(AxisStatement(name: name, size: size, labels: nil, tokens: head))
    }
    let labels = try labels(words, of: name)
    return .axis(AxisStatement(name: name, size: labels.count, labels: labels, tokens: head))
  }

  private func size(_ word: Token, of axis: String) throws(Finding) -> Int? {
    let digits = word.text.hasPrefix("-") ? word.text.dropFirst() : word.text[...]
    guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    guard let size = Int(word.text), size > 0, size <= Graph.mostElements else {
      throw Finding(
        fault: .axisSize(axis, written: word.text), characters: word.characters)
    }
    return size
  }

  private func labels(_ words: ArraySlice<Token>, of axis: String) throws(Finding) -> [String] {
    var labels: [String] = []
    var seen: Set<String> = []
    for word in words {
      guard case .label(let label) = word.kind else {
        throw Finding(fault: .unexpected(word.text, wanted: "a label"), characters: word.characters)
      }
      guard !label.isEmpty else {
        throw Finding(fault: .emptyLabel(axis), characters: word.characters)
      }
      guard seen.insert(label).inserted else {
        throw Finding(fault: .labelTwice(label, axis: axis), characters: word.characters)
      }
      labels.append(label)
    }
    return labels
  }

  private mutating func axisReferences() throws(Finding) -> [AxisReference] {
    let opening = next
    next += 1
    var references: [AxisReference] = []
    while !(token?.isSymbol("]") ?? true) {
      references.append(try axisReference())
      if !take(",") { break }
    }
    try expect("]", after: opening)
    if references.isEmpty {
      throw Finding(
        fault: .expectedAxis(nil), characters: page.characters(of: opening..<opening + 1))
    }
    return references
  }

  private mutating func axisReference() throws(Finding) -> AxisReference {
    let start = next
    var names: [String] = []
    repeat {
      guard case .name(let name)? = token?.kind else { throw failure(.expectedAxis(found)) }
      names.append(name)
      next += 1
    } while take("*")
    return AxisReference(names: names, tokens: start..<next)
  }

  // MARK: Expressions

  /// An expression that reaches to the last token.
  mutating func wholeExpression() throws(Finding) -> Expression {
    let expression = try expression(above: 0)
    guard isAtEnd else { throw failure(.unexpected(found, wanted: nil)) }
    return expression
  }

  /// An expression and, after an equals sign, another; for assignments.
  mutating func assignment() throws(Finding) -> (target: Expression, value: Expression) {
    let target = try expression(above: 0)
    guard take("=") else { throw failure(.expectedAssignment) }
    return (target, try wholeExpression())
  }

  /// Operators that bind at least as strongly as `strength`, from left to right.
  private mutating func expression(above strength: Int) throws(Finding) -> Expression {
    let start = next
    var left = try operand()
    var isComparison = false
    while let (operation, own) = infixOperator, own >= strength {
      if operation.purpose.isComparison && isComparison { throw failure(.chainedComparison) }
      isComparison = operation.purpose.isComparison
      next += 1
      let right = try expression(above: own + 1)
      let arguments = [left, right].map { Argument(label: nil, expression: $0) }
      left = try limited(Expression(.call(operation, arguments), tokens: start..<next))
    }
    return left
  }

  private var infixOperator: (Operation, Int)? {
    guard case .symbol(let symbol)? = token?.kind else { return nil }
    return Operation.infix[symbol]
  }

  private func limited(_ expression: Expression) throws(Finding) -> Expression {
    guard expression.depth > Self.deepest else { return expression }
    throw Finding(fault: .tooDeep, characters: page.characters(of: expression.tokens))
  }

  private mutating func operand() throws(Finding) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepest { throw failure(.tooDeep) }
    guard case .symbol(let symbol)? = token?.kind,
      let (operation, strength) = Operation.prefix[symbol]
    else { return try postfixed() }
    let start = next
    next += 1
    let operand = try expression(above: strength)
    if operation.purpose.isNegation, case .number(let number) = operand.kind {
      return Expression(.number(-number), tokens: start..<next)
    }
    let argument = Argument(label: nil, expression: operand)
    return try limited(Expression(.call(operation, [argument]), tokens: start..<next))
  }

  private mutating func postfixed() throws(Finding) -> Expression {
    let start = next
    var base = try primary()
    while let token {
      if token.isSymbol("[") {
        let indices = try indices()
        base = try limited(Expression(.index(base, indices), tokens: start..<next))
      } else if let operation = postfixOperator {
        next += operation.tokens
        let argument = Argument(label: nil, expression: base)
        base = try limited(
          Expression(.call(operation.operation, [argument]), tokens: start..<next))
      } else {
        break
      }
    }
    return base
  }

  /// An operation written behind its operand after a full stop: `.T`.
  private var postfixOperator: (operation: Operation, tokens: Int)? {
    guard let token, token.isSymbol("."), next + 1 < end else { return nil }
    return Operation.postfix["." + page.tokens[next + 1].text].map { ($0, 2) }
  }

  private mutating func primary() throws(Finding) -> Expression {
    guard let token else { throw failure(.expectedExpression(nil)) }
    let start = next
    switch token.kind {
    case .number(let number):
      next += 1
      return Expression(.number(number), tokens: start..<next)
    case .string(let string):
      next += 1
      return Expression(.string(string), tokens: start..<next)
    case .name(let name):
      next += 1
      return take("(")
        ? try call(name, start: start) : Expression(.name(name), tokens: start..<next)
    case .symbol("("):
      return try parenthesised()
    case .symbol("["):
      return try list()
    case .symbol, .label:
      throw failure(.expectedExpression(token.text))
    }
  }

  private mutating func parenthesised() throws(Finding) -> Expression {
    let opening = next
    next += 1
    let inner = try expression(above: 0)
    try expect(")", after: opening)
    return inner
  }

  private mutating func list() throws(Finding) -> Expression {
    let opening = next
    next += 1
    var elements: [Expression] = []
    while let token, !token.isSymbol("]") {
      elements.append(try expression(above: 0))
      if !take(",") { break }
    }
    try expect("]", after: opening)
    return try limited(Expression(.list(elements), tokens: opening..<next))
  }

  private mutating func call(_ name: String, start: Int) throws(Finding) -> Expression {
    let opening = next - 1
    var arguments: [Argument] = []
    while let token, !token.isSymbol(")") {
      arguments.append(Argument(label: argumentLabel(), expression: try expression(above: 0)))
      if !take(",") { break }
    }
    try expect(")", after: opening)
    guard let operation = Operation.functions[name] else {
      return try limited(Expression(.unknownCall(name, arguments), tokens: start..<next))
    }
    return try limited(Expression(.call(operation, arguments), tokens: start..<next))
  }

  private mutating func argumentLabel() -> String? {
    guard case .name(let label)? = token?.kind, next + 1 < end,
      page.tokens[next + 1].isSymbol(":")
    else { return nil }
    next += 2
    return label
  }

  private mutating func indices() throws(Finding) -> [Expression] {
    let opening = next
    next += 1
    var indices: [Expression] = []
    while let token, !token.isSymbol("]") {
      indices.append(try index())
      if !take(",") { break }
    }
    try expect("]", after: opening)
    if indices.isEmpty {
      throw Finding(fault: .emptyIndex, characters: page.characters(of: opening..<next))
    }
    return indices
  }

  private mutating func index() throws(Finding) -> Expression {
    let start = next
    if take(":") { return Expression(.all, tokens: start..<next) }
    return try expression(above: 0)
  }
}
