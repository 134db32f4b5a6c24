import ArgumentParser
import Curses
import Handouts
import Lessons
import Pages
import Playground
import Progress
import Terminal
import Text

/// What surrounds the interactive commands: a terminal, the files, and one run of the loop.
struct InteractiveApp {
  let folders: Folders
  private let file: String?
  /// Whether to draw with ASCII alone, whatever the terminal can show.
  let ascii: Bool
  /// Whether lines of text were asked for in place of a screen; nil where only a screen will do.
  let linear: Bool?
  private let narrator = Narrator(on: Environment.searchPath)
  private let stopwatch = AttentionStopwatch()
  private let states: StateKeeper
  private let recorder: Recorder?
  private let watch: LessonWatch?

  /// What is to be opened may be a file, which needs no course.
  init(
    folders: Folders, opening file: String? = nil, ascii: Bool = false, linear: Bool? = nil,
    recorder: Recorder? = nil, watch: LessonWatch? = nil
  ) {
    self.folders = folders
    self.recorder = recorder
    self.watch = watch
    self.file = file
    self.ascii = ascii
    self.linear = linear
    states = StateKeeper(LessonStateStore(folders.places))
  }

  /// The model that a person finds at the start, before anything is opened.
  func model() throws -> Model {
    var model = try model(
      folders.progressStore.load(at: Environment.now),
      PersonalSettings(PreferenceStore(folders.places)))
    let library = model.library
    let course = Message.Report.course(library.outlines(withWords: true), library.glossary)
    _ = model.update(.reported(course), at: model.now)
    return model
  }

  private func model(_ stored: StoredProgress, _ settings: PersonalSettings) throws -> Model {
    var model = Model(
      library: try folders.library(besides: file), progress: stored.progress,
      settings: settings.file.settings, now: Environment.now)
    model.problem = stored.problem
    if let memory = PreferenceStore(folders.places).firstPage() { model.remember(memory) }
    return model
  }

  /// Whether there are lines of text in place of a screen: since they were asked for, or since there is no
  /// terminal that could show one.
  static func isLinear(asked: Bool, _ folders: Folders) -> Bool {
    asked || !Output.isTerminal || TerminalSupport.canOnlyType(TerminalSupport.environment)
      || PersonalSettings(PreferenceStore(folders.places)).file.settings.linear
  }

  /// Runs the loop on the terminal, or line by line; `open` puts something in front first, such as a lesson.
  func run(_ open: (inout Model) throws -> Void = { _ in }) throws {
    // Everything that may fail with a sentence comes before the screen is taken over.
    let stored = folders.progressStore.load(at: Environment.now)
    let keeper = ProgressKeeper(
      folders.progressStore, loaded: stored, temporaryFolder: Environment.temporaryFolder)
    let settings = PersonalSettings(PreferenceStore(folders.places))
    var model = try model(stored, settings)
    try open(&model)
    if let linear, Self.isLinear(asked: linear, folders) {
      if let problem = settings.problem { model.notice = Notice(text: problem) }
      return try runLines(&model, keeper)
    }
    let library = model.library
    // The map counts the steps of each lesson; other pages do without.
    if model.context == .map {
      _ = model.update(.reported(.course(library.outlines(withWords: false))), at: model.now)
    }
    var screen = try Self.screen()
    screen.setMouse(enabled: model.settings.mouse)
    model.hasLightGround = screen.support.hasLightGround ?? false
    model.hasColors = screen.colors != .mono
    if let sentence = screen.substitution ?? settings.problem {
      model.notice = Notice(text: sentence)
    }
    let (symbols, colors) = (ascii ? .ascii : screen.symbols, screen.colors)
    let ending = runLoop(
      &model, on: &screen, appearance: { Appearance($0, symbols: symbols, colors: colors) },
      keys: settings.file.keys, clock: { Environment.now },
      perform: { perform($0, keeper, library) }, noting: { recorder?.note($0) },
      watching: watch.map { watch in { watch.news(for: $0) } },
      afterDrawing: {
        states.write()
        recorder?.write()
      })
    recorder?.write()
    narrator.hush()
    screen.close()
    let isSaved = settle(model, keeper)
    if case .signal(let number) = ending { Process.end(by: number) }
    if !isSaved { throw ExitCode.failure }
  }

  /// Saves what could not be saved before, and says what is wrong; whether all is kept.
  private func settle(_ model: Model, _ keeper: ProgressKeeper) -> Bool {
    let unsaved = keeper.settle(model.progress, at: Environment.now)
    if let sentence = unsaved ?? keeper.problem?.sentence {
      Output.complain(sentence: sentence)
    }
    return unsaved == nil
  }

