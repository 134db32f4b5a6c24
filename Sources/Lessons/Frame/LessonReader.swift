import Files
import Scenes
import Text

extension Lesson {
  /// Reads a lesson; everything that is wrong with it is thrown at once.
  ///
  /// Warnings alone are kept in the lesson. `weights` is where its scenes find trained models.
  package static func load(
    text: String, file: String, weights: (any WeightSource)? = nil
  ) throws(Diagnostics) -> Lesson {
    var reader = LessonReader(SourceFile(name: file, text: text), weights: weights)
    let lesson = reader.lesson()
    let problems = reader.report.sorted
    guard var lesson, problems.allSatisfy({ $0.severity == .warning }) else {
      throw Diagnostics(problems)
    }
    lesson.warnings = problems
    return lesson
  }
}

/// Reads a whole lesson file.
private struct LessonReader {
  private let source: SourceFile
  private let files: SceneFiles
  private let weights: (any WeightSource)?
  private(set) var report: Report
  /// The scene texts that serve every step, and what they compile to.
  private var shared: [SourceText] = []
  private var sharedScene: Scene?
  /// Whether the end of every shared scene block was found.
  private var isSharedWhole = true
  private var stepLines: [String: Int] = [:]
  /// The right formulas of the steps so far that students write.
  private var written: [SourceText] = []
  /// What the scenes of the steps may still cost.
  private var budget = Limits.cost

  init(_ source: SourceFile, weights: (any WeightSource)?) {
    self.source = source
    self.weights = weights
    files = SceneFiles(beside: source.name)
    report = Report(source)
  }

  mutating func lesson() -> Lesson? {
    guard source.bytes.count <= Limits.fileBytes else {
      report.add(.frame(.tooLarge(limit: Limits.fileBytes)), at: 0)
      return nil
    }
    let frame = FrameReader.frame(of: source, &report)
    let header = frame.frontMatter.flatMap { Header.read($0, &report) }
    shared = (header?.uses ?? []).compactMap { used($0) }
    let introduction = introduction(frame.opening)
    if frame.steps.isEmpty { report.add(.frame(.noSteps), at: source.bytes.count) }
    let steps = frame.steps.prefix(Limits.steps).compactMap { step($0) }
    guard let header else { return nil }
    return Lesson(
      file: source.name, header: header, introduction: introduction, steps: steps, source: source)
  }

  /// Prose for the course card, and scenes for all steps.
  private mutating func introduction(_ pieces: [Piece]) -> [MarkdownBlock] {
    var prose: [Piece] = []
    for piece in pieces {
      switch piece {
      case .prose: prose.append(piece)
      case .block(let raw): takeShared(raw)
      }
    }
    sharedScene = isSharedWhole ? scene(shared) : nil
    var reader = StepReader(scene: nil, report: report, isIntroduction: true)
    let blocks = reader.blocks(prose)
    report = reader.report
    return blocks.flatMap(\.prose)
  }

  private mutating func takeShared(_ raw: RawBlock) {
    guard let kind = raw.kind(&report) else { return }
    if kind == .scene {
      shared += sceneTexts(raw)
      isSharedWhole = isSharedWhole && raw.isClosed
    } else {
      report.add(.frame(.blockBeforeSteps(kind: kind.rawValue)), at: raw.opening)
    }
  }

  /// The texts of a scene block: those of the files that its first lines use, then its own.
  private mutating func sceneTexts(_ raw: RawBlock) -> [SourceText] {
    var texts: [SourceText] = []
    var (end, start) = (0, 0)
    for line in raw.body.lines {
      let content = line.trimmed
      end += line.count + 1
      if content.isEmpty { continue }
      guard content.hasPrefix("use:") else { break }
      start = min(end, raw.body.count)
      if let text = used(content[4..<content.count].trimmed) { texts.append(text) }
    }
    return texts + [source.sourceText(raw.body[start..<raw.body.count])]
  }

  /// The text of a scene in the lesson's folder; nil where it cannot be taken, which is then in the report.
  private mutating func used(_ path: Fragment) -> SourceText? {
    guard SceneFiles.isPlain(path.text) else {
      report.add(.frame(.badScenePath(path.text)), at: path)
      return nil
    }
    do throws(FileError) {
      return try files.text(path.text)
    } catch {
      report.add(.frame(.unusableScene(path.text, reason: error.reason)), at: path)
      return nil
    }
  }

  /// nil where its scene cannot be read.
  private mutating func step(_ frame: StepFrame) -> Step? {
    let id = stepID(frame)
    let own = frame.pieces.compactMap(\.scene)
    let formulas = WriteQuestion.definitions(frame.pieces, of: source)
    let texts =
      shared + written + own.flatMap { sceneTexts($0) } + formulas.first
      + FormulaSwitch.all(frame.pieces, of: source).map(\.definition)
    let scene = own.allSatisfy(\.isClosed) ? scene(of: texts) : nil
    written += formulas.right
    var reader = StepReader(scene: scene, report: report, budget: budget)
    let blocks = reader.blocks(frame.pieces)
    (report, budget) = (reader.report, reader.budget)
    guard let scene = reader.scene else { return nil }
    return Step(
      id: id, title: frame.title.text, location: source.location(at: frame.heading.start),
      blocks: blocks, scene: scene,
      source: StepSource(file: source, frame: frame, texts: texts, weights: weights))
  }

  /// The scene of a step; nil where the end of a shared block is missing.
  private mutating func scene(of texts: [SourceText]) -> Scene? {
    guard isSharedWhole else { return nil }
    return texts == shared ? sharedScene : scene(texts, reusing: sharedScene)
  }

  /// nil where the texts have problems, which are then in the report.
  private mutating func scene(_ texts: [SourceText], reusing earlier: Scene? = nil) -> Scene? {
    let length = texts.reduce(0) { $0 + $1.text.utf8.count }
    budget.numbers -= length * Limits.numbersPerCharacter
    guard budget.isPositive else {
      let place = texts.last.map { source.offset(line: $0.line, column: $0.column) }
      report.add(.frame(.tooMuchInScenes), at: place ?? 0)
      return nil
    }
    do throws(Diagnostics) {
      return try Scene(texts, reusing: earlier, within: &budget, weights: weights)
    } catch {
      report.add(error)
      return nil
    }
  }

  private mutating func stepID(_ frame: StepFrame) -> String {
    guard let id = frame.id else {
      let suggested = StepHeading(frame.heading).suggestedID
      report.add(.frame(.missingStepID(suggested: suggested)), at: frame.heading)
      return suggested
    }
    let text = id.text
    if !id.isName {
      report.add(.frame(.badName(text, what: "id of a step")), at: id)
    } else if let line = stepLines[text] {
      report.add(.frame(.repeatedStep(text, line: line)), at: id)
    }
    stepLines[text] = stepLines[text] ?? source.lineIndex(at: frame.heading.start) + 1
    return text
  }
}

extension Piece {
  /// A scene block.
  fileprivate var scene: RawBlock? {
    if case .block(let raw) = self, raw.words.first?.text == BlockKind.scene.rawValue {
      raw
    } else {
      nil
    }
  }
}

extension Block {
  fileprivate var prose: [MarkdownBlock] {
    if case .prose(let blocks) = self { blocks } else { [] }
  }
}
