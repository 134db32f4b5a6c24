import Text

extension Appearance {
  /// The cells that a number takes in a table.
  func width(ofNumber value: Float) -> Int {
    value.isFinite ? NumberFormat.width(ofCell: value) : TextWidth.width(of: number(value))
  }

  /// A number for a cell of a table, without decimals where it counts things.
  func text(of value: Float, isCount: Bool) -> String {
    guard isCount, NumberFormat.isWhole(value) else { return number(value) }
    return inSigns(NumberFormat.whole(Int(value)))
  }

  /// A number for a cell of a table, in the signs of this look.
  package func number(_ value: Float) -> String { inSigns(NumberFormat.cell(value)) }

  /// A number of which it matters that it is not zero, in the signs of this look.
  package func fineNumber(_ value: Float) -> String { inSigns(NumberFormat.fine(value)) }

  /// The number with the signs of this look for minus and infinity.
  private func inSigns(_ text: String) -> String {
    guard symbols.isASCII else { return text }
    return text.reduce(into: "") { ascii, character in
      switch character {
      case "−": ascii += symbols.minus
      case "∞": ascii += symbols.infinity
      default: ascii.append(character)
      }
    }
  }
}