  /// Reads lines and answers in sentences, until they end.
  private func runLines(_ model: inout Model, _ keeper: ProgressKeeper) throws {
    let library = model.library
    let course = Message.Report.course(library.outlines(withWords: true), library.glossary)
    _ = model.update(.reported(course), at: model.now)
    var session = LinearSession(model)
    let lines = TypedLines(ascii: ascii)
    defer { model = session.model }
    do {
      try runLinearLoop(
        &session, nextLine: lines.next, say: lines.say, clock: { Environment.now },
        perform: { perform($0, keeper, library) }, noting: { recorder?.note($0) },
        afterLine: {
          states.write()
          recorder?.write()
        })
    } catch is ClosedPipe {
      // Nobody reads on; what was done is kept all the same.
    }
    if !settle(session.model, keeper) { throw ExitCode.failure }
  }

  private static func screen() throws -> CursesScreen {
    do throws(TerminalError) {
      return try CursesScreen()
    } catch {
      throw CommandFailure(error.sentence)
    }
  }

  private func perform(
    _ effect: Effect, _ keeper: ProgressKeeper, _ library: Library
  ) -> Message? {
    switch effect {
    case .save(let progress):
      return .reported(.saved(keeper.save(progress, at: Environment.now)))
    case .saveSettings(let settings, let old):
      return PersonalSettings.save(settings, since: old, in: PreferenceStore(folders.places))
        .map { .reported(.said($0)) }
    case .readCourse:
      return .reported(.course(library.outlines(withWords: true), library.glossary))
    case .load(let lesson, let step): return load(lesson, step: step, of: library)
    case .saveState(let state, let file):
      return states.keep(state, file: file, in: library).map { .reported(.said($0)) }
    case .record(let message, let lesson):
      states.record(message, of: lesson)
      return nil
    case .savePlace(let lesson, let step):
      return report {
        try PreferenceStore(folders.places).save(LastPlace(lesson: lesson, step: step))
      }
    case .saveFirstPage(let memory):
      return report { try PreferenceStore(folders.places).save(memory) }
    case .write(let text, let file):
      return report(success: "saved as \(file)") { try TextFile.create(file, text) }
    case .speak(let speech): return narrator.speak(speech).map { .reported(.voice($0)) }
    case .askVoice: return narrator.report.map { .reported(.voice($0)) }
    case .hush:
      narrator.hush()
      return nil
    case .measure(let job):
      return .reported(.measured(job, seconds: stopwatch.seconds(of: job)))
    case .copy, .mouse, .redraw, .suspend, .quit:
      return nil
    }
  }

  /// How a lesson was left, as its file says.
  func kept(of lesson: Lesson, _ library: Library) -> String? {
    states.text(of: lesson.id, file: lesson.file, in: library)
  }

  /// Reads a lesson of the course, and how it was left.
  func load(_ id: String, step: Int?, of library: Library) -> Message {
    do throws(Diagnostics) {
      let lesson = try library.lesson(id)
      return .reported(.opened(OpenedLesson(lesson, keptAs: kept(of: lesson, library), step: step)))
    } catch {
      let lines = error.rendered().split(separator: "\n", omittingEmptySubsequences: false)
      return .reported(.closed(lesson: id, because: lines.map(String.init)))
    }
  }

  /// Changes a model by a message, and reads the lesson that it asks for.
  func carryOut(_ message: Message, on model: inout Model) {
    let library = model.library
    for case .load(let lesson, let step) in model.update(message, at: model.now) {
      carryOut(load(lesson, step: step, of: library), on: &model)
    }
  }

  private func report(success: String? = nil, _ action: () throws -> Void) -> Message? {
    do {
      try action()
      return success.map { .reported(.said($0)) }
    } catch let failure as CommandFailure {
      return .reported(.said(failure.text))
    } catch {
      // The last place is a comfort; the progress has a banner of its own.
      return nil
    }
  }
}

extension Appearance {
  /// What the person's settings ask for, as far as the terminal can show it.
  init(_ model: Model, symbols: Symbols, colors: ColorDepth) {
    self.init(
      theme: .chosen(model.settings.theme, onLightGround: model.hasLightGround), symbols: symbols,
      motion: model.settings.motion, colors: colors)
  }
}

extension CursesScreen {
  /// What to say of a terminal that is not known here and taken for another one.
  fileprivate var substitution: String? {
    guard isSubstituted else { return nil }
    return "this machine knows no terminal called \(support.name); it is taken for \(name)"
  }
}

extension TerminalError {
  /// What is wrong with the terminal, and what to do.
  var sentence: String {
    switch self {
    case .notATerminal:
      "qkv needs a terminal to run in. In a script, use qkv snapshot LESSON or qkv eval FILE."
    case .tooSimple(let name):
      "TERM is \(name.isEmpty ? "not set" : name), a terminal without a cursor. "
        + "Set TERM to what you use, such as xterm-256color, or print a page with qkv snapshot LESSON."
    case .unknown(let name):
      "This machine knows no terminal called \(name). "
        + "Set TERM to xterm or vt100, or print a page with qkv snapshot LESSON."
    case .noResources:
      "The terminal could not be set up. Close something and try again."
    }
  }
}
