extension SceneFault {
  /// What might be done about it, as a whole sentence.
  var suggestion: String? {
    switch self {
    case .unknownName(_, let nearest), .unknownAxis(_, let nearest),
      .unknownOperation(_, let nearest):
      nearest.map { "Did you mean \($0)?" }
    case .unknownLabel(_, _, let nearest):
      nearest.map { "Did you mean \"\($0)\"?" }
    case .productMismatch(_, _, _, _, _, _, let suggestion),
      .pairMismatch(_, _, _, _, let suggestion):
      suggestion.map { "Did you mean \($0)?" }
    case .indexNotPlain(_, let suggestion):
      suggestion.map { "Did you mean \"\($0)\"?" }
    case .unknownArgument(_, _, let known):
      known.isEmpty ? nil : "It has \(known.map { "`\($0):`" }.joined(separator: " and "))."
    case .operationAsMatrix(let name): "Write \(name)(…)."
    case .chainedComparison: "Write a < b and b < c."
    case .expectedAssignment: "Write X[\"it\"] = 1.5."
    case .listWithoutAxes, .sourceWithoutAxes:
      "Write NAME[axis, axis] = … with the axes on the left."
    case .listInFormula, .sourceInFormula: "Give it a line and a name of its own."
    case .axesWithoutNumbers: "Write a list of numbers, or zeros() or randn(seed: 1)."
    case .strangeCharacter, .controlCharacter, .unclosedString, .badNumber, .expectedDefinition,
      .expectedEquals, .expectedExpression, .expectedAxis, .unexpected, .unclosedBracket, .tooDeep,
      .emptyIndex, .emptyAxis, .emptyLabel, .axisSize, .labelTwice, .stackTwice, .definedTwice,
      .axisAsMatrix, .matrixAsAxis, .cycle, .wrongLength, .listForNumber, .numberForList,
      .notANumber, .emptyList, .axesDiffer, .missingArgument, .extraArgument, .argumentNotNumber,
      .argumentNotAxis, .argumentRange, .conditionInFormula, .misplacedString, .productOfNumber,
      .tooFewAxes, .noAxis, .notTheColumns, .tooManyIndices, .indexOfNumber, .axisWithoutLabels,
      .indexOutside, .columnsNotInPairs, .shareUneven, .rowsDoNotAddUp, .tooManyNumbers,
      .tooMuchWork,
      .notAnInput, .notOneCell, .shapesDiffer, .notAssignable, .notAMatrixCell, .sizeNotWhole:
      nil
    }
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
      .axisSize, .labelTwice, .definedTwice, .unknownName, .unknownAxis, .unknownOperation,
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
