import Lessons
import Scenes
import Text

/// An entry of the glossary that is being read.
package struct EntryState: Equatable, Sendable {
  package let name: String
  /// Which of the steps that show it Enter leads to, counted from 0.
  package var selected = 0
  /// The first line in view.
  package var scroll = 0
}

/// Where one was before the glossary led to a step.
struct WayBack: Equatable, Sendable {
  /// The lesson and the step that it led to, counted from 0.
  let lesson: String
  let step: Int
  /// What was open before; nil for the page below all lessons.
  let session: Session?
}

/// A step that shows an entry.
package struct ShownPlace: Equatable, Sendable {
  package let lesson: MapEntry
  /// Counted from 0.
  package let step: Int

  package var title: String { lesson.steps[step].title }
}

extension Model {
  /// The steps of this course that show an entry.
  package func places(of entry: Glossary.Entry) -> [ShownPlace] {
    let entries = mapEntries
    return entry.places.compactMap { place in
      guard let lesson = entries.first(where: { $0.id == place.lesson && !$0.isPlanned }),
        let step = lesson.steps.firstIndex(where: { $0.id == place.step })
      else { return nil }
      return ShownPlace(lesson: lesson, step: step)
    }
  }

  /// The entry that is being read.
  package var entryInFront: (state: EntryState, entry: Glossary.Entry)? {
    guard case .entry(let state) = overlays.last, let entry = glossary.entry(named: state.name)
    else { return nil }
    return (state, entry)
  }

  /// The entry for what is in hand: a number being explained, a panel, the step.
  package var entryAtHand: Glossary.Entry? {
    if case .why(let why) = overlays.last, let scene = session?.stepState.scene {
      return entry(for: why.subject.node, in: scene)
    }
    guard let session else { return heads == nil ? nil : glossary.entry(named: "head") }
    return entry(forPanelOf: session.stepState) ?? entry(shownBy: session)
  }

  private func entry(forPanelOf stepState: StepState) -> Glossary.Entry? {
    guard case .panel(let index) = stepState.focus, stepState.panels.indices.contains(index) else {
      return nil
    }
    return stepState.panels[index].subjects.lazy
      .compactMap { entry(for: $0, in: stepState.scene) }.first
  }

  private func entry(for node: NodeID, in scene: Scene) -> Glossary.Entry? {
    scene.name(of: scene.source(of: Entry(node: node, index: 0)).node)
      .flatMap(glossary.entry(named:))
  }

  /// The term that the step shows best, or one that it shows as well.
  private func entry(shownBy session: Session) -> Glossary.Entry? {
    guard !session.isFree else { return nil }
    let here = Glossary.StepAddress(lesson: session.lesson.id, step: session.step.id)
    return glossary.entries.first { $0.places.first == here }
      ?? glossary.entries.first { $0.places.contains(here) }
  }
}

// MARK: - The list

extension Model {
  /// The terms by the alphabet, then the questions; what is typed leaves those in which it stands.
  package func glossaryRows(_ query: String) -> [Match] {
    let words = query.split(separator: " ").compactMap(SearchWord.init)
    guard !words.isEmpty else { return glossaryTerms + glossaryQuestions }
    let (named, others) = glossaryFound(words)
    return named + others
  }

  package var glossaryTerms: [Match] {
    glossary.entries.filter { $0.kind == .term }
      .sorted { $0.name.lowercased() < $1.name.lowercased() }.map { Match($0) }
  }

  package var glossaryQuestions: [Match] {
    glossary.entries.filter { $0.kind == .question }.map { Match($0) }
  }

  /// The entries that are called so, those whose own name begins so first, and those that say so.
  func glossaryFound(_ words: [SearchWord]) -> (named: [Match], others: [Match]) {
    func hold(_ text: String) -> Bool {
      let text = SearchText(text)
      return words.allSatisfy(text.contains)
    }
    let named = glossary.entries.filter { hold($0.names.joined(separator: " ")) }
    let begun = named.filter { entry in
      let name = SearchText(entry.name)
      return words.allSatisfy(name.begins)
    }
    let others = glossary.entries.filter { hold($0.words) && !named.contains($0) }
    return (
      (begun + named.filter { !begun.contains($0) }).map { Match($0) },
      others.map { Match($0, around: words) }
    )
  }
}

extension Match {
  /// The row of an entry, with the words around what was found in it.
  fileprivate init(_ entry: Glossary.Entry, around words: [SearchWord] = []) {
    self.init(
      title: entry.name, detail: entry.kind == .term ? "glossary" : "question",
      messages: [.glossary(.open(entry.name))], keywords: entry.words)
    let text = SearchText(entry.text)
    excerpt = words.lazy.compactMap { text.excerpt(around: $0, length: Excerpt.reach) }.first
  }
}
