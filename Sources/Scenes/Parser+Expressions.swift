// MARK: Expressions

extension Parser {
  /// An expression that reaches to the last token.
  mutating func wholeExpression() throws(UnplacedDiagnostic) -> Expression {
    let expression = try expression(above: 0)
    guard isAtEnd else { throw surplus(after: expression) }
    return expression
  }

  /// What is wrong with a token where a formula could end.
  private func surplus(after expression: Expression) -> UnplacedDiagnostic {
    guard let token else { return failure(.expectedExpression(nil)) }
    for case .name(let word) in [token.kind, page.tokens[next - 1].kind]
    where Foreign.statements[word] != nil {
      return failure(.foreignStatement(word))
    }
    if token.beginsOperand {
      let left = page.spelling(of: expression.tokens)
      return failure(.missingOperator(left: left, right: token.text))
    }
    if token.isSymbol(","), case .number = expression.kind, next + 1 < end,
      case .number = page.tokens[next + 1].kind
    {
      return failure(.decimalComma(page.tokens[next - 1].text + "." + page.tokens[next + 1].text))
    }
    return failure(.unexpected(found, wanted: nil))
  }

  /// An expression and, after an equals sign, another; for assignments.
  mutating func assignment() throws(UnplacedDiagnostic) -> (target: Expression, value: Expression) {
    let target = try expression(above: 0)
    guard take("=") else { throw failure(.expectedAssignment) }
    return (target, try wholeExpression())
  }

  /// Operators that bind at least as strongly as `strength`, from left to right.
  mutating func expression(above strength: Int) throws(UnplacedDiagnostic) -> Expression {
    let start = next
    var first = try operand()
    var links: [Link] = []
    var isComparison = false
    while true {
      if let token, case .symbol(let sign) = token.kind, Foreign.products.contains(sign),
        strength <= 6
      {
        next += 1
        let right = try expression(above: 7)
        let left = Expression.of(first, links, tokens: start..<next - 1)
        first = try limited(Expression(.foreign(.product(left, right)), tokens: start..<next))
        links = []
        continue
      }
      guard let (operation, own) = infixOperator, own >= strength else { break }
      if operation.purpose.isComparison && isComparison { throw failure(.chainedComparison) }
      isComparison = operation.purpose.isComparison
      next += 1
      let operand = try expression(above: own + 1)
      links.append(Link(operation: operation, operand: operand, end: next))
    }
    return try limited(Expression.of(first, links, tokens: start..<next))
  }

  private var infixOperator: (Operation, Int)? {
    guard case .symbol(let symbol)? = token?.kind else { return nil }
    return Operation.infix[symbol]
  }

  private func limited(_ expression: Expression) throws(UnplacedDiagnostic) -> Expression {
    guard expression.depth > Self.deepest else { return expression }
    throw UnplacedDiagnostic(mistake: .tooDeep, characters: page.characters(of: expression.tokens))
  }

  private mutating func operand() throws(UnplacedDiagnostic) -> Expression {
    nesting += 1
    defer { nesting -= 1 }
    if nesting > Self.deepest { throw failure(.tooDeep) }
    let start = next
    if take("√") {
      let inner = try operand()
      return try limited(Expression(.foreign(.applied("sqrt", inner)), tokens: start..<next))
    }
    guard case .symbol(let symbol)? = token?.kind,
      let (operation, strength) = Operation.prefix[symbol]
    else { return try postfixed() }
    next += 1
    let operand = try expression(above: strength)
    if operation.purpose.isNegation, case .number(let number) = operand.kind {
      return Expression(.number(-number), tokens: start..<next)
    }
    let argument = Argument(label: nil, expression: operand)
    return try limited(Expression(.call(operation, [argument]), tokens: start..<next))
  }

