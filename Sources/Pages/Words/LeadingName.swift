import Playground

extension StringProtocol {
  /// The name with which a formula or an expression begins: `W_q` of `W_q["noun", 0]`.
  var leadingName: String { String(prefix(while: \.isNamePart)) }
}

extension Character {
  /// A letter, digit or underscore.
  var isNamePart: Bool {
    if let ascii = utf8.first, ascii < 0x80 {
      return switch ascii {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isLetter || isNumber
  }
}
