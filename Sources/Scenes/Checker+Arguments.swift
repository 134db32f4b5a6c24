import Text

extension Checker {
  /// What a call's arguments come to, or nil where one of them is wrong.
  struct Bound {
    var call: Call
    var operands: [Int] = []
  }

  /// Gives each parameter its argument; all that is wrong is reported at once.
  mutating func bind(
    _ arguments: [Argument], to operation: Operation, at tokens: Range<Int>
  ) -> Bound? {
    var bound = Bound(call: Call(sheet: sheet, expected: place.expected))
    bound.call.declared = declared ?? sheet
    bound.call.weights = weights
    var positional = arguments.filter { $0.label == nil }[...]
    var isWhole = checkLabels(arguments, of: operation)
    let wordCount = operation.parameters.count(where: \.isText)
    if operation.purpose.isSource, positional.count > wordCount {
      let written = positional.dropFirst(wordCount).map { page.spelling(of: $0.expression.tokens) }
      report(.numbersWithoutNames(operation: operation.name, written: written), at: tokens)
      return nil
    }
    if positional.count > operation.parameters.count {
      report(
        .extraArgument(operation: operation.name, wanted: operation.parameters.count), at: tokens)
      isWhole = false
    }
    for (place, parameter) in operation.parameters.enumerated() {
      let rest = operation.parameters[(place + 1)...]
      let needed = rest.count { later in
        !later.isOptional && !arguments.contains { $0.label == later.name }
      }
      if parameter.isDispensable, positional.count <= needed || isMeantFor(rest, positional.first) {
        continue
      }
      let labelled = arguments.first { $0.label == parameter.name && parameter.isNamed }
      let argument = labelled ?? positional.popFirst()
      guard let argument else {
        isWhole = fillDefault(parameter, of: operation, at: tokens, into: &bound) && isWhole
        continue
      }
      bound.call.written.insert(parameter.name)
      isWhole = read(argument.expression, as: parameter, into: &bound) && isWhole
    }
    if isWhole, !positional.isEmpty {
      report(
        .extraArgument(operation: operation.name, wanted: operation.parameters.count), at: tokens)
      isWhole = false
    }
    return isWhole ? bound : nil
  }

  /// Whether an argument where an axis may stand is none, and one of the later parameters takes
  /// something else: `window(token, 3, 2)`.
  private func isMeantFor(_ rest: ArraySlice<Operation.Parameter>, _ argument: Argument?) -> Bool {
    let isOther = rest.contains {
      if case .axis = $0 { false } else { true }
    }
    guard isOther, let argument else { return false }
    let names = argument.expression.factors ?? []
    return !names.contains { sheet.key($0) != nil || brokenAxes.contains($0) }
  }

  private mutating func checkLabels(_ arguments: [Argument], of operation: Operation) -> Bool {
    let known = operation.parameters.filter(\.isNamed).map(\.name)
    var isKnown = true
    for argument in arguments {
      guard let label = argument.label, !known.contains(label) else { continue }
      let tokens = argument.expression.tokens
      report(
        .unknownArgument(label, operation: operation.name, known: known),
        at: tokens.lowerBound - 2..<tokens.upperBound)
      isKnown = false
    }
    return isKnown
  }

  private mutating func fillDefault(
    _ parameter: Operation.Parameter, of operation: Operation, at tokens: Range<Int>,
    into bound: inout Bound
  ) -> Bool {
    switch parameter {
    case .number(_, default: let number?):
      bound.call.numbers.append(number)
    case .setting(_, default: let number?):
      bound.call.settings.append(.fixed(number))
    case .choice(_, let words):
      bound.call.choices.append(words[0])
    case .optionalNumber:
      bound.call.numbers.append(nil)
    case .text(_, default: let text?):
      bound.call.strings.append(text)
    case .matrix, .condition, .axis, .number(_, default: nil), .setting(_, default: nil),
      .text(_, default: nil):
      report(.missingArgument(parameter.name, operation: operation.name), at: tokens)
      return false
    }
    return true
  }

