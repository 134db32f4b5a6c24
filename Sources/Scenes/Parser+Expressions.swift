// MARK: Expressions

extension Parser {
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
    let first = try operand()
    var links: [Link] = []
    var isComparison = false
    while let (operation, own) = infixOperator, own >= strength {
      if operation.purpose.isComparison && isComparison { throw failure(.chainedComparison) }
      isComparison = operation.purpose.isComparison
      next += 1
      let operand = try expression(above: own + 1)
      links.append(Link(operation: operation, operand: operand, end: next))
    }
    if links.isEmpty { return first }
    return try limited(Expression(.chain(first, links), tokens: start..<next))
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
