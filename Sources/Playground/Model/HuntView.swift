import Models
import Text

/// What someone has claimed of a head in a hunt; small, and enough to show it again.
package struct HuntState: Equatable, Codable, Sendable {
  package let model: String
  package let seed: UInt64
  package internal(set) var head: HeadPlace
  /// The sentence with other words, as it was last typed.
  package internal(set) var swap: String?
  /// What came of the proofs that were given for this head.
  package internal(set) var verdicts: [HuntVerdict] = []
}

/// The hunt for a head: a sentence, the lines of the head in hand, and the proofs given for it.
package struct HuntView: Equatable, Sendable {
  package let hunt: Hunt
  package private(set) var state: HuntState
  /// The sentence as it was drawn.
  package let drawn: Reading
  /// The sentence with other words.
  package private(set) var swapped: Reading?

  /// A sentence, and everything that the model computes for it.
  package struct Reading: Equatable, Sendable {
    package let sentence: ModelSentence
    package let pass: ForwardPass

    init(_ sentence: ModelSentence, by model: TinyModel) {
      self.sentence = sentence
      pass = model.pass(over: sentence.tokens)
    }

    /// What the head looks at when the token that asks asks.
    package func weights(of head: HeadPlace) -> [Float] {
      Array(pass.weights(of: head).row(sentence.asking))
    }
  }

  package init(_ hunt: Hunt) {
    self.hunt = hunt
    drawn = Reading(hunt.sentence, by: hunt.model)
    state = HuntState(
      model: hunt.model.name, seed: hunt.seed, head: HeadPlace(layer: 1, head: 1))
  }

  package var model: TinyModel { hunt.model }
  package var head: HeadPlace { state.head }

  package func verdict(of proof: HuntProof) -> HuntVerdict? {
    state.verdicts.first { $0.proof == proof }
  }

  /// Whether all three proofs hold for the head in hand.
  package var isProved: Bool {
    HuntProof.allCases.allSatisfy { verdict(of: $0)?.outcome == .passed }
  }

  /// The token that the head in hand looks at most.
  package var target: Int { drawn.weights(of: head).placeOfLargest }
}

extension HuntView {
  mutating func move(_ direction: Direction) {
    select(state.head.moved(direction, in: model))
  }

  /// Takes another head in hand; what was proved of the one before says nothing of it.
  mutating func select(_ place: HeadPlace) {
    guard model.places.contains(place), place != state.head else { return }
    state.head = place
    state.verdicts = []
  }

  /// The first proof: what the head looks at most is what holds the answer.
  mutating func proveLooking() { keep(hunt.looks(head, at: target)) }

  /// The second: it does so too in the sentence with other words.
  mutating func proveFollowing(in text: String) throws(SentenceError) {
    let verdict = try hunt.follows(head, in: text)
    let sentence = try model.sentence(text)
    state.swap = sentence.text
    swapped = Reading(sentence, by: model)
    keep(verdict)
  }

  /// The third: without it answers are lost.
  mutating func proveBreaking() { keep(hunt.breaks(head)) }

  private mutating func keep(_ verdict: HuntVerdict) {
    state.verdicts.removeAll { $0.proof == verdict.proof }
    state.verdicts.append(verdict)
  }
}

extension HeadPlace {
  /// The head beside, or in the layer above or below; at the edge it stays.
  func moved(_ direction: Direction, in model: TinyModel) -> HeadPlace {
    var (layer, head) = (layer, head)
    switch direction {
    case .up: layer = max(layer - 1, 1)
    case .down: layer = min(layer + 1, model.layerCount)
    case .left: head = max(head - 1, 1)
    case .right: head = min(head + 1, model.headCount)
    }
    return HeadPlace(layer: layer, head: head)
  }
}
