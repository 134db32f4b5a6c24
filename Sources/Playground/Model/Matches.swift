import Lessons

/// A row of search or of the command palette, and what choosing it asks for.
package struct Match: Equatable, Sendable {
  package let title: String
  package let detail: String
  package let messages: [Message]
  /// What else it is found by, and not shown.
  package var keywords = ""
}

extension Model {
  /// The rows of a list that its query leaves.
  package func matches(of list: ListState) -> [Match] {
    if list.kind == .palette, let jump = jump(list.query) { return jump }
    return list.rows.filter { $0.answers(list.query) }
  }

  /// The lessons and all their steps, by headings, ids and the lesson's summary.
  var searchList: ListState {
    ListState(
      kind: .search, rows: mapEntries.filter { !$0.isPlanned }.flatMap { rows(for: $0) })
  }

  var paletteList: ListState { ListState(kind: .palette, rows: commands) }

  /// Performs the chosen row.
  mutating func choose(from list: ListState) -> [Effect] {
    let matches = matches(of: list)
    guard matches.indices.contains(list.selected) else { return [] }
    overlays.removeLast()
    return matches[list.selected].messages.flatMap { update($0, at: now) }
  }

  private func rows(for entry: MapEntry) -> [Match] {
    let opening = Message.go(.lesson(entry.id))
    let lesson = Match(
      title: entry.title, detail: "lesson \(entry.number)", messages: [opening],
      keywords: entry.id + " " + entry.summary)
    return [lesson]
      + entry.steps.enumerated().map { index, step in
        Match(
          title: step.title, detail: entry.title, messages: [opening, .turn(.toStep(index + 1))],
          keywords: step.id)
      }
  }

  /// `:12` goes to step 12; on the map it opens lesson 12.
  private func jump(_ query: String) -> [Match]? {
    guard let number = Int(query) else { return nil }
    let turn = Message.turn(.toStep(number))
    guard session == nil else {
      return [Match(title: "go to step \(number)", detail: "", messages: [turn])]
    }
    guard let entry = mapEntries.first(where: { $0.number == number }) else { return nil }
    let opening = entry.isPlanned ? [] : [Message.go(.lesson(entry.id))]
    return [
      Match(
        title: entry.title, detail: "lesson \(number)" + (entry.isPlanned ? ", planned" : ""),
        messages: [turn] + opening)
    ]
  }

  private var commands: [Match] {
    let context = session?.desk.context ?? .map
    return KeyTable.bindings(in: context).map { binding in
      Match(
        title: binding.help, detail: binding.names(.unicode),
        messages: [binding.message])
    } + [
      Match(title: "motion on or off", detail: "", messages: [.set(.toggleMotion)]),
      Match(title: "course map", detail: "", messages: [.go(.map)]),
    ]
  }
}

extension Match {
  /// Every word of the query begins or stands in the row, in any order.
  func answers(_ query: String) -> Bool {
    let text = [title, detail, keywords].joined(separator: " ").lowercased()
    return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}
