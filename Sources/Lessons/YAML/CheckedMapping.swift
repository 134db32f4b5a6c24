import Scenes
import Text

/// A mapping whose keys have been held against their table.
package struct CheckedMapping {
  private let values: [String: YAMLValue]
  /// The known keys for which others were slips.
  let meant: Set<String>
  /// Where the mapping begins in the file.
  package let start: Int

  /// Notes unknown and missing keys; nil where the value is no mapping at all.
  package init?(
    _ value: YAMLValue, _ table: MappingKeys, at owner: Fragment, _ report: inout Report
  ) {
    guard case .mapping(let pairs, let start) = value else {
      report.add(.yaml(.notMapping(owner: table.owner)), at: value.start)
      return nil
    }
    self.start = start
    values = Dictionary(pairs.map { ($0.key.text, $0.value) }) { first, _ in first }
    var meant: Set<String> = []
    for pair in pairs where !table.keys.contains(pair.key.text) {
      let key = pair.key.text
      let closest = key.nearest(among: table.keys)
      meant.formUnion([closest].compactMap(\.self))
      let mistake = YAMLError.unknownKey(
        key, owner: table.owner, closest: closest, known: table.keys)
      report.add(.yaml(mistake), at: pair.key)
    }
    self.meant = meant
    // A slip in a key is one mistake, not two.
    for key in table.required where values[key] == nil && !meant.contains(key) {
      report.add(.yaml(.missingKey(key, owner: table.owner)), at: owner)
    }
  }

  package func value(_ key: String) -> YAMLValue? { values[key] }

  package func has(_ key: String) -> Bool { values[key] != nil }

  /// The text of the key, trimmed; nil where it is missing or no text.
  package func text(_ key: String, _ report: inout Report) -> Fragment? {
    values[key].flatMap { $0.text(key, &report) }
  }

  /// A number of 32 bits.
  func number(_ key: String, _ report: inout Report) -> Float? {
    guard let text = text(key, &report) else { return nil }
    guard let number = Float(text.text), number.isFinite else {
      report.add(.yaml(.wrongType(key: key, expected: "a number")), at: text)
      return nil
    }
    return number
  }

  /// A whole number from 1.
  func count(_ key: String, _ report: inout Report) -> Int? {
    guard let text = text(key, &report) else { return nil }
    guard let number = Int(text.text), number >= 1, number < 100_000 else {
      report.add(.yaml(.wrongType(key: key, expected: "a whole number from 1")), at: text)
      return nil
    }
    return number
  }

  /// A whole number from 0; nil where the key is missing.
  func whole(_ key: String, _ report: inout Report) -> Int? {
    guard has(key), let text = text(key, &report) else { return nil }
    guard let number = Int(text.text), (0..<1_000_000).contains(number) else {
      report.add(.yaml(.wrongType(key: key, expected: "a whole number from 0")), at: text)
      return nil
    }
    return number
  }

  /// One text or a list of texts; empty where the key is missing.
  func texts(_ key: String, _ report: inout Report) -> [Fragment] {
    switch values[key] {
    case nil: return []
    case .scalar(let fragment): return fragment.trimmed.isEmpty ? [] : [fragment.trimmed]
    case .sequence(let values, _): return values.compactMap { $0.text(key, &report) }
    case .mapping(_, let start):
      report.add(.yaml(.wrongType(key: key, expected: "a text or a list of texts")), at: start)
      return []
    }
  }

  /// The values of a list; nil where the key is missing or no list.
  func list(_ key: String, _ report: inout Report) -> [YAMLValue]? {
    guard let value = values[key] else { return nil }
    guard case .sequence(let values, _) = value else {
      report.add(.yaml(.wrongType(key: key, expected: "a list")), at: value.start)
      return nil
    }
    return values
  }
}

extension YAMLValue {
  /// The text, trimmed and not empty; anything else is noted under the name of the key.
  func text(_ key: String, _ report: inout Report) -> Fragment? {
    guard case .scalar(let fragment) = self, !fragment.trimmed.isEmpty else {
      report.add(.yaml(.wrongType(key: key, expected: "a text")), at: start)
      return nil
    }
    return fragment.trimmed
  }
}
