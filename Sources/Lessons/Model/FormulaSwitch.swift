import Scenes
import Text

/// A definition in several versions, of which the student chooses the one that runs.
package struct FormulaSwitch: Equatable, Sendable {
  /// What it defines.
  package let name: String
  package let versions: [Version]
  let location: SourceLocation

  package struct Version: Equatable, Sendable {
    /// What the version is called: `on`.
    package let label: String
    let formula: SourceText

    /// The formula on one line.
    package var text: String { formula.text }
  }

  package var labels: [String] { versions.map(\.label) }

  /// The place of a label, counted from 0.
  package func place(of label: String) -> Int? { labels.firstIndex(of: label) }

  /// Whether a formula is one of the versions; none at all stands for the first.
  package func holds(_ text: String?) -> Bool {
    text.map { versions.map(\.text).contains($0) } ?? true
  }
}

extension Step {
  /// The place of the version that runs now, counted from 0; the first runs when the step begins.
  package func version(of formula: FormulaSwitch) -> Int {
    guard let text = formulas[formula.name] else { return 0 }
    return formula.versions.firstIndex { $0.text == text } ?? 0
  }

  /// The step with these versions of its formulas running, by what they define; others stay as they are.
  package func version(choosing places: [String: Int]) throws(Diagnostics) -> Step {
    var formulas = formulas
    for formula in switches {
      guard let place = places[formula.name] else { continue }
      formulas[formula.name] = place == 0 ? nil : formula.versions[place].text
    }
    return try version(formulas)
  }

  /// The step with the first version of every formula that has several.
  package var withFirstVersions: Step {
    guard isSwitched else { return self }
    let others = formulas.filter { formula in !switches.contains { $0.name == formula.key } }
    return (try? version(others)) ?? self
  }

  /// Whether another version than the first of a formula runs.
  package var isSwitched: Bool { switches.contains { version(of: $0) > 0 } }
}

/// Which version of a formula an assignment such as `scaled = off` asks for.
package enum VersionChoice: Equatable, Sendable {
  case version(name: String, place: Int)
  case unknownLabel(String, of: FormulaSwitch)

  /// nil where the text is about something else.
  package init?(_ text: String, among switches: [FormulaSwitch]) {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let words = sides.map { $0.filter { $0 != "\"" }.withoutOuterSpaces }
    guard words.count == 2, let formula = switches.first(where: { $0.name == words[0] }) else {
      return nil
    }
    self =
      formula.place(of: words[1]).map { .version(name: formula.name, place: $0) }
      ?? .unknownLabel(words[1], of: formula)
  }
}

extension String {
  fileprivate var withoutOuterSpaces: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
