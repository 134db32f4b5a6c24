#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Any JSON, so that what a later edition wrote survives being saved by this one.
package enum JSONValue: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  indirect case array([JSONValue])
  indirect case object([String: JSONValue])

  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  package var integer: Int? {
    if case .integer(let number) = self { number } else { nil }
  }

  package var bool: Bool? {
    if case .bool(let flag) = self { flag } else { nil }
  }

  package var object: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  /// The value that UTF-8 text spells, or nil if it spells none.
  package init?(parsing bytes: [UInt8]) {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      return nil
    }
    self = value
  }

  /// Indented text with its keys in order, ready for a file.
  package var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a JSON value holds finite numbers only")
    }
    return String(decoding: data, as: UTF8.self)
  }
}

extension JSONValue: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    // The commonest first: every wrong guess costs a thrown error.
    if let text = try? container.decode(String.self) {
      self = .string(text)
    } else if let members = try? container.decode([String: JSONValue].self) {
      self = .object(members)
    } else if let number = try? container.decode(Int.self) {
      self = .integer(number)
    } else if let flag = try? container.decode(Bool.self) {
      self = .bool(flag)
    } else if let items = try? container.decode([JSONValue].self) {
      self = .array(items)
    } else if container.decodeNil() {
      self = .null
    } else {
      self = .number(try container.decode(Double.self))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let flag): try container.encode(flag)
    case .integer(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .string(let text): try container.encode(text)
    case .array(let items): try container.encode(items)
    case .object(let members): try container.encode(members)
    }
  }
}

extension [String: JSONValue] {
  /// The members of both; where they differ the choice is arbitrary but always the same.
  func merged(with other: [String: JSONValue]) -> [String: JSONValue] {
    merging(other) { $0.text >= $1.text ? $0 : $1 }
  }

  /// The members that this edition does not know.
  func without(_ known: Set<String>) -> [String: JSONValue] {
    filter { !known.contains($0.key) }
  }
}
