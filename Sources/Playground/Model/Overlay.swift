import Lessons
import Scenes
import Text

/// What floats above the page.
package enum Overlay: Equatable, Sendable {
  case why(WhyState)
  case page(PageState)
  case list(ListState)
  /// An entry of the glossary, above its list.
  case entry(EntryState)
}

extension Overlay {
  /// Whether it is the page of text with this title.
  func isPage(titled title: String) -> Bool {
    if case .page(let page) = self { page.title == title } else { false }
  }
}

/// A derivation being followed from number to number.
package struct WhyState: Equatable, Sendable {
  /// The numbers on the way, the one in front last.
  package var trail: [Entry]
  /// What is derived where the page explains a derivative; the trail then holds by what.
  package let result: Entry?
  package var selected = 0
  package var showsGradients = false
  /// The first line in view; nil where the view follows the selected operand.
  package var scroll: Int? = 0

  package var subject: Entry { trail[trail.count - 1] }

  package init(_ subject: Entry, derivativeOf result: Entry? = nil) {
    trail = [subject]
    self.result = result
  }

  /// So many operands are listed until one goes on to the others.
  package static let firstOperands = 5

  /// What the page says about the number in front, the operands that count most first.
  package func explanation(in scene: Scene) -> Explanation {
    (result.map { scene.derivation(of: $0, by: subject) } ?? scene.explanation(of: subject)).ranked
  }

  /// How many of so many operands are listed; one row for the last of them would save nothing.
  package func listed(of count: Int) -> Int {
    selected < Self.firstOperands && count > Self.firstOperands + 1 ? Self.firstOperands : count
  }

  /// The page of the operand that is selected.
  package func followed(in scene: Scene) -> WhyState? {
    let operands = explanation(in: scene).operands
    guard operands.indices.contains(selected) else { return nil }
    return WhyState(operands[selected].entry, derivativeOf: result)
  }

  /// All numbers that the page gives away.
  package func shown(in scene: Scene) -> [Entry] {
    // An input was made from nothing: that needs no explanation, and the foot of each page asks.
    guard result != nil || !scene.isInput(scene.source(of: subject).node) else { return [subject] }
    return [subject] + [result].compactMap(\.self) + explanation(in: scene).operands.map(\.entry)
  }
}

/// A page of text: the keys, a panel's numbers, what is wrong with a file.
package struct PageState: Equatable, Sendable {
  package enum Content: Equatable, Sendable {
    case keys(Context)
    case numbers(PlainText)
    case lines([String])
  }

  package let title: String
  package let content: Content
  package var scroll = 0

  package var isHelp: Bool {
    if case .keys = content { true } else { false }
  }
}

/// A list that narrows as one types: search, the command palette, the glossary.
package struct ListState: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case search
    case palette
    case glossary
  }

  package let kind: Kind
  package var line = EditableLine()
  package var selected = 0

  package init(kind: Kind) {
    self.kind = kind
  }

  package var query: String { line.text }
}

/// A line being typed, and what it is for.
package struct Prompt: Equatable, Sendable {
  package enum Purpose: Equatable, Sendable {
    /// Another value for what a slider moves.
    case value(SliderTarget, SliderDomain)
    case answer
    /// The formula that the open question asks for.
    case formula
    /// A knob of the run.
    case knob(RunKnob)
    case fileName
    /// The sentence that a model reads.
    case sentence
    /// The sentence into which is moved what a head writes.
    case host
  }

  package let purpose: Purpose
  package let label: String
  package var line = EditableLine()

  package var text: String { line.text }
}
