import Lessons
import Playground
import Text

// Looking things up, and going from lesson to lesson.
extension LinearReader {
  func look(_ command: LinearCommand, _ words: [String], _ rest: String) -> LinearRequest {
    switch command {
    case .find:
      return rest.isEmpty ? .say("Say find and a word, such as find softmax.") : find(rest)
    case .open:
      guard let number = words.last.flatMap({ Int($0) }) else {
        return .say("Say find and a word first, then open and a number.")
      }
      return .open(number - 1)
    case .glossary: return lookUp(rest)
    case .lesson: return openLesson(rest)
    case .review: return .send([.go(.review)])
    case _: return .send([.go(.map)])
    }
  }

  private func find(_ words: String) -> LinearRequest {
    let found = model.found(words)
    return found.isEmpty
      ? .say("Nothing here says \"\(words.prefix(60))\". Try another word.") : .found(found)
  }

  func openLesson(_ word: String) -> LinearRequest {
    let entries = model.mapEntries
    guard !word.isEmpty else { return .say("Say lesson and its number, such as lesson 3.") }
    let entry = entries.first { entry in
      Int(word) == entry.number || entry.id == word || entry.title.lowercased() == word.lowercased()
    }
    guard let entry else {
      let near = word.nearest(among: entries.map(\.id)).map { "Did you mean \($0)?" }
      return .say(
        "There is no lesson \(word.prefix(40)). "
          + (near ?? "Say map to hear all \(entries.count) lessons."))
    }
    guard !entry.isPlanned else { return .say("\(entry.title) is planned and not written yet.") }
    return .send([.go(.lesson(entry.id))])
  }

  private func lookUp(_ term: String) -> LinearRequest {
    let entries = model.glossary.entries
    guard !entries.isEmpty else { return .say("This course has no glossary.") }
    guard let entry = term.isEmpty ? model.entryAtHand : model.glossary.entry(named: term) else {
      if term.isEmpty { return .say("Say glossary and a term, such as glossary softmax.") }
      let near = term.nearest(among: entries.flatMap(\.names)).map { "Did you mean \($0)?" }
      return .say("The glossary has no \"\(term.prefix(40))\". \(near ?? "Say find and the word.")")
    }
    let places = model.places(of: entry).map { place in
      Match(
        title: place.title, detail: place.lesson.title,
        messages: [.glossary(.show(lesson: place.lesson.id, step: place.step + 1))])
    }
    return .entry(entry, places)
  }
}
