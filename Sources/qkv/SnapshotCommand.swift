import ArgumentParser
import Curses
import Pages
import Playground
import Progress
import Terminal

/// `qkv snapshot`: the frame that a person would see.
struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Print the page that a person would see.",
    discussion: """
      Keys are spelled as in --keys "tab right right enter"; see qkv's help page (?) for their names. \
      LESSON may be map, for the course map, or start, for the page of the first start. Progress is read, never written. A lesson starts fresh unless \
      --state names the file that qkv keeps of a lesson in someone's hands.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case ansi
    case svg
  }

  @Argument(help: "A lesson's id or file (.md), a scene (.qkv), map or start.")
  var lesson: String

  @OptionGroup var changes: ChangeOptions

  @Option(
    help: ArgumentHelp("Show the lesson as this file says it was left.", valueName: "file"),
    completion: .file(extensions: ["jsonl"]))
  var state: String?

  @Option(help: ArgumentHelp("Columns and rows, such as 120x40.", valueName: "size"))
  var size = PageSize(Size(width: 120, height: 40))

  @Option(help: ArgumentHelp("Keys to press first, separated by spaces.", valueName: "keys"))
  var keys = ""

  @Option(help: "The theme: \(Theme.all.map(\.name).joined(separator: ", ")).")
  var theme = Theme.dark.name

  @Option(help: "How to print it.")
  var format = Format.text

  @OptionGroup var screen: ScreenOptions

  @OptionGroup var folders: FolderOptions

  func run() throws {
    guard let theme = Theme(named: theme) else {
      let names = Theme.all.map(\.name).joined(separator: ", ")
      throw CommandFailure("There is no theme \(self.theme). The themes are \(names).")
    }
    let appearance = Appearance(theme: theme, symbols: symbols, motion: false, colors: colors)
    let settings = PersonalSettings(PreferenceStore(folders.chosen.places))
    if let problem = settings.problem { Output.complain(sentence: problem) }
    let table = settings.file.keys
    let model = try model(appearance, table)
    let frame = Page(model, size: size.size, appearance: appearance, keys: table).frame
    switch format {
    case .text: try Output.say(frame.buffer.text().joined(separator: "\n"))
    case .ansi: try Output.say(escaped: frame.buffer.ansi(depth: .full))
    case .svg: try Output.say(frame.buffer.svg(theme: theme))
    }
  }

  /// ASCII where the environment names a locale that writes no UTF-8; pictures have all signs.
  private var symbols: Symbols {
    if screen.ascii { return .ascii }
    guard format != .svg, Environment.locale != nil else { return .unicode }
    return TerminalSupport.adoptLocale() ? .unicode : .ascii
  }

  /// What is sent to a terminal heeds NO_COLOR and its like; pictures have all colours.
  private var colors: ColorDepth {
    format != .ansi || TerminalSupport.wantsColor(TerminalSupport.environment) ? .full : .mono
  }

  private func model(_ appearance: Appearance, _ table: KeyTable) throws -> Model {
    let app = InteractiveApp(folders: folders.chosen, opening: lesson)
    var model = try app.model()
    try open(in: &model)
    switch Key.keys(parsing: keys) {
    case .success(let keys):
      let library = model.library
      model.press(keys, size: size.size, appearance: appearance, meaning: table) {
        app.load($0, step: $1, of: library)
      }
    case .failure(let unknown):
      throw CommandFailure(
        "There is no key \(unknown.name). Keys are spelled a, ?, tab, enter, esc, right, ctrl-c.")
    }
    return model
  }

  private func open(in model: inout Model) throws {
    if let state { return try open(keptIn: state, in: &model) }
    guard lesson != "map" else { return }
    if lesson == "start", let view = FirstPage.view(folders.chosen.models) {
      return model.open(view)
    }
    switch try Subject.read(lesson, folders.chosen, library: model.library) {
    case .scene(let scene):
      model.open(try PlayCommand.session(on: try changes.chosen.applied(to: scene), named: lesson))
    case .lesson(let lesson):
      try LearnCommand.open(lesson, changes.chosen, in: &model)
    }
  }

  private func open(keptIn path: String, in model: inout Model) throws {
    let text = try TextFile.read(path, limit: .lessonState)
    guard let kept = KeptLesson(text) else {
      throw CommandFailure(
        "\(path) holds no state of a lesson. qkv keeps one for each lesson that was begun, in "
          + "\(LessonStateStore(folders.chosen.places).folder ?? "the home folder").")
    }
    guard
      case .lesson(let lesson) = try Subject.read(lesson, folders.chosen, library: model.library),
      lesson.id == kept.lesson
    else {
      throw CommandFailure(
        "\(path) holds a state of \(kept.lesson). Write qkv snapshot \(kept.lesson) --state \(path)."
      )
    }
    guard kept.fits(lesson) else {
      throw CommandFailure(
        "\(path) was kept for another text of \(lesson.id), so its numbers have no place here. "
          + "Open the lesson again with qkv learn \(lesson.id).")
    }
    try LearnCommand.open(lesson, changes.chosen, keptAs: text, in: &model)
  }
}

/// A page's size as it is written on the command line.
struct PageSize: ExpressibleByArgument {
  let size: Size

  init(_ size: Size) {
    self.size = size
  }

  init?(argument: String) {
    let parts = argument.lowercased().split(separator: "x").compactMap { Int($0) }
    guard parts.count == 2, parts.allSatisfy({ (1...500).contains($0) }) else { return nil }
    size = Size(width: parts[0], height: parts[1])
  }

  var defaultValueDescription: String { "\(size.width)x\(size.height)" }
}
