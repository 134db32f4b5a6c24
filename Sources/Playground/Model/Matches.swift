import Lessons

/// A row of search or of the command palette, and what choosing it asks for.
package struct Match: Equatable, Sendable {
  package let title: String
  package let detail: String
  package let messages: [Message]
  /// What else it is found by, and not shown.
  package var keywords: String

  package init(title: String, detail: String, messages: [Message], keywords: String = "") {
    self.title = title
    self.detail = detail
    self.messages = messages
    self.keywords = keywords
  }
}

extension Model {
  /// The lessons and all their steps, by headings, ids and the lesson's summary.
  package var searchRows: [Match] {
    mapEntries.filter { !$0.isPlanned }.flatMap { rows(for: $0) }
  }

  private func rows(for entry: MapEntry) -> [Match] {
    let lesson = Match(
      title: entry.title, detail: "lesson \(entry.number)", messages: [.go(.lesson(entry.id))],
      keywords: entry.id + " " + entry.summary)
    return [lesson]
      + entry.steps.enumerated().map { index, step in
        Match(
          title: step.title, detail: entry.title,
          messages: [.go(.lesson(entry.id, step: index + 1))],
          keywords: step.id)
      }
  }

  /// `:12` goes to step 12; on the map it opens lesson 12.
  package func jump(_ query: String) -> [Match]? {
    guard let number = Int(query) else { return nil }
    guard session == nil else {
      let turn = Message.turn(.toStep(number))
      return [Match(title: "go to step \(number)", detail: "", messages: [turn])]
    }
    guard let entry = mapEntries.first(where: { $0.number == number }) else { return nil }
    let opening = entry.isPlanned ? [] : [Message.go(.lesson(entry.id))]
    return [
      Match(
        title: entry.title, detail: "lesson \(number)" + (entry.isPlanned ? ", planned" : ""),
        messages: [.select(.lesson(number - 1))] + opening)
    ]
  }
}

extension Match {
  /// Every word of the query begins or stands in the row, in any order.
  package func answers(_ query: String) -> Bool {
    let text = [title, detail, keywords].joined(separator: " ").lowercased()
    return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}
