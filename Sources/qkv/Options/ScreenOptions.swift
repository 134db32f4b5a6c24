import ArgumentParser

/// The options of every command that shows a page.
struct ScreenOptions: ParsableArguments {
  @Flag(help: "Use ASCII alone, as where LC_ALL is C.")
  var ascii = false
}
