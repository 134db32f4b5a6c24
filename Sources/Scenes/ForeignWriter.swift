import Text

/// Says in this language what another language says: `Q @ K.T` for `np.dot(Q, K.transpose())`.
///
/// It proposes; whether a proposal means anything in the scene is tried before anybody sees it.
struct ForeignWriter {
  private let checker: Checker

  init(_ checker: Checker) {
    self.checker = checker
  }

  /// What may be meant by something foreign, most likely first.
  func proposals(_ foreign: Foreign) -> [String] {
    switch foreign {
    case .member(let base, let name, let arguments):
      return isLibrary(base)
        ? proposals(name, arguments ?? [])
        : proposals(name, [Argument(label: nil, expression: base)] + (arguments ?? []))
    case .call(let name, let arguments), .numbered(let name, let arguments):
      return proposals(name, arguments)
    case .power(let base, let exponent):
      return text(base).map { power($0.asOperand, exponent) } ?? []
    case .prime(let base):
      return text(base).map { ["\($0.asOperand).T"] } ?? []
    case .product(let left, let right):
      guard let left = text(left), let right = text(right) else { return [] }
      return products(left, right) + ["\(left.asOperand) * \(right.asOperand)"]
    case .applied(let name, let operand):
      return text(operand).map { ["\(name)(\($0))", "\(name)(size(\($0)))"] } ?? []
    case .range, .tuple:
      return []
    }
  }

  /// What may be meant by a call of another language, most likely first.
  func proposals(_ name: String, _ arguments: [Argument]) -> [String] {
    let word = name.lowercased()
    if let source = Self.sources[word] { return [source] }
    if let number = Self.constants[word], arguments.isEmpty { return [number] }
    let values = arguments.filter { $0.label == nil }.map(\.expression)
    guard let first = values.first else { return [] }
    if ["array", "tensor", "asarray"].contains(word) {
      return [checker.page.spelling(of: first.tokens)]
    }
    if word == "einsum" {
      let operands = values.dropFirst().compactMap(text)
      return operands.count == 2 ? products(operands[0], operands[1]) : []
    }
    guard let operand = text(first) else { return [] }
    return proposals(word, of: operand, values.dropFirst(), axis(arguments))
  }

  // MARK: Calls

  private func proposals(
    _ word: String, of operand: String, _ rest: ArraySlice<Expression>, _ axis: Expression?
  ) -> [String] {
    let one = operand.asOperand
    let other = rest.first.flatMap(text)
    let along = axis ?? rest.first.flatMap { $0.wholeNumber == nil ? nil : $0 }
    if Self.transposes.contains(word) { return ["\(one).T"] }
    if Self.products.contains(word) { return other.map { products(operand, $0) } ?? [] }
    if let sign = Self.signs[word] { return other.map { ["\(one) \(sign) \($0.asOperand)"] } ?? [] }
    if ["pow", "power", "square"].contains(word) {
      return rest.first.map { power(one, $0) } ?? ["\(one) ^ 2"]
    }
    if ["masked_fill", "tril", "triu", "mask"].contains(word) {
      return axes(operand).suffix(1).map { "\(one) + causal(\($0))" }
    }
    if ["len", "shape", "size", "numel"].contains(word) {
      let names = axes(operand)
      let place = along.map { self.place($0, of: names.count) } ?? 0
      return place.flatMap { names.indices.contains($0) ? ["size(\(names[$0]))"] : nil } ?? []
    }
    if Self.unneeded.contains(word) { return [operand] }
    if word == "log_softmax" { return ["log(softmax(\(operand)))"] }
    if ["silu", "swish"].contains(word) { return ["\(one) * sigmoid(\(operand))"] }
    if ["maximum", "minimum"].contains(word) {
      let sign = word == "maximum" ? ">" : "<"
      return other.map { ["where(\(one) \(sign) \($0.asOperand), \(operand), \($0))"] } ?? []
    }
    if word == "rsqrt" { return ["1 / sqrt(\(operand))"] }
    if ["log2", "log10"].contains(word) { return ["log(\(operand)) / log(\(word.dropFirst(3)))"] }
    if word == "std" { return reductions("variance", operand, along).map { "sqrt(\($0))" } }
    return functions(Self.synonyms[word] ?? word, operand, rest, along)
  }

  private func functions(
    _ name: String, _ operand: String, _ rest: ArraySlice<Expression>, _ axis: Expression?
  ) -> [String] {
    let other = rest.first.flatMap(text)
    guard let operation = Operation.functions[name] else { return [] }
    if operation.isReduction { return reductions(name, operand, axis) }
    if operation == .topk { return other.map { ["topk(\(operand), k: \($0))"] } ?? [] }
    if operation == .choice, rest.count == 2 {
      let others = rest.compactMap(text)
      return others.count == 2 ? ["where(\(operand), \(others[0]), \(others[1]))"] : []
    }
    if axis != nil, let axis, place(axis, of: axes(operand).count) == axes(operand).count - 2 {
      return ["\(name)(\(operand.asOperand).T).T"]
    }
    let second = axis == nil ? other.map { ["\(name)(\(operand), \($0))"] } ?? [] : []
    return second + ["\(name)(\(operand))"]
  }

  /// `sum(Q, token)` for axis 0; without an axis all numbers make one.
  private func reductions(_ name: String, _ operand: String, _ axis: Expression?) -> [String] {
    let names = axes(operand)
    guard let axis else {
      // The variance of all numbers is not that of the rows' variances.
      let isOneNumber = names.count == 1 || ["sum", "mean", "max", "min", "norm"].contains(name)
      return names.isEmpty || !isOneNumber
        ? [] : [names.reduce(operand) { text, _ in "\(name)(\(text))" }]
    }
    if case .name(let axis) = axis.kind { return ["\(name)(\(operand), \(axis))"] }
    guard let place = place(axis, of: names.count) else { return [] }
    return place == names.count - 1
      ? ["\(name)(\(operand))"] : ["\(name)(\(operand), \(names[place]))"]
  }

