import Text

/// What comes of a formula that somebody wrote.
package enum FormulaVerdict: Equatable, Codable, Sendable {
  case right
  /// It cannot be read; the column counts characters from 1.
  case unreadable(message: String, column: Int)
  /// It computes what one of the named mistakes does, by its place.
  case mistake(Int)
  /// Its axes are others.
  case axes(yours: [String], wanted: [String])
  case differs(FirstDifference)
}

/// The first cell in which a formula computes something else; what would be right is not said.
package struct FirstDifference: Equatable, Codable, Sendable {
  /// What the cell is called: `scaled["it","cat"]`.
  let cell: String
  /// What the formula gives there.
  let value: Float
  /// The numbers that it was made from, the most important first.
  let operands: [NamedNumber]
  /// Sizes of the hidden scene where the step's own numbers agree: `5 tokens, 4 traits`; nil in the step's own.
  let elsewhere: String?
}

/// A number and what it is called.
package struct NamedNumber: Equatable, Codable, Sendable {
  let name: String
  let value: Float
}

extension FormulaVerdict {
  /// The verdict on one formula in plain sentences; empty where the author has the word.
  package func sentence(name: String) -> String {
    switch self {
    case .right, .mistake: ""
    case .unreadable(let message, _): message
    case .axes(let yours, let wanted):
      "Yours gives \(Self.shape(yours)), but \(name) has \(Self.shape(wanted))."
    case .differs(let difference): difference.sentence
    }
  }

  /// `a row for each token and a column for each trait`.
  private static func shape(_ axes: [String]) -> String {
    let stacks = axes.dropLast(2).map { "for each \($0) " }.joined()
    switch axes.suffix(2).count {
    case 0: return "a single number"
    case 1: return "one number for each \(axes[axes.count - 1])"
    default:
      return "\(stacks)a row for each \(axes[axes.count - 2]) and a column for each "
        + axes[axes.count - 1]
    }
  }
}

extension FirstDifference {
  var sentence: String {
    let start =
      elsewhere.map { "Right for these numbers, but not for others (\($0)). There the" } ?? "The"
    let parts = operands.map { "\($0.name) = \(NumberFormat.cell($0.value))" }
    let made = parts.isEmpty ? "" : ", made from \(parts.joined(separator: ", "))"
    return
      "\(start) first cell that differs is \(cell): yours is \(NumberFormat.cell(value))\(made)."
  }
}