  private mutating func read(
    _ expression: Expression, as parameter: Operation.Parameter, into bound: inout Bound
  ) -> Bool {
    switch parameter {
    case .matrix:
      return readMatrix(expression, into: &bound)
    case .condition:
      let allowed = place.allowsConditions
      place.allowsConditions = true
      defer { place.allowsConditions = allowed }
      return readMatrix(expression, into: &bound)
    case .axis(let name, _):
      guard let axis = axis(expression, name) else { return false }
      bound.call.axes.append(axis)
    case .text(let name, _):
      guard case .string(let text) = expression.kind else {
        report(.argumentNotText(name), at: expression.tokens)
        return false
      }
      bound.call.strings.append(text)
    case .number(let name, _), .optionalNumber(let name):
      guard case .number(let number) = expression.kind else {
        report(.argumentNotNumber(name), at: expression.tokens)
        return false
      }
      bound.call.numbers.append(written(number, expression))
    case .setting(let name, _):
      if case .number(let number) = expression.kind {
        bound.call.settings.append(.fixed(written(number, expression)))
        return true
      }
      bound.call.settings.append(.operand(bound.operands.count))
      guard readMatrix(expression, into: &bound) else { return false }
      if let axes = bound.call.operands.last, !axes.isEmpty {
        report(
          .settingNotScalar(
            name, page.spelling(of: expression.tokens), axes: axes.map(sheet.name)),
          at: expression.tokens)
        return false
      }
    case .choice(let name, let words):
      guard case .string(let word) = expression.kind, words.contains(word) else {
        report(.unknownChoice(name, known: words), at: expression.tokens)
        return false
      }
      bound.call.choices.append(word)
    }
    return true
  }

  /// Read again from the text: a seed may have more digits than a Float holds.
  private func written(_ number: Float, _ expression: Expression) -> Double {
    Double(page.spelling(of: expression.tokens)) ?? Double(number)
  }

  private mutating func readMatrix(_ expression: Expression, into bound: inout Bound) -> Bool {
    guard let node = matrix(expression) else { return false }
    bound.operands.append(node)
    bound.call.operands.append(graph.nodes[node].axes)
    bound.call.passages.append(.tokens(expression.tokens, of: page))
    return true
  }

  private mutating func axis(_ expression: Expression, _ parameter: String) -> AxisKey? {
    guard let names = expression.factors else {
      report(.argumentNotAxis(parameter), at: expression.tokens)
      return nil
    }
    return axis(named: names, at: expression.tokens)
  }

  /// The axis of this name, or of the product of several.
  mutating func axis(named names: [String], at tokens: Range<Int>) -> AxisKey? {
    var isKnown = true
    for name in names where sheet.key(name) == nil {
      isKnown = false
      if brokenAxes.contains(name) { continue }
      if self.names[name] != nil {
        report(.matrixAsAxis(name), at: tokens)
      } else {
        report(.unknownAxis(name, nearest: nearest(to: name, among: sheet.names)), at: tokens)
      }
    }
    guard isKnown, let key = sheet.key(product: names) else { return nil }
    guard sheet.count([key]) ?? .max <= Graph.mostElements else {
      report(.axisTooLarge(sheet.name(key)), at: tokens)
      return nil
    }
    return key
  }
}

extension Operation.Parameter {
  fileprivate var isText: Bool {
    if case .text = self { true } else { false }
  }

  /// Whether an argument for it may bear its name: `seed: 1`.
  fileprivate var isNamed: Bool {
    switch self {
    case .number, .optionalNumber, .setting, .choice, .text: true
    case .matrix, .condition, .axis: false
    }
  }

  /// Whether a call that has no argument for it goes without, rather than with a standard value.
  fileprivate var isDispensable: Bool { isOptional && !isNamed }
}

extension Expression {
  /// The names of `token`, or of a product such as `head*trait`; nil where it is anything else.
  fileprivate var factors: [String]? {
    switch kind {
    case .name(let name):
      return [name]
    case .chain(_, let links):
      guard links.allSatisfy({ $0.operation == .times }) else { return nil }
      let factors = kind.parts.compactMap(\.factors)
      return factors.count == kind.parts.count ? factors.flatMap { $0 } : nil
    case .number, .string, .all, .list, .call, .unknownCall, .index, .foreign:
      return nil
    }
  }
}
