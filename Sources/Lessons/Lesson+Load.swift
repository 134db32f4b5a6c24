import Scenes

extension Lesson {
  /// Reads a lesson; everything that is wrong with it is thrown at once.
  package static func load(text: String, file: String) throws(Problems) -> Lesson {
    let source = SourceFile(name: file, text: text)
    var report = Report(source)
    report.add(.noSteps, at: 0)
    throw Problems(report.sorted)
  }
}
