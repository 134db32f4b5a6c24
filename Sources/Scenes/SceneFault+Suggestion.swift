extension SceneFault {
  /// What might be done about it, as a whole sentence.
  var suggestion: String? {
    switch self {
    case .unknownName(_, let nearest), .unknownAxis(_, let nearest):
      nearest.map { "Did you mean \($0)?" }
    case .unknownOperation(let name, let nearest):
      (Self.foreignNames[name] ?? nearest).map { "Did you mean \($0)?" }
    case .unknownLabel(_, _, let advice): advice
    case .productMismatch(_, _, _, _, _, _, let suggestion),
      .pairMismatch(_, _, _, _, let suggestion), .noAxis(_, _, _, let suggestion),
      .notTheColumns(_, _, _, let suggestion):
      suggestion.map { "Did you mean \($0)?" }
    case .indexNotPlain(_, let suggestion):
      suggestion.map { "Did you mean \"\($0)\"?" }
    case .unknownArgument(_, _, let known):
      known.isEmpty ? nil : "It has \(known.map { "`\($0):`" }.joined(separator: " and "))."
    case .missingArgument(_, let operation), .extraArgument(let operation, _):
      Operation.functions[operation].map { "It is written \($0.usage)." }
    case .axisAsMatrix(let name): "Did you mean size(\(name))?"
    case .axesDiffer(let declared, let found): Self.leftOver(found, declared)
    case .strangeCharacter("^"): "Write A.T to swap rows and columns, A * A for a square."
    case .operationAsMatrix(let name): "Write \(name)(…)."
    case .chainedComparison: "Write a < b and b < c."
    case .expectedAssignment: "Write X[\"it\"] = 1.5."
    case .listWithoutAxes, .sourceWithoutAxes:
      "Write NAME[axis, axis] = … with the axes on the left."
    case .listInFormula, .sourceInFormula: "Give it a line and a name of its own."
    case .axesWithoutNumbers: "Write a list of numbers, or zeros() or randn(seed: 1)."
    case .strangeCharacter, .controlCharacter, .unclosedString, .badNumber, .expectedDefinition,
      .expectedEquals, .expectedExpression, .expectedAxis, .unexpected, .unclosedBracket, .tooDeep,
      .emptyIndex, .emptyAxis, .emptyLabel, .axisSize, .stackTwice, .definedTwice,
      .matrixAsAxis, .cycle, .wrongLength, .listForNumber, .numberForList, .notANumber, .emptyList,
      .argumentNotNumber, .argumentNotAxis, .argumentRange, .conditionInFormula, .misplacedString,
      .productOfNumber, .tooFewAxes, .tooManyIndices, .indexOfNumber, .axisWithoutLabels,
      .indexOutside, .columnsNotInPairs, .shareUneven, .rowsDoNotAddUp, .tooManyNumbers,
      .tooMuchWork, .notAnInput, .notOneCell, .shapesDiffer, .notAssignable, .notAMatrixCell,
      .sizeNotWhole:
      nil
    }
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
    case .productMismatch, .productOfNumber, .pairMismatch, .tooFewAxes, .noAxis, .notTheColumns,
      .tooManyIndices, .indexOfNumber, .columnsNotInPairs, .shareUneven, .rowsDoNotAddUp,
      .axesDiffer,
      .stackTwice:
      true
    case .strangeCharacter, .controlCharacter, .unclosedString, .badNumber, .expectedDefinition,
      .expectedEquals, .expectedAssignment, .expectedExpression, .expectedAxis, .unexpected,
      .unclosedBracket, .chainedComparison, .tooDeep, .emptyIndex, .emptyAxis, .emptyLabel,
      .axisSize, .definedTwice, .unknownName, .unknownAxis, .unknownOperation,
      .axisAsMatrix, .operationAsMatrix, .matrixAsAxis, .cycle, .listWithoutAxes, .listInFormula,
      .axesWithoutNumbers, .wrongLength, .listForNumber, .numberForList, .notANumber, .emptyList,
      .sourceWithoutAxes, .sourceInFormula, .missingArgument, .extraArgument, .unknownArgument,
      .argumentNotNumber, .argumentNotAxis, .argumentRange, .conditionInFormula,
      .misplacedString, .indexNotPlain, .unknownLabel, .axisWithoutLabels, .indexOutside,
      .tooManyNumbers, .tooMuchWork, .notAnInput, .notOneCell, .shapesDiffer, .notAssignable,
      .notAMatrixCell, .sizeNotWhole:
      false
    }
  }
}
