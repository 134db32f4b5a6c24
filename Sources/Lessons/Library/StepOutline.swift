import Text

/// A step as a list of contents names it.
package struct StepOutline: Hashable, Sendable {
  package let id: String
  package let title: String
}

extension Library {
  /// The steps of a lesson, by their headings alone; empty where there is no lesson to read.
  ///
  /// Far cheaper than reading the lesson: no prose, no scene.
  package func outline(of id: String) -> [StepOutline] {
    guard let path = path(of: id), let text = try? LessonFile.text(path) else { return [] }
    let source = SourceFile(name: path, text: text)
    var report = Report(source)
    return FrameReader.frame(of: source, &report).steps.map { step in
      StepOutline(
        id: step.id?.text ?? StepHeading(step.heading).suggestedID, title: step.title.text)
    }
  }
}
