import Lessons
import Progress
import Terminal

extension Model {
  /// The keys that do something to what is in front, the most useful first.
  ///
  /// The way to all keys is never dropped.
  func hints(_ look: Look, seeing extent: WordsExtent = WordsExtent()) -> [HintBar.Hint] {
    KeyTable.foot(in: context).compactMap { binding in
      guard let word = word(for: binding, seeing: extent) else { return nil }
      return HintBar.Hint(
        binding.shown.map { $0.name(look.symbols) }.joined(), word,
        short: word.split(separator: " ").first.map(String.init),
        isKept: binding.message == .open(.help))
    }
  }

  /// The foot of the page; what floats names its own keys.
  func hintsOfPage(_ look: Look, seeing extent: WordsExtent = WordsExtent()) -> [HintBar.Hint] {
    overlays.isEmpty ? hints(look, seeing: extent) : []
  }

  /// Whether keys go to the page itself.
  var isPageInFront: Bool { overlays.isEmpty && prompt == nil }

  /// What the foot calls a key now; nil where it would do nothing.
  ///
  /// Matched by pattern, since this is asked of every key in every frame and a comparison copies.
  private func word(for binding: Binding, seeing extent: WordsExtent) -> String? {
    guard hasUse(for: binding.message, seeing: extent) else { return nil }
    if case .open(.review) = binding.message { return "review \(reviewRows.count)" }
    guard overlays.isEmpty, let session else { return binding.word }
    if case .turn(.nextStep) = binding.message, session.isAtLastStep { return "finish" }
    if case .focus(.zoom) = binding.message, session.desk.zoomed == nil { return nil }
    if case .aid(.hint) = binding.message, session.desk.openTasks.isEmpty { return nil }
    // At the end of the words the same key goes to the next step, which has a hint of its own.
    guard case .turn(.pageForward) = binding.message else { return binding.word }
    return extent.isMoreBelow || session.desk.hasPauseAhead ? binding.word : nil
  }
}