  private mutating func postfixed() throws(UnplacedDiagnostic) -> Expression {
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
      } else if let exponent = exponent {
        next = exponent.tokens.upperBound + (page.tokens[next + 1].isSymbol("(") ? 1 : 0)
        let arguments = [base, exponent].map { Argument(label: nil, expression: $0) }
        base = try limited(Expression(.call(.power, arguments), tokens: start..<next))
        // A power of a power would leave open which is taken first.
        return base
      } else if let foreign = try foreign(behind: base) {
        base = try limited(Expression(.foreign(foreign), tokens: start..<next))
      } else {
        break
      }
    }
    return base
  }

  /// What other languages write behind an operand.
  private mutating func foreign(behind base: Expression) throws(UnplacedDiagnostic) -> Foreign? {
    guard let token else { return nil }
    switch token.kind {
    case .symbol("."):
      guard next + 1 < end, case .name(let name) = page.tokens[next + 1].kind else { return nil }
      next += 2
      return .member(base, name, take("(") ? try arguments(after: next - 1) : nil)
    case .symbol(let sign) where Foreign.primes.contains(sign):
      next += 1
      return .prime(base)
    case .symbol(let sign) where Foreign.powers.contains(sign):
      next += 1
      for prime in Foreign.primes where take(prime) { return .prime(base) }
      return .power(base, try operand())
    case .name, .number:
      guard case .name(let word) = base.kind, Operation.functions[word] != nil,
        !token.startsLine
      else { return nil }
      return .applied(word, try operand())
    case .string, .label, .symbol:
      return nil
    }
  }

  /// A power that is written out, behind the sign here: `^ 2`, `^ -1`, `^ (-0.5)`.
  private var exponent: Expression? {
    guard let token, token.isSymbol("^") else { return nil }
    func isSymbol(_ symbol: String, at place: Int) -> Bool {
      place < end && page.tokens[place].isSymbol(symbol)
    }
    let isFenced = isSymbol("(", at: next + 1)
    let start = isFenced ? next + 2 : next + 1
    let isNegative = isSymbol("-", at: start)
    let place = isNegative ? start + 1 : start
    guard place < end, case .number(let number) = page.tokens[place].kind,
      !isFenced || isSymbol(")", at: place + 1)
    else { return nil }
    return Expression(.number(isNegative ? -number : number), tokens: start..<place + 1)
  }

  /// An operation written behind its operand after a full stop: `.T`.
  private var postfixOperator: (operation: Operation, tokens: Int)? {
    guard let token, token.isSymbol("."), next + 1 < end else { return nil }
    return Operation.postfix["." + page.tokens[next + 1].text].map { ($0, 2) }
  }

  private mutating func primary() throws(UnplacedDiagnostic) -> Expression {
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

  private mutating func parenthesised() throws(UnplacedDiagnostic) -> Expression {
    let opening = next
    next += 1
    var elements = [try expression(above: 0)]
    while take(","), let token, !token.isSymbol(")") {
      elements.append(try expression(above: 0))
    }
    try expect(")", after: opening)
    if elements.count == 1 { return elements[0] }
    return try limited(Expression(.foreign(.tuple(elements)), tokens: opening..<next))
  }

  private mutating func list() throws(UnplacedDiagnostic) -> Expression {
    let opening = next
    next += 1
    var elements: [Expression] = []
    while let token, !token.isSymbol("]") {
      elements.append(try expression(above: 0))
      if !take(",") { break }
    }
    if let token, token.beginsOperand { throw missingComma(opening) }
    try expect("]", after: opening)
    return try limited(Expression(.list(elements), tokens: opening..<next))
  }

  /// A list without commas, and the same list with them.
  private func missingComma(_ opening: Int) -> UnplacedDiagnostic {
    let close = (next..<end).first { page.tokens[$0].isSymbol("]") } ?? end
    let words = page.tokens[opening + 1..<close].filter { !$0.isSymbol(",") }.map(\.text)
    let isFlat = page.tokens[opening + 1..<close].allSatisfy {
      if case .number = $0.kind { true } else { $0.isSymbol(",") }
    }
    return failure(.missingComma(isFlat ? "[\(words.joined(separator: ", "))]" : nil))
  }

  private mutating func call(_ name: String, start: Int) throws(UnplacedDiagnostic) -> Expression {
    let arguments = try arguments(after: next - 1)
    if arguments.contains(where: \.hasEquals) {
      return try limited(Expression(.foreign(.call(name, arguments)), tokens: start..<next))
    }
    guard let operation = Operation.functions[name] else {
      return try limited(Expression(.unknownCall(name, arguments), tokens: start..<next))
    }
    return try limited(Expression(.call(operation, arguments), tokens: start..<next))
  }

  /// The arguments up to the closing parenthesis.
  private mutating func arguments(after opening: Int) throws(UnplacedDiagnostic) -> [Argument] {
    var arguments: [Argument] = []
    while let token, !token.isSymbol(")") {
      let label = argumentLabel()
      let hasEquals = label != nil && page.tokens[next - 1].isSymbol("=")
      arguments.append(
        Argument(label: label, hasEquals: hasEquals, expression: try expression(above: 0)))
      if !take(",") { break }
    }
    try expect(")", after: opening)
    return arguments
  }

  private mutating func argumentLabel() -> String? {
    guard case .name(let label)? = token?.kind, next + 1 < end,
      page.tokens[next + 1].isSymbol(":") || page.tokens[next + 1].isSymbol("=")
    else { return nil }
    next += 2
    return label
  }

  private mutating func indices() throws(UnplacedDiagnostic) -> [Expression] {
    let opening = next
    next += 1
    var indices: [Expression] = []
    while let token, !token.isSymbol("]") {
      indices.append(try index())
      if !take(",") { break }
    }
    try expect("]", after: opening)
    if indices.isEmpty {
      throw UnplacedDiagnostic(
        mistake: .emptyIndex, characters: page.characters(of: opening..<next))
    }
    return indices
  }

  private mutating func index() throws(UnplacedDiagnostic) -> Expression {
    let start = next
    let isOpen = take(":")
    if isOpen, token.map({ $0.isSymbol(",") || $0.isSymbol("]") }) ?? true {
      return Expression(.all, tokens: start..<next)
    }
    let place = try expression(above: 0)
    guard isOpen || take(":") else { return place }
    if let token, !token.isSymbol(","), !token.isSymbol("]") { _ = try expression(above: 0) }
    return Expression(.foreign(.range), tokens: start..<next)
  }
}

extension Expression {
  /// A chain of operators, or its only operand.
  fileprivate static func of(
    _ first: Expression, _ links: [Link], tokens: Range<Int>
  ) -> Expression {
    links.isEmpty ? first : Expression(.chain(first, links), tokens: tokens)
  }
}

extension Token {
  /// Whether an operand may begin with it.
  fileprivate var beginsOperand: Bool {
    switch kind {
    case .name, .number, .string: true
    case .label, .symbol: false
    }
  }
}
