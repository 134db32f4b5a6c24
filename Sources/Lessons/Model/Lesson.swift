import Text

/// A lesson as its file describes it, read, checked and ready to be shown.
package struct Lesson: Equatable, Sendable {
  /// The path under which problems are reported.
  package let file: String
  package let header: Header
  /// What the lesson opens with: the prose before the first step.
  package let introduction: [MarkdownBlock]
  /// In the order of the file; never empty.
  package let steps: [Step]
  let source: SourceFile
  /// What is odd in the text, though it can be read.
  var warnings: [Diagnostic] = []

  package var id: String { header.id }
  package var title: String { header.title }

  /// Tells the text of the lesson from others.
  package var digest: String { source.bytes.digest }

  /// The step of this id.
  package func step(_ id: String) -> Step? { steps.first { $0.id == id } }

  /// The place of the step of this id, counted from 0.
  package func index(ofStep id: String) -> Int? { steps.firstIndex { $0.id == id } }
}

extension Lesson {
  /// A lesson of one step that no file holds; its text is that of the step's scene.
  package init(id: String, title: String, summary: String, step: Step) {
    let location = step.location
    let text = step.scene.sources.map(\.text).joined(separator: "\n")
    self.init(
      file: location.file,
      header: Header(
        id: id, title: title, summary: summary, minutes: 1, needs: [], objectives: [],
        language: "en", further: [], idLocation: location, needLocations: []),
      introduction: [], steps: [step], source: SourceFile(name: location.file, text: text))
  }
}
