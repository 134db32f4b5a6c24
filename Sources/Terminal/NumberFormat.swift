/// How numbers are written, in one place.
package enum NumberFormat {
  /// A number for a cell of a table: `.71`, `−.03`, `1.00`, `12.3`, `1234`, `1e9`, `−∞`, `NaN`.
  ///
  /// Two decimals while the number is small, no zero before the point, a true minus, and no minus
  /// before a zero.
  package static func cell(_ value: Float) -> String {
    if value.isNaN { return "NaN" }
    let digits = value.isInfinite ? "∞" : digits(Double(value.magnitude))
    return value < 0 && digits != ".00" ? "−" + digits : digits
  }

  /// A whole number in a sentence, with a true minus.
  package static func whole(_ value: Int) -> String {
    value < 0 ? "−\(value.magnitude)" : "\(value)"
  }

  /// A number as other programs read it, with all the digits that tell it from its neighbours.
  package static func plain(_ value: Float) -> String {
    value == value.rounded() && value.magnitude < 1e6 ? String(Int(value)) : "\(value)"
  }

  private static func digits(_ magnitude: Double) -> String {
    if magnitude < 9.995 { return decimals(magnitude, 2) }
    if magnitude < 99.95 { return decimals(magnitude, 1) }
    return magnitude < 9999.5 ? String(Int(magnitude.rounded())) : power(magnitude)
  }

  private static func decimals(_ magnitude: Double, _ count: Int) -> String {
    let scale = count == 2 ? 100 : 10
    let scaled = Int((magnitude * Double(scale)).rounded())
    let whole = scaled / scale
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: count - fraction.count)
    return (whole == 0 ? "" : String(whole)) + "." + zeros + fraction
  }

  private static func power(_ magnitude: Double) -> String {
    var exponent = 0
    var head = magnitude
    while head >= 9.5 {
      head /= 10
      exponent += 1
    }
    return "\(Int(head.rounded()))e\(exponent)"
  }
}

extension Look {
  /// A number for a cell of a table, in the signs of this look.
  package func number(_ value: Float) -> String {
    let text = NumberFormat.cell(value)
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
