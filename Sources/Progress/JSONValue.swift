import Text

/// Any JSON, so that what a later edition wrote survives being saved by this one.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  /// A number as it is spelled: no digit is lost, and none can be out of range.
  case number(String)
  case string(String)
  indirect case array([JSONValue])
  indirect case object([String: JSONValue])
  /// JSON for which there is no value here: half a surrogate pair, or nesting deeper than anyone means.
  case verbatim(String)

  package static func integer(_ number: Int) -> JSONValue { .number(String(number)) }

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number without its fraction, as far as an integer reaches.
  package var integer: Int? {
    guard case .number(let text) = self else { return nil }
    if let number = Int(text) { return number }
    guard let number = Double(text) else { return nil }
    return Int(exactly: number.rounded(.towardZero)) ?? (number < 0 ? .min : .max)
  }

  package var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  package var array: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  package var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value that UTF-8 text spells, or nil if it spells none.
  package init?(parsing bytes: [UInt8]) {
    let reader = JSONReader(bytes)
    guard reader.isWhole, let value = reader.value else { return nil }
    self = value
  }

  /// Indented text with its keys in order, ready for a file; it holds no character that drives a terminal.
  package var text: String {
    var text = ""
    write(to: &text, indent: "")
    return text
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .number(let spelling), .verbatim(let spelling): text += spelling
    case .string(let string): Self.write(string, to: &text)
    case .array(let items):
      Self.write(items, to: &text, brackets: ("[", "]"), indent: indent) { item, text, indent in
        item.write(to: &text, indent: indent)
      }
    case .object(let members):
      let ordered = members.sorted { $0.key < $1.key }
      Self.write(ordered, to: &text, brackets: ("{", "}"), indent: indent) { member, text, indent in
        Self.write(member.key, to: &text)
        text += " : "
        member.value.write(to: &text, indent: indent)
      }
    }
  }

  private static func write<Item>(
    _ items: [Item], to text: inout String, brackets: (String, String), indent: String,
    each: (Item, inout String, String) -> Void
  ) {
    let inner = indent + "  "
    text += brackets.0
    for (index, item) in items.enumerated() {
      text += index == 0 ? "\n\(inner)" : ",\n\(inner)"
      each(item, &text, inner)
    }
    text += items.isEmpty ? brackets.1 : "\n\(indent)\(brackets.1)"
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.isSafe: text.unicodeScalars.append(scalar)
      case _: for unit in String(scalar).utf16 { text += escape(unit) }
      }
    }
    text += "\""
  }

  private static func escape(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension [String: JSONValue] {
  /// The members of both; where they differ the choice is arbitrary but always the same.
  func merged(with other: [String: JSONValue]) -> [String: JSONValue] {
    merging(other) { $0 == $1 || $0.text >= $1.text ? $0 : $1 }
  }

  /// The members as values of this edition, and those that cannot be read as one.
  func parted<Read>(
    _ read: (JSONValue) -> Read?
  ) -> (read: [String: Read], unread: [String: JSONValue]) {
    let values = compactMapValues(read)
    return (values, filter { values[$0.key] == nil })
  }

  /// The value of a member, taken out; what cannot be read as one stays.
  mutating func take<Read>(_ key: String, _ read: (JSONValue) -> Read?) -> Read? {
    guard let value = self[key].flatMap(read) else { return nil }
    self[key] = nil
    return value
  }
}
