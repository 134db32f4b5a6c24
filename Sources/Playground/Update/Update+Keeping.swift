extension Model {
  /// What has to be kept of a message, so that the lesson can be opened again as it stands.
  ///
  /// A message is a short line; now and then the whole state is written in place of all lines.
  mutating func keep(_ message: Message, besides effects: [Effect]) -> [Effect] {
    guard let session, session.isKept else {
      linesSinceState = nil
      return []
    }
    if effects.contains(where: \.keepsState) {
      linesSinceState = 0
      return []
    }
    if case .reported = message { return [] }
    // What was measured is kept with the scene.
    if case .train(.measure) = message { return [] }
    // What is heard changes nothing of the lesson.
    if case .listen = message { return [] }
    guard let lines = linesSinceState, lines < Self.mostLines || !isPageInFront else {
      linesSinceState = 0
      return [.saveState(session.state, file: session.lesson.file)]
    }
    linesSinceState = lines + 1
    return [.record(message, lesson: session.lesson.id)]
  }

  /// A state is written after so many lines; what is being typed is not a part of it.
  private static var mostLines: Int { 200 }
}

extension Effect {
  fileprivate var keepsState: Bool {
    if case .saveState = self { true } else { false }
  }
}
