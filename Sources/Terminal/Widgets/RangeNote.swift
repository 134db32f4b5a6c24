/// Says which part of something is shown where not all of it is.
///
/// Things are counted from 1, as people do, unless numbers stand beside them that begin with 0.
struct RangeNote: Equatable {
  /// As in `rows 3–9 of 12`.
  let long: String
  /// As in `rows 3–9/12`.
  let short: String
  /// As in `▴▾`: on which sides the rest is.
  let signs: String

  init?(
    _ noun: String, _ shown: Range<Int>, of count: Int, labels: [String] = [],
    areColumns: Bool = false, _ symbols: Symbols
  ) {
    guard shown.count < count else { return nil }
    let first = labels.first == "0" ? 0 : 1
    let (low, high) = (shown.lowerBound + first, shown.upperBound - 1 + first)
    let range = shown.isEmpty ? "0" : "\(low)\(symbols.dash)\(high)"
    long = "\(noun) \(range) of \(count)"
    short = "\(noun) \(range)/\(count)"
    let before = areColumns ? symbols.moreLeft : symbols.moreAbove
    let after = areColumns ? symbols.moreRight : symbols.moreBelow
    signs = (shown.lowerBound > 0 ? before : "") + (shown.upperBound < count ? after : "")
  }

  /// Several notes as one, from the longest form to the shortest; none where nothing is hidden.
  static func forms(_ notes: [RangeNote?]) -> [String] {
    let notes = notes.compactMap(\.self)
    guard !notes.isEmpty else { return [] }
    return [
      notes.map(\.long).joined(separator: "  "), notes.map(\.short).joined(separator: " "),
      notes.map(\.signs).joined(),
    ]
  }
}
