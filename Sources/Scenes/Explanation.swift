/// Why one cell holds its number.
package struct Explanation: Equatable, Sendable {
  package let subject: Entry
  /// What the cell is called: `weight["it","cat"]`.
  package let label: String
  package let value: Float
  /// The definition as written: `weight = softmax(scaled)`.
  package let formula: String
  /// What the operation does, in plain words.
  package let sentence: String
  /// The arithmetic with the actual numbers.
  package let lines: [Mathematics]
  /// The numbers that the cell was made from: all of them, or those with the largest share.
  package let operands: [Operand]
  /// How many there are in all.
  package let operandCount: Int
  package let feeds: [Feed]

  /// More operands than this are not listed: nobody reads a thousand lines.
  package static let mostOperands = 32
}

extension Explanation {
  /// The same with the operands that count most first; of equals the earlier one.
  package var ranked: Explanation {
    let order = operands.indices.sorted {
      (operands[$1].share, $0) < (operands[$0].share, $1)
    }
    return Explanation(
      subject: subject, label: label, value: value, formula: formula, sentence: sentence,
      lines: lines, operands: order.map { operands[$0] }, operandCount: operandCount, feeds: feeds)
  }
}

/// One number that a cell was made from.
package struct Operand: Equatable, Sendable {
  package let entry: Entry
  package let label: String
  package let value: Float
  /// How much the cell changes per unit of a small change of this number, all others held still.
  ///
  /// A partial derivative: what an input behind several operands does to the cell is not in it.
  package let derivative: Float

  /// How much of the result is due to this number.
  package var share: Float { Self.share(value, derivative) }

  /// A hidden score, −∞, has no part in the result.
  static func share(_ value: Float, _ derivative: Float) -> Float {
    let share = abs(value * derivative)
    return share.isNaN ? 0 : share
  }
}

/// One cell, row or column of a named matrix that uses a cell.
package struct Feed: Equatable, Sendable {
  /// The cell, or the first of the row or column.
  package let entry: Entry
  package let label: String
  /// How it is used: "as a factor of V["cat"]".
  package let phrase: String
}
