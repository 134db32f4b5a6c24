import Scenes

/// The words of a course, and the questions that people ask about it.
package struct Glossary: Equatable, Sendable {
  /// In the order of the file, the terms first.
  package let entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries
  }

  /// A term with its meaning, or a question with its answer.
  package struct Entry: Equatable, Sendable {
    package enum Kind: Sendable {
      case term
      case question
    }

    package let kind: Kind
    /// The term, or the question.
    package let name: String
    /// How formulas write it; nil where they do not.
    package let symbol: String?
    /// What else it is called.
    package let aliases: [String]
    package let meaning: [MarkdownBlock]
    /// The meaning as its author wrote it.
    package let markdown: String
    /// The steps that show it, the best one first.
    package let places: [StepAddress]
  }

  /// A step of the course.
  package struct StepAddress: Hashable, Sendable {
    package let lesson: String
    package let step: String

    package init(lesson: String, step: String) {
      self.lesson = lesson
      self.step = step
    }

    /// As it is written: `lesson/step`.
    package var text: String { "\(lesson)/\(step)" }
  }

  /// The entry of this name, symbol or other name; its case counts only where two differ by nothing else.
  package func entry(named name: String) -> Entry? {
    entries.first { $0.names.contains(name) }
      ?? entries.first { entry in
        entry.names.contains { $0.lowercased() == name.lowercased() }
      }
  }

  package func place(of name: String) -> Int? { entries.firstIndex { $0.name == name } }
}

extension Glossary.Entry {
  /// Everything that it may be called.
  package var names: [String] { [name] + [symbol].compactMap(\.self) + aliases }

  /// The meaning on one line.
  package var text: String { meaning.plainText.onOneLine }

  /// Everything that can be read in it, on one line.
  package var words: String { (names + [text]).joined(separator: " ") }
}
