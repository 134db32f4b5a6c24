import ArgumentParser

/// The option of every interactive command that needs no screen.
struct LinearOption: ParsableArguments {
  @Flag(
    help: "Lines of text in place of a screen, as for a screen reader; so it is without a terminal."
  )
  var linear = false

  /// Whether there are lines in place of a screen, for one reason or another.
  func isLinear(_ folders: Folders) -> Bool { InteractiveApp.isLinear(asked: linear, folders) }
}
