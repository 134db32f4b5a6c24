import Models
import Scenes
import Text

/// A trained model over a sentence, with all of its heads in view.
package struct HeadsView: Equatable, Sendable {
  package private(set) var model: TinyModel
  /// What each head does on the test sentences.
  package private(set) var scores: RoleScores
  /// The steps of its training that are stored; nil where none are.
  package let history: TrainingHistory?
  /// What was measured at them, once someone has asked.
  package private(set) var birth: Birth?
  package private(set) var state: HeadsState
  package private(set) var sentence: ModelSentence
  package private(set) var pass: ForwardPass
  /// How many test sentences are right with all heads; measured when a head is first silenced.
  private var whole: Accuracy?
  /// The same as heads are silenced now.
  private var damaged: Accuracy?

  package init(
    _ model: TinyModel, _ sentence: ModelSentence, silenced: Set<HeadPlace> = [],
    history: TrainingHistory? = nil
  ) {
    self.model = model
    self.sentence = sentence
    self.history = history
    scores = RoleScores(of: model)
    pass = model.pass(over: sentence.tokens)
    state = HeadsState(
      model: model.name, sentence: sentence.text,
      head: HeadPlace(layer: model.layerCount, head: 1), asking: sentence.asking)
    silence(silenced)
  }

  package var head: HeadPlace { state.head }
  package var asking: Int { state.asking }
  package var change: HeadChange { HeadChange(silenced: Set(state.silenced)) }

  /// What a head looks at when the current token asks.
  package func weights(of place: HeadPlace) -> [Float] {
    Array(pass.weights(of: place).row(asking))
  }

  /// The most probable answers at the current token.
  package func answers(_ count: Int) -> [WordChance] { pass.best(count, at: asking) }

  package func word(_ number: Int) -> String { model.words.words[number] }

  /// What lifts the best answer over the second, head by head.
  package var parts: LogitParts {
    let best = answers(2)
    return LogitParts(of: pass, in: model, at: asking, for: best[0].word, over: best[1].word)
  }

  /// How many test sentences of each kind are right, with all heads and as they are silenced now.
  package var costs: [(kind: TestKind, whole: Accuracy.Count, now: Accuracy.Count)] {
    guard let whole, let damaged else { return [] }
    return whole.kinds.compactMap { kind in
      guard let before = whole[kind], let now = damaged[kind] else { return nil }
      return (kind, before, now)
    }
  }
}

/// What someone has chosen to see of a model; small, and enough to show it again.
package struct HeadsState: Equatable, Codable, Sendable {
  /// Its name, with the step of its training that is shown.
  package internal(set) var model: String
  package internal(set) var sentence: String
  package internal(set) var head: HeadPlace
  /// The token that asks, counted from 0.
  package internal(set) var asking: Int
  /// Heads that write nothing.
  package internal(set) var silenced: [HeadPlace] = []
  /// The sentence into which is moved what the head writes; nil where nothing is.
  package internal(set) var host: String?
}

extension HeadsView {
  /// The answer in another sentence, and the one after something was moved into it.
  package struct Transplant: Equatable, Sendable {
    package let host: ModelSentence
    package let before: WordChance
    package let after: WordChance
  }

  /// What becomes of another sentence where this head writes for the token that asks what it writes here.
  package var transplant: Transplant? {
    guard let host = state.host.flatMap({ try? model.sentence($0) }) else { return nil }
    let moved = HeadChange.Transplant(
      head: head, token: host.asking, numbers: Array(pass.written(by: head).row(asking)))
    func answer(_ change: HeadChange) -> WordChance {
      model.pass(over: host.tokens, change).best(1, at: host.asking)[0]
    }
    return Transplant(
      host: host, before: answer(HeadChange()), after: answer(HeadChange(transplants: [moved])))
  }

  mutating func move(into text: String) throws(SentenceError) {
    state.host = try model.sentence(text).text
  }

  /// Chooses another head: layers lie one below the other, heads side by side.
  mutating func move(_ direction: Direction) {
    state.head = state.head.moved(direction, in: model)
  }

  mutating func select(_ place: HeadPlace) {
    if model.places.contains(place) { state.head = place }
  }

  /// Lets the next or previous token ask.
  mutating func ask(by offset: Int) {
    let count = sentence.tokens.count
    state.asking = (state.asking + offset + count) % count
  }

  mutating func read(_ text: String) throws(SentenceError) {
    sentence = try model.sentence(text)
    state.sentence = sentence.text
    state.asking = sentence.asking
    pass = model.pass(over: sentence.tokens, change)
  }

  /// Silences the head, or lets it write again.
  mutating func toggleSilence() {
    silence(Set(state.silenced).symmetricDifference([state.head]))
  }

  /// Lets these heads write nothing.
  private mutating func silence(_ places: Set<HeadPlace>) {
    guard places != Set(state.silenced) else { return }
    state.silenced = places.sorted()
    measure()
  }

  /// Computes the sentence again, and what silence costs where a head is silent.
  private mutating func measure() {
    pass = model.pass(over: sentence.tokens, change)
    guard !state.silenced.isEmpty else {
      damaged = nil
      return
    }
    whole = whole ?? birth?.accuracy ?? Accuracy(of: model)
    damaged = Accuracy(of: model, change)
  }

  /// Shows the model at a later or earlier step of its training; all else stays.
  mutating func scrub(by offset: Int) {
    guard let history else { return }
    let moments = history.moments
    var birth =
      birth
      ?? Birth(history, showing: moments.firstIndex { $0.model.name == model.name } ?? 0)
    birth.moment = min(max(birth.moment + offset, 0), moments.count - 1)
    self.birth = birth
    model = moments[birth.moment].model
    scores = birth.scores[birth.moment]
    state.model = model.name
    whole = nil
    measure()
  }
}
