extension SceneError {
  /// What might be done about it, most likely first; a formula is tried before it is offered.
  var offers: [Offer] {
    switch self {
    case .productMismatch(_, _, _, _, _, _, let offers), .pairMismatch(_, _, _, _, let offers):
      return offers
    case .noAxis(_, _, _, let formula), .notTheColumns(_, _, _, let formula):
      return formula.map { [Offer($0, in: $0)] } ?? []
    case .axisTwice(let text, _, let operation):
      let rows = "\(operation)(\(text))"
      let columns = "\(operation)(\(text.turned)).T"
      return [
        Offer("Write \(rows) for each row, or \(columns) for each column.", trying: columns)
      ]
    case .vectorLeftOpen(_, _, _, let offers), .axisLeftOpen(_, _, _, let offers):
      let spellings = offers.map(\.sentence).joined(separator: ", or ")
      return offers.isEmpty ? [] : [Offer("Write \(spellings).")]
    case .unknownName(let name, let nearest, let expected):
      return expected + Self.turnedName(name) + Self.joinedNames(name) + Self.constants(name)
        + Self.question(nearest)
    case .unknownOperation(let name, let nearest, let proposals):
      let explanation =
        Self.foreignNames[name].map { [Offer("Did you mean \($0)?")] }
        ?? Foreign.statements[name].map { [Offer($0)] }
      return proposals.map { Offer($0, in: $0) } + (explanation ?? Self.question(nearest))
    case .unknownLabel(_, _, let advice, let formula):
      let other = formula.map { [Offer($0, in: $0)] } ?? []
      return other + (advice.map { [Offer($0)] } ?? [])
    case .foreign(_, let habit, let proposals):
      return proposals.map { Offer(write: $0) } + (habit.advice.map { [Offer($0)] } ?? [])
    case .badNumber(_, let meant):
      return meant.map { [Offer($0, in: $0)] } ?? []
    case .decimalComma(let number):
      return [Offer(write: number)]
    case .missingOperator(let left, let right):
      let (one, other) = (left.asOperand, right.asOperand)
      return [
        Offer("\(one) @ \(other)", in: "\(one) @ \(other)"),
        Offer("\(one) @ \(other.turned)", in: "\(one) @ \(other.turned)"),
        Offer("\(one) * \(other)", in: "\(one) * \(other)"),
      ]
    case .foreignAssignment(let sign, let name, let formula):
      return sign == ":="
        ? [Offer("Write \(name) = \(formula).", trying: formula)]
        : [
          Offer("Give the result a name of its own: NAME = \(formula).", trying: formula),
          Offer("Give the result a name of its own."),
        ]
    case .axisAsMatrix(let name):
      return [Offer("size(\(name))", in: "size(\(name))")]
    case .strangeCharacter, .controlCharacter, .unclosedString, .numberTooLarge,
      .numberTooSmall, .expectedDefinition, .expectedEquals, .expectedAssignment,
      .expectedExpression, .expectedAxis, .unexpected, .unclosedBracket, .chainedComparison,
      .tooDeep, .emptyIndex, .missingComma, .foreignComment, .foreignQuotes, .foreignStatement,
      .emptyAxis, .emptyLabel, .commasBetweenLabels, .axisTooLarge, .axisSize, .stackTwice,
      .definedTwice, .unknownAxis, .operationAsMatrix, .matrixAsAxis, .cycle, .listWithoutAxes,
      .listInFormula, .axesWithoutNumbers, .wrongLength, .listForNumber, .numberForList,
      .notANumber, .emptyList, .axesDiffer, .sourceWithoutAxes, .sourceInFormula,
      .missingArgument, .extraArgument, .unknownArgument, .argumentNotNumber, .argumentNotAxis,
      .settingNotScalar, .unknownChoice,
      .axis,
      .argumentNotText, .weights,
      .argumentRange, .numbersWithoutNames, .conditionInFormula, .memoryInFormula, .misplacedString,
      .indexNotPlain,
      .productOfNumber, .tooFewAxes, .tooManyIndices, .indexOfNumber, .axisWithoutLabels,
      .indexOutside, .columnsNotInPairs, .shareUneven, .rowsDoNotAddUp, .targetOutside, .noPower,
      .tooManyNumbers, .tooMuchWork, .tooMuchTogether, .moreProblems, .commentInAxis, .undefined,
      .notAnInput, .notOneCell,
      .shapesDiffer, .notAssignable, .notAMatrixCell, .sizeNotWhole:
      return suggestion.map { [Offer($0)] } ?? []
    }
  }

