import Text

/// A head to be found and proved in a sentence that a seed draws.
///
/// Nothing is stored but sentences: what is true of a head is computed when it is asked.
package struct Hunt: Equatable, Sendable {
  package let model: TinyModel
  package let seed: UInt64
  /// What the sentence is about; the last proof is tried on all test sentences about it.
  package let kind: TestKind
  package let sentence: ModelSentence
  /// What the model answers with all heads at work.
  package let answer: String
  /// The token of the sentence that holds the answer.
  package let place: Int

  /// A weight that counts as looking.
  package static let leastWeight: Float = 0.6
  /// The part of all answers that has to be lost without a head that is needed.
  package static let leastLoss: Float = 0.4

  /// Nil where the model has no sentences to hunt in.
  package init?(in model: TinyModel, seed: UInt64) {
    let sentences = Self.sentences(of: model)
    guard !sentences.isEmpty else { return nil }
    // A step through the list that shares no divisor with its length meets every sentence, and
    // neighbouring seeds draw sentences that lie apart.
    let step = [7, 11, 13].first { !sentences.count.isMultiple(of: $0) } ?? 1
    let drawn = Int(seed % UInt64(sentences.count)) * step % sentences.count
    let (kind, sentence) = sentences[drawn]
    guard let found = Self.answer(of: model, sentence) else { return nil }
    self.model = model
    self.seed = seed
    self.kind = kind
    self.sentence = sentence
    (answer, place) = found
  }

  /// The test sentences of a model in which one head brings the answer from one place.
  private static func sentences(
    of model: TinyModel
  ) -> [(kind: TestKind, sentence: ModelSentence)] {
    model.testSentences.compactMap { test in
      guard test.kind.isHuntable,
        let sentence = try? model.sentence(test.words.dropFirst().joined(separator: " ")),
        answer(of: model, sentence) != nil
      else { return nil }
      return (test.kind, sentence)
    }
  }

  /// What the model answers, and the token that holds it; nil where none does, or several.
  private static func answer(
    of model: TinyModel, _ sentence: ModelSentence
  ) -> (word: String, place: Int)? {
    let best = model.pass(over: sentence.tokens).best(1, at: sentence.asking)[0].word
    let places = sentence.tokens.indices.filter {
      sentence.tokens[$0] == best && $0 != sentence.asking
    }
    return places.count == 1 ? (model.words.words[best], places[0]) : nil
  }

  /// The question, as the student gets it.
  package var question: String {
    let asker = "\"\(sentence.words[sentence.asking])\""
    return model.looksBack
      ? "After \(asker) the model says \(answer). Which head brought it from where it stands?"
      : "For \(model.name), \(asker) stands for \(answer). Which head found it?"
  }
}

/// The three things that together show what a head is for.
package enum HuntProof: String, CaseIterable, Codable, Sendable {
  case looks
  case follows
  case breaks

  package var title: String {
    switch self {
    case .looks: "it looks there"
    case .follows: "it follows when the words swap"
    case .breaks: "the answer breaks without it"
    }
  }
}

/// What came of a proof.
package struct HuntVerdict: Equatable, Codable, Sendable {
  package enum Outcome: String, Codable, Sendable {
    case passed
    case failed
    /// What was tried can show nothing, whatever the head does.
    case noProof
  }

  package let proof: HuntProof
  package let outcome: Outcome
  /// A weight, or the part of all answers that is lost; nil where nothing was measured.
  package let measured: Float?
  /// One or two sentences that say why.
  package let sentence: String
}

extension Hunt {
  /// Proof one: the head looks at the token that holds the answer.
  package func looks(_ head: HeadPlace, at token: Int) -> HuntVerdict {
    func verdict(_ outcome: HuntVerdict.Outcome, _ weight: Float?, _ text: String) -> HuntVerdict {
      HuntVerdict(proof: .looks, outcome: outcome, measured: weight, sentence: text)
    }
    guard token == place else {
      return verdict(
        .failed, nil, "The answer is \(answer), and \"\(sentence.words[token])\" does not hold it.")
    }
    let weight = weight(of: head, in: sentence, at: place)
    return verdict(
      weight >= Self.leastWeight ? .passed : .failed, weight,
      "\(head.name) looks at \"\(answer)\" with \(NumberFormat.cell(weight)).")
  }

  /// Proof two: in a sentence with another answer in another place the head looks there.
  package func follows(
    _ head: HeadPlace, in text: String
  ) throws(SentenceError) -> HuntVerdict {
    func verdict(_ outcome: HuntVerdict.Outcome, _ weight: Float?, _ text: String) -> HuntVerdict {
      HuntVerdict(proof: .follows, outcome: outcome, measured: weight, sentence: text)
    }
    let other = try model.sentence(text)
    guard other.tokens.count == sentence.tokens.count, other.asking == sentence.asking else {
      return verdict(
        .noProof, nil, "Keep the number of words and the place that asks; swap words only.")
    }
    guard let found = Self.answer(of: model, other) else {
      return verdict(
        .noProof, nil, "There the model's answer stands nowhere, or in two places: try other words."
      )
    }
    guard found.word != answer else {
      return verdict(.noProof, nil, "The answer is still \(answer): this swap shows nothing.")
    }
    guard found.place != place else {
      return verdict(
        .noProof, nil,
        "The answer is \(found.word) now, but in the same place: "
          + "a head that always looks there would pass too.")
    }
    let weights = (
      weight(of: head, in: sentence, at: place), weight(of: head, in: other, at: found.place)
    )
    let least = min(weights.0, weights.1)
    return verdict(
      least >= Self.leastWeight ? .passed : .failed, least,
      "Before, \(head.name) looks at \"\(answer)\" with \(NumberFormat.cell(weights.0)); "
        + "now the answer is \(found.word), and it looks there with "
        + "\(NumberFormat.cell(weights.1)).")
  }

  /// Proof three: without the head, answers to such sentences are lost.
  package func breaks(_ head: HeadPlace) -> HuntVerdict {
    let whole = Accuracy(of: model, about: kind)
    let without = Accuracy(of: model, HeadChange(silenced: [head]), about: kind)
    guard let before = whole[kind], let now = without[kind] else {
      preconditionFailure("a hunt is about sentences that the model was asked")
    }
    let lost = before.share - now.share
    return HuntVerdict(
      proof: .breaks, outcome: lost >= Self.leastLoss ? .passed : .failed, measured: lost,
      sentence: "Of \(before.asked) such sentences \(before.right) are right with all heads, "
        + "\(now.right) without \(head.name).")
  }

  private func weight(of head: HeadPlace, in sentence: ModelSentence, at token: Int) -> Float {
    model.pass(over: sentence.tokens).weights(of: head)[sentence.asking, token]
  }
}
