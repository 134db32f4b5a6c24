import Terminal
import Testing

@testable import Curses

@Suite struct TypedKeyTests {
  @Test(
    arguments: [
      (0x61, Key.character("a")), (0x20, .space), (0xe9, .character("é")),
      (0x732b, .character("猫")), (0x1f642, .character("🙂")), (9, .tab), (10, .enter), (13, .enter),
      (27, .escape), (8, .backspace), (127, .backspace), (1, .control("a")), (3, .control("c")),
      (26, .control("z")),
    ] as [(UInt32, Key)])
  func aTypedScalarIsAKey(scalar: UInt32, key: Key) {
    #expect(Key(typed: scalar) == key)
  }

  @Test(arguments: [0, 28, 31, 128, 0x9b, 0x9f, 0xd800, 0x11_0000, .max] as [UInt32])
  func whatNobodyTypesIsNoKey(scalar: UInt32) {
    #expect(Key(typed: scalar) == nil)
  }
}