  /// Advice that needs no formula of the scene.
  private var suggestion: String? {
    switch self {
    case .unknownAxis(_, let nearest): nearest.map { "Did you mean \($0)?" }
    case .indexNotPlain(_, let suggestion): suggestion.map { "Did you mean \"\($0)\"?" }
    case .unknownArgument(_, _, let known):
      known.isEmpty ? nil : "It has \(known.map { "`\($0):`" }.joined(separator: " and "))."
    case .missingArgument(_, let operation), .extraArgument(let operation, _):
      Operation.functions[operation].map { "It is written \($0.usage)." }
    case .axesDiffer(let declared, let found): Self.leftOver(found, declared)
    case .strangeCharacter(let character): Foreign.characters[character]
    case .foreignComment: "Write # before a comment, and / for a quotient."
    case .foreignStatement(let word): Foreign.statements[word]
    case .foreignQuotes(let label): "Write \(label.quoted)."
    case .missingComma(let list): list.map { "Write \($0)." }
    case .operationAsMatrix(let name): "Write \(name)(…)."
    case .commasBetweenLabels(let axis, let labels):
      "Write axis \(axis) = \(labels.joined(separator: " ")); a comma that belongs to a label "
        + "needs quotation marks."
    case .commentInAxis(let word):
      "Write \"\(word)\" for a label, or a space behind the # of a comment."
    case .weights(let problem): problem.suggestion
    case .axis(let problem): problem.suggestion
    case .undefined(let operation): Self.domain(operation)
    case .noPower: "Below 0 only whole powers have a value."
    case .numberTooLarge: "Write inf for ∞."
    case .numberTooSmall: "Write 0."
    case .numbersWithoutNames(let operation, let written): Self.named(operation, written)
    case .chainedComparison: "Write a < b and b < c."
    case .expectedAssignment: "Write X[\"it\"] = 1.5."
    case .listWithoutAxes, .sourceWithoutAxes:
      "Write NAME[axis, axis] = … with the axes on the left."
    case .listInFormula, .sourceInFormula: "Give it a line and a name of its own."
    case .axesWithoutNumbers: "Write a list of numbers, or zeros() or randn(seed: 1)."
    case .controlCharacter, .unclosedString, .badNumber, .expectedDefinition, .expectedEquals,
      .expectedExpression, .expectedAxis, .unexpected, .unclosedBracket, .tooDeep, .moreProblems,
      .emptyIndex,
      .missingOperator, .decimalComma, .foreign, .foreignAssignment, .emptyAxis, .emptyLabel,
      .axisTooLarge, .axisSize, .stackTwice, .definedTwice, .unknownName, .unknownOperation,
      .axisAsMatrix, .matrixAsAxis, .cycle, .wrongLength, .listForNumber, .numberForList,
      .argumentNotText,
      .notANumber, .emptyList, .argumentNotNumber, .argumentNotAxis, .argumentRange,
      .settingNotScalar, .unknownChoice, .axisTwice,
      .conditionInFormula, .memoryInFormula, .misplacedString, .productMismatch, .productOfNumber,
      .pairMismatch,
      .tooFewAxes, .noAxis, .notTheColumns, .tooManyIndices, .indexOfNumber, .unknownLabel,
      .axisWithoutLabels, .indexOutside, .columnsNotInPairs, .shareUneven, .rowsDoNotAddUp,
      .targetOutside, .tooManyNumbers, .tooMuchWork, .tooMuchTogether, .notAnInput, .notOneCell,
      .shapesDiffer,
      .notAssignable, .notAMatrixCell, .vectorLeftOpen, .axisLeftOpen, .sizeNotWhole:
      nil
    }
  }

  /// Where an operation has no value.
  private static func domain(_ operation: String) -> String {
    switch operation {
    case "/": "0 / 0 and ∞ / ∞ have no value."
    case "*", "@", "dot": "0 times ∞ has no value."
    case "+", "-", "sum", "mean": "∞ − ∞ has no value."
    case "log", "sqrt": "Below 0 it has no value."
    case "^": "Below 0 only whole powers have a value."
    case "sin", "cos": "∞ is no angle."
    case "rope": "Its base must be above 0."
    case "layer_norm", "rms_norm": "Its eps must be above 0."
    case "entropy": "Shares are never below 0."
    case "cross_entropy": "Targets are places of the row, or shares that are never below 0."
    case _: "Look for ∞ or NaN among its operands."
    }
  }

  private static func question(_ nearest: String?) -> [Offer] {
    nearest.map { [Offer("Did you mean \($0)?")] } ?? []
  }

  /// `Kᵀ` and `K′` are K turned.
  private static func turnedName(_ name: String) -> [Offer] {
    guard name.hasSuffix("ᵀ") || name.hasSuffix("′") else { return [] }
    return [Offer(write: "\(name.dropLast()).T")]
  }

  /// `QK` may be the product of Q and K.
  private static func joinedNames(_ name: String) -> [Offer] {
    guard name.count <= 12 else { return [] }
    return name.indices.dropFirst().flatMap { split in
      let (one, other) = (name[..<split], name[split...])
      return ["\(one) @ \(other)", "\(one) @ \(other).T", "\(one) * \(other)"].map {
        Offer($0, in: $0)
      }
    }
  }

