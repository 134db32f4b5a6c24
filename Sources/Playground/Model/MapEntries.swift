import Lessons

/// A row of the course map.
package struct MapEntry: Equatable, Sendable {
  package let number: Int
  package let id: String
  package let title: String
  package let minutes: Int?
  package let part: Int
  package let state: CourseEntry.State
  /// Empty where there is no file to read.
  package let steps: [StepOutline]

  /// A planned lesson has a place in the course and no file yet.
  package var isPlanned: Bool { state == .planned }
  package var stepIDs: [String] { steps.map(\.id) }

  /// The ids of the lessons to take first.
  package var needs: [String] {
    guard case .ready(let header) = state else { return [] }
    return header.needs
  }

  /// One sentence about the lesson; empty where there is no file to read.
  package var summary: String {
    guard case .ready(let header) = state else { return "" }
    return header.summary
  }
}

extension Model {
  /// The lessons in course order, numbered from 1.
  package var mapEntries: [MapEntry] {
    var entries: [MapEntry] = []
    for (part, section) in library.course.parts.enumerated() {
      for entry in section.entries {
        entries.append(
          MapEntry(
            number: entries.count + 1, id: entry.id, title: entry.title, minutes: entry.minutes,
            part: part, state: entry.state, steps: outlines[entry.id] ?? []))
      }
    }
    return entries
  }

  package mutating func openSelectedLesson() -> [Effect] {
    let entries = mapEntries
    guard entries.indices.contains(map.selected) else { return [] }
    let entry = entries[map.selected]
    guard !entry.isPlanned else {
      notice = Notice(text: "\"\(entry.title)\" is planned and not written yet")
      return []
    }
    return open(lesson: entry.id)
  }

  /// Puts the selection of the map on a lesson of the course.
  package mutating func selectLesson(_ id: String) {
    if let index = mapEntries.firstIndex(where: { $0.id == id }) { map.selected = index }
  }

  /// Goes on from the lesson selected to the next unfinished one that is ready, the first of all after the last.
  package mutating func selectNextLesson() {
    let entries = mapEntries
    guard !entries.isEmpty else { return }
    let next = entries.suffix(from: map.selected) + entries.prefix(map.selected)
    if let ready = next.first(where: isReady) { map.selected = ready.number - 1 }
  }

  /// Whether a lesson is still to be taken, and what it needs is finished as far as it is written.
  package func isReady(_ entry: MapEntry) -> Bool {
    guard case .ready(let header) = entry.state, isOnPath(entry), !isPassed(entry) else {
      return false
    }
    return mapEntries.filter { header.needs.contains($0.id) && !$0.isPlanned }
      .allSatisfy(isPassed)
  }

  /// Whether what needs the lesson need not wait for it.
  package func isPassed(_ entry: MapEntry) -> Bool {
    progress.isPassed(entry.id, steps: entry.stepIDs)
  }

  package func isFinished(_ entry: MapEntry) -> Bool {
    progress.isFinished(entry.id, steps: entry.stepIDs)
  }
}

extension MapState {
  package mutating func select(_ direction: Direction, count: Int) {
    let offset = direction == .up || direction == .left ? -1 : 1
    selected = min(max(selected + offset, 0), max(count - 1, 0))
  }

  package mutating func select(_ turn: Message.Turn, count: Int) {
    switch turn {
    case .firstStep: selected = 0
    case .lastStep: selected = max(count - 1, 0)
    case .toStep(let number): selected = min(max(number - 1, 0), max(count - 1, 0))
    case .nextStep, .previousStep: break
    }
  }
}
