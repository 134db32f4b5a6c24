import Models
import Scenes
import Tensors
import Text

/// A sentence in the words of a trained model, to be turned word by word: what the pronoun looks at, and
/// what the model takes it for.
package struct SentenceView: Equatable, Sendable {
  package let model: TinyModel
  /// The head that looks from a pronoun to its noun, as measured on test sentences.
  package let head: HeadPlace
  package private(set) var state: SentenceState
  package private(set) var sentence: ModelSentence
  package private(set) var pass: ForwardPass
  package private(set) var slots: [SentenceSlot]
  /// The pass before the last change; nil where it was over another number of tokens.
  package private(set) var previous: ForwardPass?
  /// How far the blend goes before the answer changes, from 0 to 1; nil where it does not.
  package private(set) var tip: Float?
  /// How many answers stay the same without the silenced heads when the last word is turned.
  package private(set) var kept: KeptAnswers?
  /// The head in hand as a scene, once a number of it was asked about.
  package internal(set) var scene: Scene?

  package struct KeptAnswers: Equatable, Sendable {
    package let same: Int
    package let asked: Int
  }

  private let rules: SlotRules
  private let start: [String]

  package init(_ model: TinyModel, _ sentence: ModelSentence) {
    self.model = model
    self.sentence = sentence
    head = model.pronounHead
    rules = SlotRules(model)
    pass = model.pass(over: sentence.tokens)
    var words = Array(sentence.words.dropFirst())
    if words.last == "." { words.removeLast() }
    start = rules.pieces(of: words)
    slots = rules.slots(in: start)
    state = SentenceState(
      model: model.name, pieces: start, hand: slots.last?.piece ?? start.count - 1)
  }

  package var asking: Int { sentence.asking }
  package var places: [HeadPlace] { model.places }

  /// What the token that asks looks at: a weight for each token.
  package var weights: [Float] { Array(pass.weights(of: head).row(asking)) }

  /// The same before the last change, where the tokens are as many.
  package var weightsBefore: [Float]? {
    previous.map { Array($0.weights(of: head).row(asking)) }
  }

  /// The token that is looked at most.
  package var target: Int { weights.placeOfLargest }

  /// The tokens of a piece of the sentence.
  package func tokens(ofPiece piece: Int) -> Range<Int> {
    let start = 1 + state.pieces[..<piece].reduce(0) { $0 + Self.count($1) }
    return start..<start + Self.count(state.pieces[piece])
  }

  private static func count(_ piece: String) -> Int { piece.split(separator: " ").count }

  package var slotInHand: SentenceSlot? { slots.first { $0.piece == state.hand } }

  // MARK: The answer

  /// Whether the pronoun could stand for a word.
  package func canAnswer(_ word: String) -> Bool { rules.answers.contains(word) }

  /// An answer that the model might give.
  package struct Candidate: Equatable, Sendable {
    package let word: String
    package let probability: Float
    package let before: Float?
  }

  /// The nouns of the sentence in its order, and what else the model is for.
  package var candidates: [Candidate] {
    let chances = pass.probabilities(at: asking)
    let before = previous?.probabilities(at: asking)
    var numbers: [Int] = []
    for (word, number) in zip(sentence.words, sentence.tokens)
    where rules.answers.contains(word) && !numbers.contains(number) {
      numbers.append(number)
    }
    let best = pass.best(1, at: asking).map(\.word)
    return (numbers.prefix(3) + best.filter { !numbers.contains($0) }).map {
      Candidate(word: model.words.words[$0], probability: chances[$0], before: before?[$0])
    }
  }

  /// The most probable answer of a pass.
  package func answer(of pass: ForwardPass) -> Int { pass.best(1, at: asking)[0].word }

  package var answer: String { model.words.words[answer(of: pass)] }

  // MARK: The acts

  /// The slot whose word tells which noun is meant.
  var tellingSlot: SentenceSlot? { slots.last { $0.divide != nil } }

  /// The two words between which one can stop: one of each kind.
  package var blendEnds: (from: String, to: String)? {
    guard let slot = tellingSlot, let divide = slot.divide else { return nil }
    let word = state.pieces[slot.piece]
    let place = slot.options.firstIndex(of: word) ?? 0
    return place < divide
      ? (word, slot.options[divide]) : (slot.options[0], word)
  }

  package var acts: [SentenceState.Act] {
    SentenceState.Act.allCases.filter { $0 != .blend || tellingSlot != nil }
  }

  /// The act that Space goes on to.
  package var nextAct: SentenceState.Act? {
    acts.firstIndex(of: state.act).flatMap { acts.indices.contains($0 + 1) ? acts[$0 + 1] : nil }
  }

  package var previousAct: SentenceState.Act? {
    acts.firstIndex(of: state.act).flatMap { $0 > 0 ? acts[$0 - 1] : nil }
  }

  /// Where the blend stands between its words; nil while no word is mixed.
  private var mixture: (token: Int, from: Int, to: Int)? {
    guard state.act == .blend, let slot = tellingSlot, let ends = blendEnds,
      let from = model.words.number(of: ends.from), let to = model.words.number(of: ends.to)
    else { return nil }
    return (tokens(ofPiece: slot.piece).lowerBound, from, to)
  }

  private var change: HeadChange { HeadChange(silenced: Set(state.silenced)) }

  /// The pass at a part of the way between the two words.
  private func pass(blended part: Float) -> ForwardPass {
    var stream = model.start(of: sentence.tokens)
    if let mixture {
      for (feature, pair) in zip(
        model.embedding.row(mixture.from), model.embedding.row(mixture.to)
      ).enumerated() {
        stream[mixture.token, feature] =
          pair.0 * (1 - part) + pair.1 * part + model.position[mixture.token, feature]
      }
    }
    return ForwardPass(of: model, from: stream, change)
  }

  private mutating func compute() {
    scene = nil
    let pass = pass(blended: state.blendPart)
    previous = pass.logits.rowCount == self.pass.logits.rowCount ? self.pass : nil
    self.pass = pass
  }

  /// The head as a scene, with the numbers that it receives now.
  func headScene() throws(Diagnostics) -> Scene {
    try headText().scene()
  }

  func headText() -> HeadScene {
    HeadScene(model, sentence, head, receiving: pass.inputs[head.layer - 1])
  }
}

