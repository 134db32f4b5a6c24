extension SceneError {
  /// What is wrong, in a sentence without its full stop.
  var sentence: String {
    switch self {
    case .strangeCharacter(let character): "`\(character)` means nothing in a scene"
    case .controlCharacter: "a character that cannot be seen does not belong in a scene"
    case .unclosedString: "this label has no closing quotation mark"
    case .badNumber(let text, _): "`\(text)` is not a number"
    case .numberTooLarge(let text): "`\(text)` is larger than any number here, about 3.4e38"
    case .numberTooSmall(let text): "`\(text)` is too close to 0 for a number here, about 1e-45"
    case .expectedDefinition:
      "a line of a scene defines a name: `Q = X @ W_q` or `axis token = the cat`"
    case .expectedEquals(let name): "`\(name)` needs an equals sign and what it stands for"
    case .expectedAssignment: "a change needs an equals sign and a new value"
    case .expectedExpression(let found): Self.expected("a formula", found)
    case .expectedAxis(let found): Self.expected("the name of an axis", found)
    case .unexpected(let found, let wanted): Self.unexpected(found, wanted)
    case .unclosedBracket(let bracket): "this `\(bracket)` is never closed"
    case .chainedComparison: "comparisons cannot be chained"
    case .tooDeep: "more than \(Parser.deepest) formulas stand one inside another here"
    case .moreProblems:
      "there may be more problems after the first \(Checker.mostFindings), which are shown here"
    case .emptyIndex: "an index names at least one place"
    case .missingOperator(let left, let right):
      "an operator is missing between `\(left)` and `\(right)`"
    case .missingComma: "commas separate the numbers of a list"
    case .decimalComma: "a comma separates numbers; decimals follow a point"
    case .foreign(let text, let habit, _): Self.foreign(text, habit)
    case .foreignComment: "a comment begins with `#`, not with `//`"
    case .foreignStatement(let word): "`\(word)` means nothing in a scene"
    case .foreignQuotes: "labels stand in straight double quotation marks"
    case .foreignAssignment(let sign, _, _):
      sign == ":="
        ? "a name is defined with `=`, not with `:=`"
        : "`\(sign)` would change a name, and each name is defined once"
    case .emptyAxis(let axis): "the axis `\(axis)` has no places"
    case .emptyLabel(let axis): "a label of the axis `\(axis)` is empty"
    case .commasBetweenLabels: "labels are separated by spaces, not by commas"
    case .axisTooLarge(let axis):
      "the axis `\(axis)` would have more than \(Graph.mostElements) places"
    case .axisSize(let axis, let text):
      "the size of `\(axis)` must be from 1 to \(Graph.mostElements), not \(text)"
    case .stackTwice(let axis): "`\(axis)` would be a stack and another axis of the same matrix"
    case .definedTwice(let name, let line): "`\(name)` is defined already, in line \(line)"
    case .unknownName(let name, _, _): "nothing is called `\(name)`"
    case .unknownAxis(let name, _): "no axis is called `\(name)`"
    case .unknownOperation(let name, _, _): "there is no operation `\(name)`"
    case .axisAsMatrix(let name): "`\(name)` is an axis and holds no numbers"
    case .operationAsMatrix(let name): "`\(name)` is an operation and needs parentheses"
    case .matrixAsAxis(let name): "`\(name)` is a matrix, not an axis"
    case .cycle(let names): Self.cycle(names)
    case .listWithoutAxes: "a list of numbers needs to know its axes"
    case .listInFormula: "a list of numbers cannot stand inside a formula"
    case .axesWithoutNumbers(let axes): "one number is given for a matrix over \(Self.named(axes))"
    case .wrongLength(let count, let axis, let size, let isRow):
      Self.wrongLength(count, axis, size, isRow)
    case .listForNumber: "a list stands where one number is expected"
    case .numberForList(let axis): "a number stands where a list over `\(axis)` is expected"
    case .notANumber(let text): "a list holds plain numbers, not `\(text)`"
    case .emptyList: "this list is empty"
    case .axesDiffer(let declared, let found):
      "the formula gives \(Self.shape(found)), but \(Self.shape(declared)) is declared"
    case .sourceWithoutAxes(let name): "`\(name)` needs to know its axes"
    case .sourceInFormula(let name): "`\(name)` fills an input and cannot stand inside a formula"
    case .missingArgument(let name, let operation): "`\(operation)` lacks its `\(name)`"
    case .extraArgument(let operation, let wanted):
      "`\(operation)` takes \(Self.count(wanted, "argument"))"
    case .unknownArgument(let name, let operation, _): "`\(operation)` has no argument `\(name)`"
    case .argumentNotNumber(let name): "`\(name)` must be a plain number"
    case .argumentNotAxis(let name): "`\(name)` must be the name of an axis"
    case .argumentNotText(let name): "`\(name)` must be a name in quotation marks"
    case .weights(let problem): problem.sentence
    case .axis(let problem): problem.sentence
    case .settingNotScalar(let name, let text, let axes):
      "`\(name)` is one number, but \(text) is \(Self.shape(axes))"
    case .unknownChoice(let name, let known):
      "`\(name)` must be \(known.map(\.quoted).joined(separator: " or "))"
    case .argumentRange(let name, let wanted): "`\(name)` must be \(wanted)"
    case .numbersWithoutNames(let operation, _): "`\(operation)` takes its numbers by name"
    case .conditionInFormula(let name):
      "`\(name)` makes a claim, and claims belong in goals, not in definitions"
    case .memoryInFormula(let name):
      "`\(name)` looks back past a question's `set`, so it belongs in a step's words and conditions"
    case .misplacedString(let text): "the label \(text) does not belong here"
    case .indexNotPlain(let text, _):
      "an index is a label in quotation marks, a number or `:`, not `\(text)`"
    case .productMismatch(
      let left, let columns, let leftIsVector, let right, let rows, let rightIsVector, _):
      "\(Self.side(left, columns, leftIsVector, "columns")), "
        + Self.side(right, rows, rightIsVector, "rows")
    case .productOfNumber(let text): "\(text) is a single number; multiply it with *"
    case .pairMismatch(let left, let leftAxes, let right, let rightAxes, _):
      "\(left) is \(Self.shape(leftAxes)) and \(right) is \(Self.shape(rightAxes)); they do not pair"
    case .tooFewAxes(let text, let needs): Self.tooFewAxes(text, needs)
    case .noAxis(let text, let axis, let axes, _):
      "\(text) is \(Self.shape(axes)) and has no axis `\(axis)`"
    case .notTheColumns(let text, let axis, let axes, _):
      "the columns of \(text), which is \(Self.shape(axes)), are not `\(axis)`"
    case .axisTwice(let text, let axis, _):
      "both rows and columns of \(text) are `\(axis)`"
    case .tooManyIndices(let text, let axes, let found):
      "\(text) is \(Self.shape(axes)); \(found) places are too many"
    case .indexOfNumber(let text): "\(text) is a single number and has no parts"
    case .unknownLabel(let label, let axis, _, _): "the axis `\(axis)` has no label \"\(label)\""
    case .axisWithoutLabels(_, let axis, let size):
      "the axis `\(axis)` has no labels, only the numbers 0 to \(size - 1)"
    case .indexOutside(let index, let axis, let size):
      "the axis `\(axis)` has the places 0 to \(size - 1), not \(index)"
    case .columnsNotInPairs(let text, let axis, let size):
      "the columns of \(text) are turned two by two, but `\(axis)` has \(Self.count(size, "place"))"
    case .shareUneven(let heads, let headSize, let groups, let groupSize):
      "\(headSize) places of `\(heads)` cannot be shared evenly by \(groupSize) of `\(groups)`"
    case .rowsDoNotAddUp(let counts, let texts, let axis, let size):
      Self.rowsDoNotAddUp(counts, texts, axis, size)
    case .noPower(let base, let exponent): "\(base) has no power \(exponent)"
    case .targetOutside(let target, let axis, let size):
      "the target \(target) is no place of `\(axis)`, which has the places 0 to \(size - 1)"
    case .tooManyNumbers: "the scene would hold more than \(Graph.mostElements) numbers"
    case .tooMuchWork: "this product would take too long to work out"
    case .tooMuchTogether:
      "up to here there are too many numbers to hold, or working them out would take too long"
    case .commentInAxis(let word): "`\(word)` begins a comment, so the axis ends before it"
    case .vectorLeftOpen(let vector, let table, let axis, _):
      "\(vector) goes with the columns, but both rows and columns of \(table) are `\(axis)`"
    case .axisLeftOpen(let text, let axis, let operation, _):
      "`\(operation)` runs along the rows, but both rows and columns of \(text) are `\(axis)`"
    case .undefined(let operation):
      "`\(operation)` has no value for some of its numbers, and gives NaN"
    case .notAnInput(let name): "`\(name)` is worked out by a formula and cannot be set"
    case .notOneCell(let text, let axes): "\(text) is \(Self.shape(axes)), not one number"
    case .shapesDiffer(let target, let value):
      "\(Self.shape(value)) does not fit into \(Self.shape(target))"
    case .notAssignable: "only an input, a part of one, or the size of an axis can be set"
    case .notAMatrixCell: "this names no cell of a matrix"
    case .sizeNotWhole: "a size is a whole number from 1 to \(Graph.mostElements)"
    }
  }

  private static func foreign(_ text: String, _ habit: ForeignHabit) -> String {
    let start = "`\(text)` is written differently here"
    return switch habit {
    case .member, .tuple: start
    case .equals: "\(start): arguments are named with a colon, axes go by their names"
    case .axisNumber: "\(start): axes go by their names, not by numbers"
    case .power: "\(start): the power in `A ^ 2` is a plain number"
    case .prime: "\(start): `.T` swaps rows and columns"
    case .product: "`\(text)` leaves open which product is meant"
    case .applied: "`\(text)` needs parentheses"
    case .range: "an index takes one place, or `:` for all, not `\(text)`"
    }
  }

  private static func expected(_ what: String, _ found: String?) -> String {
    found.map { "\(what) is expected here, not `\($0)`" } ?? "\(what) is expected here"
  }

  private static func unexpected(_ found: String?, _ wanted: String?) -> String {
    let found = found.map { "`\($0)`" } ?? "the end"
    return wanted.map { "`\($0)` is expected here, not \(found)" }
      ?? "\(found) does not belong here"
  }

  private static func cycle(_ names: [String]) -> String {
    guard names.count > 1 else { return "`\(names.joined())` is defined by itself" }
    // Whoever has seen ten of them knows where to look.
    let most = 10
    let shown =
      names.count > most
      ? names.prefix(most - 1).map { "`\($0)`" } + ["…"] : names.map { "`\($0)`" }
    let chain = (shown + ["`\(names[0])`"]).joined(separator: " → ")
    return "these definitions go round in a circle: \(chain)"
  }

  private static func wrongLength(
    _ count: Int, _ axis: String, _ size: Int, _ isRow: Bool
  ) -> String {
    let found =
      isRow
      ? "this row has \(Self.count(count, "number"))" : "this list has \(Self.count(count, "row"))"
    return "\(found), but `\(axis)` has \(Self.count(size, "place"))"
  }

  private static func side(
    _ text: String, _ axis: String, _ isVector: Bool, _ side: String
  ) -> String {
    isVector ? "\(text) runs along `\(axis)`" : "the \(side) of \(text) are `\(axis)`"
  }

  private static func rowsDoNotAddUp(
    _ counts: [Int], _ texts: [String], _ axis: String, _ size: Int
  ) -> String {
    let parts = zip(texts, counts).map { "\($0) has \(Self.count($1, "row"))" }
    return "\(parts.joined(separator: " and ")), but `\(axis)` has \(Self.count(size, "place"))"
  }

  private static func tooFewAxes(_ text: String, _ needs: Int) -> String {
    needs == 1 ? "\(text) is a single number and has no row" : "\(text) has no rows and columns"
  }

  /// Axes as a definition declares them: `[token, trait]`.
  private static func shape(_ axes: [String]) -> String {
    axes.isEmpty ? "a single number" : "[\(axes.joined(separator: ", "))]"
  }

  private static func named(_ axes: [String]) -> String {
    axes.map { "`\($0)`" }.joined(separator: " and ")
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }
}
