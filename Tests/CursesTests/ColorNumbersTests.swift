import Terminal
import Testing

@testable import Curses

private let orange = Color(0xe69f00)

@Suite struct ColorNumbersTests {
  private func numbers(_ style: Style, colors: Int32) -> ColorNumbers.Numbers {
    var numbers = ColorNumbers(count: colors)
    return numbers.numbers(of: style)
  }

  @Test(
    arguments: [
      (0, ColorDepth.mono), (2, .mono), (8, .sixteen), (16, .sixteen), (88, .sixteen),
      (256, .indexed), (257, .full), (1 << 24, .full),
    ] as [(Int32, ColorDepth)])
  func theCountOfColorsSaysHowDeepTheyAre(count: Int32, depth: ColorDepth) {
    #expect(ColorNumbers(count: count).depth == depth)
  }

  @Test(arguments: [0, 8, 16, 256, 1 << 24] as [Int32])
  func theTerminalsOwnColorsAreMinusOneEverywhere(count: Int32) {
    let plain = numbers(.plain, colors: count)
    #expect(plain.foreground == -1)
    #expect(plain.background == -1)
    #expect(plain.attributes == [])
  }

  @Test func everyColorIsItsRedGreenAndBlue() {
    let style = Style(foreground: orange, background: Color(0x102030))
    let numbers = numbers(style, colors: 1 << 24)
    #expect(numbers.foreground == 0xe69f00)
    #expect(numbers.background == 0x102030)
  }

  @Test(arguments: [0x000000, 0x000005] as [UInt32])
  func nearlyBlackKeepsClearOfTheNamedColors(hex: UInt32) {
    #expect(numbers(Style(foreground: Color(hex)), colors: 1 << 24).foreground == 8)
  }

  @Test func aColorHasTheSameNumberWhateverCameBefore() {
    var used = ColorNumbers(count: 256)
    for turn in 0..<3 {
      for step in UInt32(0)..<512 {
        let style = Style(foreground: Color(step &* 0x8421 &+ step), background: Color(step << 15))
        let (old, fresh) = (used.numbers(of: style), numbers(style, colors: 256))
        #expect(old.foreground == fresh.foreground, "turn \(turn), \(style)")
        #expect(old.background == fresh.background, "turn \(turn), \(style)")
      }
    }
  }

  @Test func oneOf256IsTheNearestOfTheCubeAndTheGreys() {
    #expect(numbers(Style(foreground: Color(0xff0000)), colors: 256).foreground == 196)
    #expect(numbers(Style(background: Color(0x808080)), colors: 256).background == 244)
    #expect(numbers(Style(foreground: orange), colors: 256).foreground == 178)
  }

  @Test(arguments: NamedPalette.colors.indices.filter { $0 != 8 })
  func oneOf16IsTheNameOfTheColor(index: Int) {
    let style = Style(foreground: NamedPalette.colors[index])
    #expect(numbers(style, colors: 16).foreground == Int32(index))
  }

  @Test func oneOf8IsBoldWhereTheNameIsBright() {
    let bright = Style(foreground: NamedPalette.colors[12], background: NamedPalette.colors[11])
    let numbers = numbers(bright, colors: 8)
    #expect(numbers.foreground == 4)
    #expect(numbers.background == 3)
    #expect(numbers.attributes == .bold)
  }

  /// In some palettes bright black is the ground.
  @Test(arguments: [8, 16] as [Int32])
  func fewColorsAreDimInPlaceOfBrightBlack(count: Int32) {
    let numbers = numbers(Style(foreground: NamedPalette.colors[8]), colors: count)
    #expect(numbers.foreground == -1)
    #expect(numbers.attributes == .dim)
  }

  @Test func withoutColorsOnlyEmphasisIsLeft() {
    let style = Style(foreground: orange, background: orange, bold: true, reversed: true)
    let numbers = numbers(style, colors: 0)
    #expect(numbers.foreground == -1)
    #expect(numbers.background == -1)
    #expect(numbers.attributes == [.bold, .reversed])
  }

  @Test func aColorKeepsItsNumber() {
    var numbers = ColorNumbers(count: 256)
    let first = numbers.numbers(of: Style(foreground: orange))
    let second = numbers.numbers(of: Style(background: orange))
    #expect(first.foreground == second.background)
  }
}
