import CursesShim
import Terminal
import Testing
import Text

@testable import Curses

/// The cell for a text, in the terminal's own colours.
private func cell(_ text: String, isWide: Bool = false, isUTF8: Bool = true) -> qkv_cell {
  var numbers = ColorNumbers(count: 256)
  return qkv_cell(GlyphScalars(text), isWide: isWide, numbers.numbers(of: .plain), isUTF8: isUTF8)
}

extension qkv_cell {
  fileprivate var text: [UInt32] {
    [scalars.0, scalars.1, scalars.2, scalars.3, scalars.4]
  }
}

@Suite struct CellTests {
  @Test func aCharacterIsItsScalar() {
    #expect(cell("a").text == [0x61, 0, 0, 0, 0])
    #expect(cell("√").text == [0x221a, 0, 0, 0, 0])
    #expect(cell("a").width == 1)
  }

  @Test func marksFollowTheirLetterAndTheFifthIsLeftOut() {
    #expect(cell("e\u{301}").text == [0x65, 0x301, 0, 0, 0])
    let crowded = "e\u{301}\u{302}\u{303}\u{304}\u{305}"
    #expect(cell(crowded).text == [0x65, 0x301, 0x302, 0x303, 0x304])
  }

  @Test func theRightHalfOfAWideCharacterHasNothing() {
    #expect(cell("猫", isWide: true).width == 2)
    #expect(cell("").text == [0, 0, 0, 0, 0])
  }

  @Test func whereTheLocaleHasOnlyASCIIACellHasOneLetterOfIt() {
    #expect(cell("→", isUTF8: false).text == [0x3e, 0, 0, 0, 0])
    #expect(cell("é", isUTF8: false).text == [0x65, 0, 0, 0, 0])
    let wide = cell("猫", isWide: true, isUTF8: false)
    #expect(wide.text == [0x3f, 0, 0, 0, 0])
    #expect(wide.width == 1)
  }

  @Test func aStyleIsHandedOn() {
    var numbers = ColorNumbers(count: 256)
    let style = Style(foreground: Color(0xff0000), bold: true, underlined: true)
    let cell = qkv_cell(
      GlyphScalars("a"), isWide: false, numbers.numbers(of: style), isUTF8: true)
    #expect(cell.foreground == 196)
    #expect(cell.background == -1)
    #expect(cell.attributes == QKV_BOLD.rawValue | QKV_UNDERLINED.rawValue)
  }

  @Test(arguments: [
    (Style.Attributes.bold, QKV_BOLD), (.dim, QKV_DIM), (.italic, QKV_ITALIC),
    (.underlined, QKV_UNDERLINED), (.reversed, QKV_REVERSED),
  ])
  func bothSidesOfTheDoorNumberEmphasisAlike(ours: Style.Attributes, theirs: qkv_attribute) {
    #expect(UInt32(ours.rawValue) == theirs.rawValue)
  }
}
