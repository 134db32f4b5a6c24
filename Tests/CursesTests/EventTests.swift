import CursesShim
import Terminal
import Testing

@testable import Curses

private func event(_ kind: qkv_input_kind, _ value: UInt32, x: Int32 = 0, y: Int32 = 0) -> Event? {
  Event(qkv_input(kind: Int32(kind.rawValue), value: value, x: x, y: y))
}

@Suite struct EventTests {
  @Test(
    arguments: [
      (0x61, Key.character("a")), (0x20, .space), (0xe9, .character("é")),
      (0x732b, .character("猫")), (0x1f642, .character("🙂")), (9, .tab), (10, .enter), (13, .enter),
      (27, .escape), (8, .backspace), (127, .backspace), (1, .control("a")), (3, .control("c")),
      (26, .control("z")),
    ] as [(UInt32, Key)])
  func aTypedScalarIsAKey(scalar: UInt32, key: Key) {
    #expect(Key(typed: scalar) == key)
    #expect(event(QKV_SCALAR, scalar) == .key(key))
  }

  @Test(arguments: [0, 28, 31, 128, 0x9b, 0x9f, 0xd800, 0x11_0000, .max] as [UInt32])
  func whatNobodyTypesIsNoKey(scalar: UInt32) {
    #expect(Key(typed: scalar) == nil)
    #expect(event(QKV_SCALAR, scalar) == nil)
  }

  @Test(arguments: [
    (QKV_ENTER, Key.enter), (QKV_BACK_TAB, .backTab), (QKV_BACKSPACE, .backspace),
    (QKV_DELETE, .delete), (QKV_INSERT, .insert), (QKV_UP, .up), (QKV_DOWN, .down),
    (QKV_LEFT, .left), (QKV_RIGHT, .right), (QKV_SHIFT_LEFT, .shiftLeft),
    (QKV_SHIFT_RIGHT, .shiftRight), (QKV_HOME, .home), (QKV_END, .end), (QKV_PAGE_UP, .pageUp),
    (QKV_PAGE_DOWN, .pageDown),
  ])
  func everyKeyOfTheDoorIsOneOfOurs(number: qkv_key, key: Key) {
    #expect(event(QKV_KEY, number.rawValue) == .key(key))
  }

  @Test(arguments: 1...12) func functionKeysAreCounted(number: Int) {
    #expect(event(QKV_KEY, QKV_FUNCTION.rawValue + UInt32(number)) == .key(.function(number)))
  }

  @Test(arguments: [
    (QKV_PRESS, MouseAction.press), (QKV_DRAG, .drag), (QKV_RELEASE, .release),
    (QKV_SCROLL_UP, .scrollUp), (QKV_SCROLL_DOWN, .scrollDown),
  ])
  func theMouseActsSomewhere(number: qkv_mouse_action, action: MouseAction) {
    #expect(event(QKV_MOUSE, number.rawValue, x: 7, y: 3) == .mouse(Point(x: 7, y: 3), action))
  }

  @Test func whatTheDoorHasNoNumberForIsNothing() {
    #expect(event(QKV_KEY, QKV_PAGE_DOWN.rawValue + 1) == nil)
    #expect(event(QKV_MOUSE, QKV_SCROLL_DOWN.rawValue + 1) == nil)
    #expect(event(QKV_NOTHING, 0x61) == nil)
  }
}