  private func products(_ left: String, _ right: String) -> [String] {
    let (one, other) = (left.asOperand, right.asOperand)
    return ["\(one) @ \(other)", "\(one) @ \(right.turned)", "dot(\(left), \(right))"]
  }

  private func power(_ base: String, _ exponent: Expression) -> [String] {
    switch exponent.kind {
    case .number(0.5): ["sqrt(\(base))"]
    case .number(let exponent): ["\(base) ^ \(NumberFormat.plain(exponent))"]
    case .name("T"), .name("t"): ["\(base).T"]
    case .name, .string, .all, .list, .call, .chain, .unknownCall, .index, .foreign: []
    }
  }

  // MARK: Parts

  /// A square names its base twice, so that squares of squares would fill the memory.
  private static let longest = 400

  /// An expression in this language; what is foreign in it is translated.
  private func text(_ expression: Expression) -> String? {
    translated(expression).flatMap { $0.utf8.count <= Self.longest ? $0 : nil }
  }

  private func translated(_ expression: Expression) -> String? {
    guard expression.isForeign else { return checker.page.spelling(of: expression.tokens) }
    switch expression.kind {
    case .foreign(let foreign):
      return proposals(foreign).first { checker.tried($0) != nil }
    case .unknownCall(let name, let arguments):
      return proposals(name, arguments).first { checker.tried($0) != nil }
    case .call(let operation, let arguments):
      let texts = arguments.compactMap { text($0.expression) }
      guard texts.count == arguments.count, Operation.functions[operation.name] != nil else {
        return nil
      }
      return "\(operation.name)(\(texts.joined(separator: ", ")))"
    case .chain(let first, let links):
      return links.reduce(text(first)?.asOperand) { left, link in
        guard let left, let right = text(link.operand) else { return nil }
        return "\(left) \(link.operation.name) \(right.asOperand)"
      }
    case .number, .name, .string, .all, .list, .index:
      return nil
    }
  }

  /// The names of a formula's axes; none where it means nothing.
  private func axes(_ formula: String) -> [String] {
    (checker.tried(formula) ?? []).map(checker.sheet.name)
  }

  private func axis(_ arguments: [Argument]) -> Expression? {
    arguments.first { ["axis", "dim"].contains($0.label) }?.expression
  }

  /// The place of axis 0, 1, … or −1, −2, … among so many.
  private func place(_ axis: Expression, of count: Int) -> Int? {
    guard let number = axis.wholeNumber else { return nil }
    let place = number < 0 ? number + count : number
    return (0..<count).contains(place) ? place : nil
  }

  private func isLibrary(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let name): Self.libraries.contains(name) && checker.names[name] == nil
    case .foreign(.member(let base, let name, nil)):
      isLibrary(base) && Self.libraries.contains(name)
    case .number, .string, .all, .list, .call, .chain, .unknownCall, .index, .foreign: false
    }
  }

  private static let libraries: Set<String> = [
    "np", "numpy", "torch", "nn", "F", "functional", "jnp", "jax", "tf", "math", "linalg", "random",
    "special", "scipy", "cmath", "ops",
  ]
  private static let transposes: Set<String> = [
    "t", "mt", "h", "mh", "transpose", "swapaxes", "permute", "adjoint",
  ]
  private static let products: Set<String> = ["dot", "matmul", "mm", "bmm", "mv", "inner", "vdot"]
  private static let signs = [
    "add": "+", "sub": "-", "subtract": "-", "mul": "*", "multiply": "*", "div": "/",
    "divide": "/", "hadamard": "*",
  ]
  private static let unneeded: Set<String> = [
    "item", "numpy", "detach", "float", "double", "contiguous", "clone", "copy", "cpu", "squeeze",
    "unsqueeze", "dropout", "identity",
  ]
  private static let synonyms = [
    "var": "variance", "layernorm": "layer_norm", "rmsnorm": "rms_norm", "gelu_new": "gelu_tanh",
    "normalize": "layer_norm", "amax": "max",
    "amin": "min", "absolute": "abs", "average": "mean", "ln": "log", "expit": "sigmoid",
    "cosine_similarity": "cosine", "cos_sim": "cosine", "scaled_dot_product_attention": "attention",
    "crossentropy": "cross_entropy", "magnitude": "norm", "length": "norm",
  ]
  private static let constants = ["inf": "inf", "pi": "3.14159265", "e": "exp(1)"]
  private static let sources = [
    "randn": "randn(seed: 1)", "normal": "randn(seed: 1)", "standard_normal": "randn(seed: 1)",
    "rand": "uniform(seed: 1)", "random": "uniform(seed: 1)", "uniform": "uniform(seed: 1)",
    "zeros": "zeros()", "zeros_like": "zeros()", "ones": "ones()", "ones_like": "ones()",
    "eye": "eye()", "full": "ones()",
  ]
}

extension Expression {
  /// Whether something of another language stands in it.
  var isForeign: Bool {
    switch kind {
    case .foreign, .unknownCall: true
    case .number, .name, .string, .all, .list, .call, .chain, .index:
      kind.parts.contains(where: \.isForeign)
    }
  }

  fileprivate var wholeNumber: Int? {
    if case .number(let number) = kind { Int(exactly: number) } else { nil }
  }
}
