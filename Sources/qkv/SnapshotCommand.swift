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
      LESSON may be map, for the course map. Progress is read, never written.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case ansi
    case svg
  }

  @Argument(help: "A lesson's id or file (.md), a scene (.qkv), or map.")
  var lesson: String

  @OptionGroup var changes: ChangeOptions

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
    let frame = Page(try model(appearance), size: size.size, appearance: appearance).frame
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

  private func model(_ appearance: Appearance) throws -> Model {
    var model = try InteractiveApp(folders: folders.chosen).model()
    try open(in: &model)
    switch Key.keys(parsing: keys) {
    case .success(let keys): model.press(keys, size: size.size, appearance: appearance)
    case .failure(let unknown):
      throw CommandFailure(
        "There is no key \(unknown.name). Keys are spelled a, ?, tab, enter, esc, right, ctrl-c.")
    }
    return model
  }

  private func open(in model: inout Model) throws {
    guard lesson != "map" else { return }
    switch try Subject.read(lesson, folders.chosen, library: model.library) {
    case .scene(let scene):
      model.open(try PlayCommand.session(on: try changes.chosen.applied(to: scene), named: lesson))
    case .lesson(let lesson):
      try LearnCommand.open(lesson, changes.chosen, in: &model)
    }
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