// MARK: What is done to it

extension SentenceView {
  /// Takes a word in hand.
  mutating func take(piece: Int) {
    if slots.contains(where: { $0.piece == piece }) { state.hand = piece }
  }

  /// Takes the next or previous word in hand.
  mutating func takeNext(by offset: Int) {
    guard let place = slots.firstIndex(where: { $0.piece == state.hand }) else { return }
    state.hand = slots[(place + offset + slots.count) % slots.count].piece
  }

  /// Puts another word in place of the one in hand.
  ///
  /// - Returns: false where the sentence would be longer than the model reads.
  mutating func turn(by steps: Int) -> Bool {
    guard let slot = slotInHand else { return true }
    let place = slot.options.firstIndex(of: state.pieces[slot.piece]) ?? 0
    let count = slot.options.count
    return put(slot.options[((place + steps) % count + count) % count], in: slot.piece)
  }

  mutating func restorePiece() -> Bool {
    start.indices.contains(state.hand) ? put(start[state.hand], in: state.hand) : true
  }

  private mutating func put(_ word: String, in piece: Int) -> Bool {
    var pieces = state.pieces
    pieces[piece] = word
    let text = pieces.filter { !$0.isEmpty }.joined(separator: " ")
    guard let sentence = try? model.sentence(text) else { return false }
    let before = self.sentence.words[target]
    let isSameSlot = rules.telling.contains { $0.contains(word) }
    state.pieces = pieces
    self.sentence = sentence
    slots = rules.slots(in: pieces)
    compute()
    if isSameSlot, self.sentence.words[target] != before { state.hasSwung = true }
    if state.act == .heads { measureKept() }
    return true
  }

  mutating func drag(by steps: Int) {
    state.blend = min(max(state.blend + steps, 0), SentenceState.blendSteps)
    compute()
    if let tip, state.blendPart >= tip { state.hasTipped = true }
  }

  mutating func restoreBlend() { drag(by: -state.blend) }

  mutating func bet(_ bet: SentenceState.Bet) { if state.bet == nil { state.bet = bet } }

  /// Goes to another act; each begins with all heads at work and no word mixed.
  mutating func go(to act: SentenceState.Act) {
    if act == .blend, let slot = tellingSlot, let ends = blendEnds {
      state.hand = slot.piece
      _ = put(ends.from, in: slot.piece)
    }
    state.act = act
    (state.silenced, state.blend, kept) = ([], 0, nil)
    if act == .blend { findTip() }
    compute()
    previous = nil
  }

  private mutating func findTip() {
    let first = answer(of: pass(blended: 0))
    tip = (1...SentenceState.blendSteps).lazy
      .map { Float($0) / Float(SentenceState.blendSteps) }
      .first { answer(of: pass(blended: $0)) != first }
  }

  /// Switches a head off, or on again.
  mutating func toggle(_ place: HeadPlace) {
    silence(Set(state.silenced).symmetricDifference([place]))
    if !state.tried.contains(place) { state.tried.append(place) }
  }

  mutating func silence(_ places: Set<HeadPlace>) {
    state.silenced = places.sorted()
    compute()
    measureKept()
  }

  /// Turns the telling word through all that fit, with and without the silenced heads.
  private mutating func measureKept() {
    guard !state.silenced.isEmpty, let slot = tellingSlot ?? slotInHand else {
      kept = nil
      return
    }
    let answers = slot.options.compactMap { word -> Bool? in
      var pieces = state.pieces
      pieces[slot.piece] = word
      let text = pieces.filter { !$0.isEmpty }.joined(separator: " ")
      guard let sentence = try? model.sentence(text) else { return nil }
      let whole = model.pass(over: sentence.tokens).best(1, at: sentence.asking)
      let now = model.pass(over: sentence.tokens, change).best(1, at: sentence.asking)
      return whole.first?.word == now.first?.word
    }
    kept = KeptAnswers(same: answers.count(where: \.self), asked: answers.count)
  }
}
