/// The bar of an infinite value: it fills all the room that there is, and fades out at its end.
struct EndlessBar: Equatable {
  let cells: Int
  let isLeftward: Bool
  let symbols: Symbols

  var text: String {
    let fading = symbols.shades.dropFirst().dropLast().reversed()
    let body = Array(repeating: symbols.bars[8], count: max(0, cells - fading.count))
    let bar = (body + fading).suffix(max(0, cells))
    return (isLeftward ? bar.reversed() : Array(bar)).joined()
  }
}
