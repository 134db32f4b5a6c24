import Lessons
import Progress

extension Model {
  mutating func change(_ wish: Message.Map) -> [Effect] {
    switch wish {
    case .goOn: return goOn()
    case .toggleDone: return toggleMark(.done)
    case .toggleAgain: return toggleMark(.again)
    case .toggleShortPath:
      toggleShortPath()
      return []
    }
  }

  /// The lesson that was left last and is not done or, where there is none, the next one.
  package var lessonInHand: MapEntry? {
    let begun = mapEntries.filter { entry in
      !entry.isPlanned && isOnPath(entry) && progress.isStarted(entry.id) && !isPassed(entry)
    }
    let last = begun.max { date(of: $0) < date(of: $1) }
    return last ?? mapEntries.first(where: isReady)
  }

  private func date(of entry: MapEntry) -> Timestamp {
    progress.lessons[entry.id]?.touched ?? Timestamp(secondsSince1970: 0)
  }

  /// Whether a lesson belongs to the way that is followed.
  package func isOnPath(_ entry: MapEntry) -> Bool {
    guard map.isShort, let path = library.course.short else { return true }
    return path.lessons.contains(entry.id)
  }

  private mutating func goOn() -> [Effect] {
    guard let entry = lessonInHand else {
      notice = Notice(text: "every lesson is done; enter opens one again")
      return []
    }
    selectLesson(entry.id)
    return open(lesson: entry.id)
  }

  private mutating func toggleShortPath() {
    guard let path = library.course.short else {
      notice = Notice(text: "this course names no short path")
      return
    }
    map.isShort.toggle()
    if map.isShort, let first = lessonInHand { selectLesson(first.id) }
    notice = Notice(
      text: map.isShort
        ? "the short path: \(path.lessons.count) lessons that fit into \(path.minutes) minutes"
        : "the whole course")
  }

  private mutating func toggleMark(_ kind: LessonMark.Kind) -> [Effect] {
    guard mapEntries.indices.contains(map.selected) else { return [] }
    let entry = mapEntries[map.selected]
    let old = progress.mark(of: entry.id)
    guard !entry.isPlanned, old != nil || mayBe(kind, entry) else {
      notice = Notice(
        text: kind == .done
          ? "it is done already; \(key: .takeAgain) marks it to be taken again"
          : "nothing of it is done yet")
      return []
    }
    // What is skipped is taken again by not being skipped.
    let takesBack = old == kind || old == .skipped && kind == .again
    let new = takesBack ? .unmarked : kind
    progress.mark(entry.id, as: new, at: now)
    switch new {
    case .done: notice = Notice(text: "marked as complete", tone: .good)
    case .again: notice = Notice(text: "marked to be taken again")
    case .skipped, .unmarked: notice = Notice(text: "the mark is taken away")
    }
    return [.save(progress)]
  }

  /// Whether a lesson that bears no mark may be given this one.
  private func mayBe(_ kind: LessonMark.Kind, _ entry: MapEntry) -> Bool {
    switch kind {
    case .done: !isFinished(entry)
    case .again: progress.isStarted(entry.id)
    case .skipped, .unmarked: true
    }
  }
}
