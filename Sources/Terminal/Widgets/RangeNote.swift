/// Says which part of something is shown where not all of it is.
struct RangeNote: Equatable {
  /// As in `rows 3–9 of 12`.
  let long: String
  /// As in `rows 3–9/12`.
  let short: String

  init?(_ noun: String, _ shown: Range<Int>, of count: Int, _ symbols: Symbols) {
    guard shown.count < count else { return nil }
    let range = shown.isEmpty ? "0" : "\(shown.lowerBound + 1)\(symbols.dash)\(shown.upperBound)"
    long = "\(noun) \(range) of \(count)"
    short = "\(noun) \(range)/\(count)"
  }

  /// Several notes as one, from the longest form to the shortest; none where nothing is hidden.
  static func forms(_ notes: [RangeNote?]) -> [String] {
    let notes = notes.compactMap(\.self)
    guard !notes.isEmpty else { return [] }
    return [
      notes.map(\.long).joined(separator: "  "), notes.map(\.short).joined(separator: " "),
    ]
  }
}
