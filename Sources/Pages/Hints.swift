import Lessons
import Playground
import Progress
import Terminal

extension Page {
  /// The keys that do something to what is in front, the most useful first.
  ///
  /// The way to all keys is never dropped.
  func hints(seeing extent: WordsExtent = WordsExtent()) -> [HintBar.Hint] {
    keys.foot(in: context).compactMap { binding in
      guard let word = word(for: binding, seeing: extent) else { return nil }
      let shown = binding.shown.filter { !beginsAnswer($0) }
      guard !shown.isEmpty else { return nil }
      return HintBar.Hint(
        shown.map { $0.name(appearance.symbols) }.joined(), word,
        short: word.split(separator: " ").first.map(String.init),
        isKept: binding.command == .send(.open(.help)))
    }
  }

  /// Whether a key begins the answer to the open question, and so does nothing else until it is given.
  private func beginsAnswer(_ key: Key) -> Bool {
    guard case .character(let character) = key, model.isPageInFront else { return false }
    return session?.stepState.openQuestion?.isBegun(by: String(character)) == true
  }

  /// The foot of the page; what floats names its own keys.
  func hintsOfPage(seeing extent: WordsExtent = WordsExtent()) -> [HintBar.Hint] {
    overlays.isEmpty ? hints(seeing: extent) : []
  }

  /// What the foot calls a key now; nil where it would do nothing.
  ///
  /// Matched by pattern, since this is asked of every key in every frame and a comparison copies.
  private func word(for binding: Binding, seeing extent: WordsExtent) -> String? {
    guard hasUse(for: binding.command, seeing: extent) else { return nil }
    if case .send(.go(.review)) = binding.command { return "review \(model.dueItems.count)" }
    guard overlays.isEmpty else { return binding.word }
    if case .send(.turn(.nextStep)) = binding.command, session?.isAtLastStep == true {
      return session?.purpose == .review ? "next question" : "finish"
    }
    if case .send(.focus(.zoom)) = binding.command, session?.stepState.zoomed == nil { return nil }
    if case .send(.aid(.hint)) = binding.command, session?.stepState.openTasks.isEmpty == true {
      return nil
    }
    // At the end of the words the same key goes to the next step, which has a hint of its own.
    guard case .pageForward = binding.command else { return binding.word }
    return extent.isMoreBelow || session?.stepState.hasPauseAhead == true ? binding.word : nil
  }
}
