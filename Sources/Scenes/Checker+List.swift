extension Expression {
  fileprivate var isList: Bool {
    if case .list = kind { true } else { false }
  }
}

extension Checker {
  /// The numbers of a nested list that must fill these axes; every wrong row is reported.
  mutating func numbers(
    _ list: Expression, axes: [AxisKey], of sheet: AxisSheet
  ) -> [Float]? {
    var elements: [Float] = []
    let isRight = collect(list, axes: axes[...], of: sheet, into: &elements)
    return isRight ? elements : nil
  }

  private mutating func collect(
    _ expression: Expression, axes: ArraySlice<AxisKey>, of sheet: AxisSheet,
    into elements: inout [Float]
  ) -> Bool {
    guard let axis = axes.first else { return collectNumber(expression, into: &elements) }
    guard case .list(let parts) = expression.kind else {
      report(.numberForList(axis: sheet.name(axis)), at: expression.tokens)
      return false
    }
    guard parts.count == sheet.size(axis) else {
      reportLength(parts, of: axis, isRow: axes.count == 1, sheet, at: expression.tokens)
      return false
    }
    if let next = axes.dropFirst().first, !parts.contains(where: \.isList) {
      // Said once for the whole list, not once for each of its numbers.
      report(.numberForList(axis: sheet.name(next)), at: parts[0].tokens)
      return false
    }
    var isRight = true
    for part in parts {
      isRight = collect(part, axes: axes.dropFirst(), of: sheet, into: &elements) && isRight
    }
    return isRight
  }

  private mutating func collectNumber(
    _ expression: Expression, into elements: inout [Float]
  ) -> Bool {
    switch expression.kind {
    case .number(let number):
      elements.append(number)
      return true
    case .list:
      report(.listForNumber, at: expression.tokens)
    case .name, .string, .all, .call, .chain, .unknownCall, .index, .foreign:
      report(.notANumber(page.spelling(of: expression.tokens)), at: expression.tokens)
    }
    return false
  }

  private mutating func reportLength(
    _ parts: [Expression], of axis: AxisKey, isRow: Bool, _ sheet: AxisSheet, at tokens: Range<Int>
  ) {
    guard !parts.isEmpty else { return report(.emptyList, at: tokens) }
    let mistake = SceneError.wrongLength(
      parts.count, axis: sheet.name(axis), size: sheet.size(axis), isRow: isRow)
    report(mistake, at: tokens)
  }
}
