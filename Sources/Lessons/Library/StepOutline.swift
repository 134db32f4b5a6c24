import Text

/// A step as a list of contents names it.
package struct StepOutline: Hashable, Sendable {
  package let id: String
  package let title: String
  /// What can be read in the step before anything is answered; empty where only titles were read.
  package let words: SearchText
}

extension Library {
  /// The steps of every lesson of the course, by the lesson's id.
  package func outlines(withWords: Bool) -> [String: [StepOutline]] {
    Dictionary(
      uniqueKeysWithValues: course.entries.map { ($0.id, outline(of: $0.id, withWords: withWords)) }
    )
  }

  /// The steps of a lesson, by their headings alone; empty where there is no lesson to read.
  ///
  /// Far cheaper than reading the lesson: no scene, and prose only for those who search it.
  package func outline(of id: String, withWords: Bool = false) -> [StepOutline] {
    guard let path = path(of: id), let text = try? LessonFile.text(path) else { return [] }
    let source = SourceFile(name: path, text: text)
    var report = Report(source)
    return FrameReader.frame(of: source, &report).steps.map { step in
      StepOutline(
        id: step.id?.text ?? StepHeading(step.heading).suggestedID, title: step.title.text,
        words: SearchText(withWords ? step.readableText(source) : ""))
    }
  }
}

extension StepFrame {
  /// The prose and the questions on one line.
  ///
  /// Hints, solutions and replies are left out: a search must not tell the answer.
  fileprivate func readableText(_ source: SourceFile) -> String {
    pieces.map { piece in
      switch piece {
      case .prose(let prose): prose.readableText
      case .block(let block): block.readableText(source)
      }
    }.joined(separator: " ").singleSpaced
  }
}

extension RawBlock {
  fileprivate func readableText(_ source: SourceFile) -> String {
    switch words.first.flatMap({ BlockKind(rawValue: $0.text) }) {
    case .question, .goal, .train: asked(source)
    case .scene, .show, .sliders, .formulaSwitch, .hint, .say, .pause, .notes, nil: ""
    }
  }

  /// What a block asks, and between what there is to choose.
  private func asked(_ source: SourceFile) -> String {
    var report = Report(source)
    guard case .mapping(let pairs, _) = YAMLReader.read(body, &report) else { return "" }
    return pairs.filter { $0.key.text == "ask" || $0.key.text == "options" }
      .flatMap(\.value.choices).map(\.readableText).joined(separator: " ")
  }
}

extension YAMLValue {
  /// The texts of a list of options, each of which may have more to it than its text.
  fileprivate var choices: [Fragment] {
    switch self {
    case .scalar(let text): [text]
    case .sequence(let values, _): values.flatMap(\.choices)
    case .mapping(let pairs, _): pairs.filter { $0.key.text == "text" }.flatMap(\.value.choices)
    }
  }
}

extension Fragment {
  /// The words of prose; for a number of the scene an ellipsis.
  fileprivate var readableText: String {
    let prose = ProseScanner.protect(self)
    let inserts = prose.spans.map { span in
      ProseInsert(inline: span.readable, isDisplay: span.kind == .display, raw: span.raw)
    }
    return MarkdownReader.blocks(prose.bytes, inserts: inserts).plainText
  }
}

extension ProseSpan {
  /// What it says where there is no scene to compute numbers.
  var readable: Inline {
    switch kind {
    case .standing, .live: return .text("…")
    case .mathematics, .display:
      var reader = TeXReader(content)
      return .mathematics(reader.mathematics())
    }
  }
}
