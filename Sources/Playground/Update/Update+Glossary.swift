import Lessons

extension Model {
  mutating func glossary(_ wish: Message.Glossary) -> [Effect] {
    switch wish {
    case .open(let name):
      overlays.append(.list(glossaryList(at: name)))
      if let name { overlays.append(.entry(EntryState(name: name))) }
    case .read(let name): overlays.append(.entry(EntryState(name: name)))
    case .choose(let place): chooseOfEntry(place)
    case .show(let lesson, let step): return leadTo(lesson, step)
    case .goBack: return goBack()
    }
    return []
  }

  private func glossaryList(at name: String?) -> ListState {
    var list = ListState(kind: .glossary)
    list.selected = glossaryRows("").firstIndex { $0.title == name } ?? 0
    return list
  }

  private mutating func chooseOfEntry(_ place: Int) {
    guard case .entry(var entry) = overlays.last else { return }
    entry.selected = max(place, 0)
    replaceTopOverlay(with: .entry(entry))
  }

  /// Turns to a step, counted from 1, and remembers where one was.
  mutating func leadTo(_ lesson: String, _ step: Int) -> [Effect] {
    overlays = []
    session?.stepState.run?.isPlaying = false
    session?.stepState.measuring = nil
    guard let before = session, before.isKept, before.lesson.id == lesson else {
      // A review cannot be taken up again.
      wayBack =
        review == nil ? WayBack(lesson: lesson, step: step - 1, session: session) : nil
      return open(lesson: lesson, step: step)
    }
    guard before.stepIndex != step - 1 else {
      notice = Notice(text: "this is the step that shows it")
      return []
    }
    let effects = open(step: step - 1)
    guard session?.stepIndex == step - 1 else { return effects }
    wayBack = WayBack(lesson: lesson, step: step - 1, session: before)
    arrive()
    return effects
  }

  /// Begins to read the step that the glossary or an experiment led to, and says how to return.
  mutating func arrive() {
    guard let wayBack, isOnWayBack else { return }
    session?.stepState.wordsInView = .start
    notice = Notice(forms: [
      "\(key: .goBack) returns to \(wayBack.place)", "\(key: .goBack) returns",
    ])
  }

  /// Whether the step in front is one that was led to, so that one step back is where one was.
  package var isOnWayBack: Bool {
    guard let wayBack, let session else { return false }
    return session.lesson.id == wayBack.lesson && session.stepIndex == wayBack.step
  }

  /// Whether the way out of the lesson in front leads to another one.
  var leavesOnWayBack: Bool {
    guard let wayBack, let before = wayBack.session, let session else { return false }
    return session.lesson.id == wayBack.lesson && before.lesson.id != session.lesson.id
  }

  /// Puts what was open before one was led away in front again, as it was left.
  mutating func goBack() -> [Effect] {
    guard let wayBack, isOnWayBack || leavesOnWayBack else { return [] }
    self.wayBack = nil
    if let before = wayBack.session, before.lesson.id == session?.lesson.id {
      return open(step: before.stepIndex)
    }
    let effects = closeSession()
    guard let before = wayBack.session else { return effects }
    session = before
    linesSinceState = nil
    return effects + saving
  }
}

extension WayBack {
  /// What was in front, in words.
  fileprivate var place: String {
    guard let session else { return "where you were" }
    return session.isFree
      ? session.lesson.title : "\(session.lesson.title), step \(session.stepIndex + 1)"
  }
}
