import Lessons
import Progress
import Tensors

/// JSON whose members stay in the order in which they are given.
indirect enum JSON: Equatable {
  struct Member: Equatable {
    let key: String
    let value: JSON
  }

  case string(String)
  case integer(Int)
  /// A single-precision number, or a string where JSON has no such number.
  case number(Float)
  case bool(Bool)
  case array([JSON])
  case object([Member])

  /// The rows of rows of numbers of a tensor; a scalar is a bare number.
  init(_ tensor: Tensor) {
    self.init(shape: tensor.shape[...], elements: tensor.elements[...])
  }

  static func strings(_ texts: [String]) -> JSON { .array(texts.map(JSON.string)) }
  static func integers(_ numbers: [Int]) -> JSON { .array(numbers.map(JSON.integer)) }

  /// Indented, but a row of plain values stays on one line.
  var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private init(shape: ArraySlice<Int>, elements: ArraySlice<Float>) {
    guard let count = shape.first else {
      self = elements.first.map(JSON.number) ?? .array([])
      return
    }
    let stride = shape.dropFirst().reduce(1, *)
    let rest = shape.dropFirst()
    self = .array(
      (0..<count).map { index in
        let start = elements.startIndex + index * stride
        return JSON(shape: rest, elements: elements[start..<(start + stride)])
      })
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .string(let string): text += JSONValue.string(string).text
    case .integer(let number): text += String(number)
    case .number(let number): text += Self.spelled(number)
    case .bool(let flag): text += flag ? "true" : "false"
    case .array(let items) where items.allSatisfy(\.isPlain):
      text += "["
      Self.write(items, to: &text, separator: ", ") { $1.write(to: &$0, indent: "") }
      text += "]"
    case .array(let items):
      Self.write(items, to: &text, brackets: "[]", indent: indent) { text, item, indent in
        item.write(to: &text, indent: indent)
      }
    case .object(let members):
      Self.write(members, to: &text, brackets: "{}", indent: indent) { text, member, indent in
        text += "\(JSONValue.string(member.key).text): "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private var isPlain: Bool {
    switch self {
    case .string, .integer, .number, .bool: true
    case .array, .object: false
    }
  }

  // Swift writes the fewest digits that read back as the same number: up to nine.
  private static func spelled(_ number: Float) -> String {
    if number.isNaN { return "\"nan\"" }
    if number.isInfinite { return number < 0 ? "\"-inf\"" : "\"inf\"" }
    return number.description
  }

  private static func write<Item>(
    _ items: [Item], to text: inout String, separator: String,
    each: (inout String, Item) -> Void
  ) {
    for (index, item) in items.enumerated() {
      if index > 0 { text += separator }
      each(&text, item)
    }
  }

  private static func write<Item>(
    _ items: [Item], to text: inout String, brackets: String, indent: String,
    each: (inout String, Item, String) -> Void
  ) {
    guard !items.isEmpty else {
      text += brackets
      return
    }
    let inner = indent + "  "
    text += "\(brackets.prefix(1))\n\(inner)"
    write(items, to: &text, separator: ",\n\(inner)") { each(&$0, $1, inner) }
    text += "\n\(indent)\(brackets.suffix(1))"
  }
}

extension JSON: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { Member(key: $0.0, value: $0.1) })
  }
}
