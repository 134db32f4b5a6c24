import Text

/// Numbers as they are heard: a zero before the point, and a minus that is a word.
package enum SpokenNumber {
  /// A whole number without decimals, any other with two.
  package static func inSentence(_ value: Float) -> String { said(NumberFormat.inSentence(value)) }

  /// As a table shows it: `0.71`, `minus 0.03`.
  package static func cell(_ value: Float) -> String { said(NumberFormat.cell(value)) }

  /// A number of which it matters that it is not zero.
  package static func fine(_ value: Float) -> String { said(NumberFormat.fine(value)) }

  private static func said(_ text: String) -> String {
    if text == "NaN" { return "not a number" }
    let digits = text.hasPrefix("−") ? text.dropFirst() : text[...]
    let sign = digits.count < text.count ? "minus " : ""
    let whole = digits.hasPrefix(".") ? "0" + digits : String(digits)
    return sign + SpokenSign.said(whole, asCode: false).singleSpaced
  }
}
