import Testing
import Text

@testable import Terminal

@Test func signsOfDrawingsAreOneCellWide() {
  for set in [Symbols.unicode, .ascii] {
    let signs = [
      set.rule, set.verticalRule, set.branch, set.lastBranch, set.corner, set.ellipsis, set.done,
      set.half, set.open, set.planned, set.check, set.cross, set.again, set.pointer, set.guess,
      set.up,
      set.down, set.left, set.right, set.track, set.filledTrack, set.knob, set.dot, set.axisDot,
      set.arrowHead, set.minus, set.times, set.product, set.rise, set.fall,
    ]
    for sign in signs + set.bars + set.columns + set.shades {
      #expect(TextWidth.width(of: sign) == 1, "\(sign)")
    }
    #expect(set.bars.count == 9 && set.columns.count == 9 && set.shades.count == 5)
  }
}

@Test func inASCIITooWhatIsDoneIsNoArrow() {
  let ascii = Symbols.ascii
  let signs = [ascii.check, ascii.cross, ascii.down, ascii.up, ascii.open, ascii.half, ascii.done]
  #expect(Set(signs).count == signs.count)
}

@Test func asciiSymbolsAreASCII() {
  let mirror = Mirror(reflecting: Symbols.ascii)
  let texts = mirror.children.flatMap { child in
    (child.value as? String).map { [$0] } ?? child.value as? [String] ?? []
  }
  #expect(texts.count > 40)
  #expect(texts.joined().unicodeScalars.allSatisfy { $0.isASCII })
}
