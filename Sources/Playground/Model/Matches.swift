import Lessons
import Text

/// A row of search or of the command palette, and what choosing it asks for.
package struct Match: Equatable, Sendable {
  package let title: String
  package let detail: String
  package let messages: [Message]
  /// What else it is found by, and not shown.
  package var keywords: String
  /// The words around the place where it was found; nil where the title says enough.
  package var excerpt: Excerpt?

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

  /// What a search of the whole course finds: titles that begin with the words, what the glossary calls so,
  /// then other titles, ids and summaries that hold them, then steps in whose words they stand, and
  /// entries of the glossary that say them.
  package func found(_ query: String) -> [Match] {
    let words = query.split(separator: " ").compactMap(SearchWord.init)
    guard !words.isEmpty else { return searchRows }
    let named = searchRows.filter { $0.answers(query) }
    let titled = named.filter { row in
      let title = SearchText(row.title)
      return words.allSatisfy(title.begins)
    }
    let others = named.filter { !titled.contains($0) }.map { $0.withExcerpt(around: words[0]) }
    let terms = glossaryFound(words)
    return titled + terms.named + others
      + stepsThatSay(words, query, besides: Set(named.map(\.place))) + terms.others
  }

  private func stepsThatSay(
    _ words: [SearchWord], _ query: String, besides named: Set<String>
  ) -> [Match] {
    mapEntries.filter { !$0.isPlanned }.flatMap { entry in
      zip(rows(for: entry).dropFirst(), entry.steps).compactMap { row, step -> Match? in
        let title = SearchText(row.title)
        guard !named.contains(row.place),
          words.allSatisfy({ step.words.contains($0) || title.contains($0) })
        else { return nil }
        var row = row
        // The whole query where it stands so, else the first of its words.
        let sought = [SearchWord(query)].compactMap(\.self) + words
        row.excerpt =
          sought.lazy.compactMap { step.words.excerpt(around: $0, length: Excerpt.reach) }.first
        return row
      }
    }
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
  /// With what a lesson's summary says of the word, where its title does not have it.
  fileprivate func withExcerpt(around word: SearchWord) -> Match {
    guard !SearchText(title).contains(word), keywords.contains(" ") else { return self }
    var row = self
    row.excerpt = SearchText(keywords).excerpt(around: word, length: Excerpt.reach)
    return row
  }

  /// What tells a row of the search from the others.
  fileprivate var place: String { detail + "\n" + title }

  /// Every word of the query begins or stands in the row, in any order.
  package func answers(_ query: String) -> Bool {
    let text = [title, detail, keywords].joined(separator: " ").lowercased()
    return query.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }
}

extension Excerpt {
  /// About how many bytes stand on each side of what was found.
  static let reach = 24
}
