import Testing
import Text

@testable import Lessons

@Suite struct YAMLReaderTests {
  @Test func everyScalarKnowsWhereEachCharacterStands() {
    let text = """
      plain: a b
      single: 'it''s "x"'
      double: "tab\\\\ \\"q\\" \\u00e9z"
      literal: |
        one
          two
      folded: >
        three
        four
      list: [x, "y"]
      over: five
        six
      """
    #expect(stand("plain", in: text) == "a b")
    #expect(stand("single", in: text) == "it's \"x\"")
    #expect(stand("literal", in: text) == "one\n  two\n")
    #expect(place(of: "six", under: "over", in: text) == offset(of: "six", in: text))
    #expect(place(of: "four", under: "folded", in: text) == offset(of: "four", in: text))
    #expect(place(of: "two", under: "literal", in: text) == offset(of: "two", in: text))
    #expect(place(of: "\"x\"", under: "single", in: text) == offset(of: "\"x\"", in: text))
    #expect(place(of: "q\"", under: "double", in: text) == offset(of: "q\\\"", in: text))
    #expect(place(of: "z", under: "double", in: text) == offset(of: "z\"", in: text))
  }

  @Test func wideCharactersBeforeAValueDoNotMoveIt() {
    let text = "é: 1\n\"猫👩‍👩‍👧\": a\nlist: [é, 猫, b]\n"
    #expect(place(of: "a", under: "猫👩‍👩‍👧", in: text) == offset(of: "a\n", in: text))
  }

  @Test func escapesCannotSmuggleControls() {
    #expect(value("a", in: #"a: "x\e[31my\u202ez""#)?.text == "x[31myz")
  }

  @Test(arguments: [
    "a: [1, 2", "a: 'b", "a: b: c", "\"a", "- a\nb: c", "a: @b", "%", "a: *b",
  ])
  func whatIsNotYAMLIsAProblemWithAPlace(text: String) {
    let (value, report) = read(text)
    #expect(value == nil)
    #expect(report.problems.count == 1)
    #expect(report.problems.allSatisfy { $0.location.line >= 1 && $0.location.column >= 1 })
  }

  @Test func aRepeatedKeyIsAProblemAtTheSecondOfTheTwo() {
    let (_, report) = read("a: 1\nb: 2\na: 3\n")
    #expect(report.problems.map(\.message) == ["The key \"a\" is given in line 1 already."])
    #expect(report.problems.map(\.location.line) == [3])
  }

  @Test(arguments: hostileTexts.indices)
  func hostileYAMLIsRefused(number: Int) {
    let (value, report) = read(hostileTexts[number])
    #expect(value == nil)
    #expect(report.problems.first?.message.hasSuffix("cannot be read here.") == true)
  }

  @Test func anAmpersandAmongWordsIsNoAnchor() {
    #expect(value("a", in: "a: Q & K, R&D")?.text == "Q & K, R&D")
  }

  private func read(_ text: String) -> (YAMLValue?, Report) {
    let source = SourceFile(name: "a.md", text: text)
    var report = Report(source)
    let value = YAMLReader.read(source.all, &report)
    return (value, report)
  }

  private func value(_ key: String, in text: String) -> Fragment? {
    guard case .mapping(let pairs, _) = read(text).0,
      case .scalar(let fragment) = pairs.first(where: { $0.key.text == key })?.value
    else { return nil }
    return fragment
  }

  /// The characters of the file at the places of a value.
  private func stand(_ key: String, in text: String) -> String? {
    guard let fragment = value(key, in: text) else { return nil }
    let bytes = Array(text.utf8)
    #expect(
      fragment.bytes.indices.allSatisfy { bytes[fragment.place($0)].isAlike(fragment.bytes[$0]) })
    return fragment.text
  }

  private func place(of part: String, under key: String, in text: String) -> Int? {
    guard let fragment = value(key, in: text) else { return nil }
    return offset(of: part, in: fragment.text).map { fragment.place($0) }
  }

  private func offset(of part: String, in text: String) -> Int? {
    text.firstRange(of: part).map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
  }
}

extension UInt8 {
  /// White space may stand for other white space.
  fileprivate func isAlike(_ other: UInt8) -> Bool { self == other || isSpace && other.isSpace }
}

private let hostileTexts = [
  String(repeating: "[", count: 100_000), String(repeating: "- ", count: 20_000) + "a",
  String(repeating: "{a: ", count: 5_000), String(repeating: "? ", count: 5_000),
  (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
  "a: &x [1]\nb: &y [*x, *x]\n", "&a b: c", "a: [&b c]", "- &a b",
]
