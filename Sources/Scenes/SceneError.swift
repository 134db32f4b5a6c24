/// What can be wrong with a scene; `SceneError+Sentence.swift` puts it into words.
indirect enum SceneError: Error, Equatable {
  // Reading
  case strangeCharacter(Character)
  case controlCharacter
  case unclosedString
  case badNumber(String, meant: String?)
  /// A literal beyond the largest number.
  case numberTooLarge(String)
  /// A literal that is not 0 but would be read as 0.
  case numberTooSmall(String)
  case expectedDefinition
  case expectedEquals(String)
  case expectedAssignment
  case expectedExpression(String?)
  case expectedAxis(String?)
  case unexpected(String?, wanted: String?)
  case unclosedBracket(String)
  case chainedComparison
  case tooDeep
  case moreProblems
  case emptyIndex

  case missingOperator(left: String, right: String)
  case missingComma(String?)
  case decimalComma(String)

  // Other languages
  /// What was written, what is usual about it elsewhere, and what may be meant.
  case foreign(String, ForeignHabit, _ proposals: [String])
  case foreignComment
  /// A label in quotation marks of another kind.
  case foreignQuotes(String)
  case foreignStatement(String)
  /// A sign, the name before it, and the formula that would be meant.
  case foreignAssignment(String, String, String)

  // Axes
  case emptyAxis(String)
  case emptyLabel(String)
  case commasBetweenLabels(axis: String, labels: [String])
  /// A product of axes with more places than any axis may have.
  case axisTooLarge(String)
  case axisSize(String, written: String)
  case stackTwice(String)

  // Names
  case definedTwice(String, line: Int)
  case unknownName(String, nearest: String?, expected: [Offer] = [])
  case unknownAxis(String, nearest: String?)
  case unknownOperation(String, nearest: String?, _ proposals: [String] = [])
  case axisAsMatrix(String)
  case operationAsMatrix(String)
  case matrixAsAxis(String)
  case cycle([String])

  // Lists of numbers
  case listWithoutAxes
  case listInFormula
  case axesWithoutNumbers(axes: [String])
  case wrongLength(Int, axis: String, size: Int, isRow: Bool)
  case listForNumber
  case numberForList(axis: String)
  case notANumber(String)
  case emptyList
  case axesDiffer(declared: [String], found: [String])

  // Calls
  case sourceWithoutAxes(String)
  case sourceInFormula(String)
  case missingArgument(String, operation: String)
  case extraArgument(operation: String, wanted: Int)
  case unknownArgument(String, operation: String, known: [String])
  case argumentNotNumber(String)
  case argumentNotAxis(String)
  case argumentNotText(String)
  case argumentRange(String, wanted: String)
  /// An option that is a matrix with axes: its name, what is written, and the axes.
  case settingNotScalar(String, String, axes: [String])
  case unknownChoice(String, known: [String])
  /// Numbers without names in a call that takes them by name.
  case numbersWithoutNames(operation: String, written: [String])
  case conditionInFormula(String)
  case memoryInFormula(String)
  case misplacedString(String)
  case indexNotPlain(String, suggestion: String?)

  /// `weights` has nothing, or something of another shape.
  case weights(WeightProblem)

  // Parts of axes
  case axis(AxisProblem)

  // Shapes
  case productMismatch(
    left: String, columns: String, leftIsVector: Bool, right: String, rows: String,
    rightIsVector: Bool, offers: [Offer])
  case productOfNumber(String)
  case pairMismatch(
    left: String, leftAxes: [String], right: String, rightAxes: [String], offers: [Offer])
  case tooFewAxes(String, needs: Int)
  case noAxis(String, axis: String, axes: [String], suggestion: String? = nil)
  case notTheColumns(String, axis: String, axes: [String], suggestion: String? = nil)
  /// An axis that is both rows and columns of a matrix, where an operation needs to know which.
  case axisTwice(String, axis: String, in: String)
  case tooManyIndices(String, axes: [String], found: Int)
  case indexOfNumber(String)
  case unknownLabel(String, axis: String, advice: String?, onAnother: String? = nil)
  case axisWithoutLabels(String, axis: String, size: Int)
  case indexOutside(Int, axis: String, size: Int)
  case columnsNotInPairs(String, axis: String, size: Int)
  case shareUneven(heads: String, headSize: Int, groups: String, groupSize: Int)
  /// How many rows each of two matrices has, and how many places their axis.
  case rowsDoNotAddUp([Int], texts: [String], axis: String, size: Int)
  /// A target of `cross_entropy` that is no place of a row of scores.
  /// A number below 0 and the power, not whole, that it does not have.
  case noPower(String, exponent: String)
  case targetOutside(String, axis: String, size: Int)
  case tooManyNumbers
  case tooMuchWork
  case tooMuchTogether

  // Warnings
  /// A word of an axis that begins with `#` and so begins a comment.
  case commentInAxis(String)
  /// A vector beside a table whose rows and columns are the vector's axis.
  case vectorLeftOpen(String, table: String, axis: String, offers: [Offer])
  /// An axis that an operation runs along, and that is both rows and columns.
  case axisLeftOpen(String, axis: String, in: String, offers: [Offer])
  /// An operation that made a NaN from numbers.
  case undefined(String)

  // Changes
  case notAnInput(String)
  case notOneCell(String, axes: [String])
  case shapesDiffer(target: [String], value: [String])
  case notAssignable
  case notAMatrixCell
  case sizeNotWhole
}