  private static func constants(_ name: String) -> [Offer] {
    let known = [
      "pi": "3.14159265", "e": "exp(1)", "True": "1", "False": "0", "true": "1", "false": "0",
    ]
    if ["None", "null", "nil"].contains(name) { return [Offer("Leave it out.")] }
    return known[name].map { [Offer(write: $0)] } ?? []
  }

  /// The numbers with the names they may have: `uniform(from: 0, to: 1)`.
  private static func named(_ operation: String, _ written: [String]) -> String? {
    guard let parameters = Operation.functions[operation]?.parameters else { return nil }
    let names = parameters.map(\.name)
    let bounds = written.count < names.count ? names.suffix(written.count) : names[...]
    guard written.count == bounds.count else {
      return "The shape stands on the left: NAME[axis, axis] = \(operation)(seed: 1)."
    }
    let single = written.count == 1 ? names.prefix(1) : bounds
    let arguments = zip(single, written).map { "\($0): \($1)" }.joined(separator: ", ")
    return "Write \(operation)(\(arguments))."
  }

  /// A stack too many: most often keys that were not shared, or heads that were not added up.
  private static func leftOver(_ found: [String], _ declared: [String]) -> String? {
    let extra = found.filter { !declared.contains($0) }
    guard extra.count == 1, found.filter({ $0 != extra[0] }) == declared else { return nil }
    let sharing = declared.count > 2 ? "shared, share(A, \(extra[0]), \(declared[0])), or " : ""
    return "Was `\(extra[0])` to be \(sharing)added up, sum(A, \(extra[0]))?"
  }

  /// Whether the sentence needs to be preceded by the formula it is about.
  var isAboutShapes: Bool {
    switch self {
    case .axis(let problem): problem.isAboutShapes
    case .productMismatch, .productOfNumber, .pairMismatch, .tooFewAxes, .noAxis, .notTheColumns,
      .axisTwice, .vectorLeftOpen, .axisLeftOpen,
      .tooManyIndices, .indexOfNumber, .columnsNotInPairs, .shareUneven, .rowsDoNotAddUp,
      .axesDiffer,
      .stackTwice:
      true
    case .strangeCharacter, .controlCharacter, .unclosedString, .badNumber, .numberTooLarge,
      .numberTooSmall, .expectedDefinition, .expectedEquals, .expectedAssignment,
      .expectedExpression, .expectedAxis, .unexpected, .unclosedBracket, .chainedComparison,
      .tooDeep, .moreProblems, .emptyIndex, .missingOperator, .missingComma, .decimalComma,
      .foreign,
      .foreignComment, .foreignQuotes, .foreignStatement, .foreignAssignment, .emptyAxis,
      .emptyLabel, .commasBetweenLabels, .axisTooLarge, .axisSize, .definedTwice, .unknownName,
      .unknownAxis, .unknownOperation, .axisAsMatrix, .operationAsMatrix, .matrixAsAxis, .cycle,
      .listWithoutAxes, .listInFormula, .axesWithoutNumbers, .wrongLength, .listForNumber,
      .numberForList, .notANumber, .emptyList, .sourceWithoutAxes, .sourceInFormula,
      .missingArgument, .extraArgument, .unknownArgument, .argumentNotNumber, .argumentNotAxis,
      .settingNotScalar, .unknownChoice, .noPower,
      .argumentNotText, .weights,
      .argumentRange, .numbersWithoutNames, .conditionInFormula, .memoryInFormula, .misplacedString,
      .indexNotPlain,
      .unknownLabel, .axisWithoutLabels, .indexOutside, .targetOutside, .tooManyNumbers,
      .tooMuchWork, .tooMuchTogether, .commentInAxis, .undefined, .notAnInput, .notOneCell,
      .shapesDiffer,
      .notAssignable, .notAMatrixCell, .sizeNotWhole:
      false
    }
  }
}

extension ForeignHabit {
  /// What helps where no formula can be offered.
  var advice: String? {
    switch self {
    case .member: "An operation stands before its operands: softmax(A), sum(A, axis), A.T, A @ B."
    case .equals: "Write seed: 1; an axis goes by its name, sum(A, axis)."
    case .power:
      "Write A ^ 2 with a plain number, sqrt(A) for a root, A.T to swap rows and columns."
    case .prime: "Write A.T."
    case .product: "Write A @ B for matrices, A * B number by number."
    case .applied: nil
    case .tuple: "Lists stand in [ ]; the shape of a matrix stands on the left."
    case .axisNumber: "Write sum(A) along the rows, or sum(A, axis) with the name of an axis."
    case .range: "Write X[0] for one place; for several, axis part = token[0:2] and X[part]."
    }
  }
}
