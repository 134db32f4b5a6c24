import Models
import Text

// What the page of heads says in sentences.
extension HeadsView {
  /// The head's role on the test sentences, and where it looks now.
  package var headSentence: String {
    let weights = weights(of: head)
    let most = weights.placeOfLargest
    let looks =
      "\"\(sentence.words[asking])\" looks at \"\(sentence.words[most])\" "
      + NumberFormat.cell(weights[most])
    return "\(head.name)  \(roleName(of: head))    here \(looks)"
  }

  /// The most probable answer.
  package var answerSentence: String {
    let best = answers(1)[0]
    let asking = "\"\(sentence.words[self.asking])\""
    return (model.looksBack ? "after \(asking): " : "\(asking) means ")
      + "\(word(best.word)) \(NumberFormat.cell(best.probability))"
  }

  /// The name of the head's best role with its score.
  package func roleName(of place: HeadPlace) -> String {
    guard let role = scores.roles(of: place).first else { return "no kind of its own" }
    return "\(role.role.title) \(NumberFormat.cell(role.score))"
  }

  /// What the answer of another sentence becomes with what the head writes here; nil where nothing is moved.
  package var transplantSentence: String? {
    guard let transplant else { return nil }
    func told(_ chance: WordChance) -> String {
      "\(word(chance.word)) \(NumberFormat.cell(chance.probability))"
    }
    return "what \(head.name) writes here, moved into \"\(transplant.host.text)\": "
      + "\(told(transplant.after)), before \(told(transplant.before))"
  }

  /// What the head and the model could do at the step of training that is shown; nil before someone has asked.
  package var birthSentence: String? {
    guard let birth else { return nil }
    let told = (birth.roles(of: head) + birth.skills).map {
      "\($0.name) \(NumberFormat.cell($0.shares[birth.moment]))"
    }
    return "\(birth.title): " + told.joined(separator: " \u{B7} ")
  }

  /// What came of the last change: of a transplant, or else of silence.
  package var outcomeSentence: String { transplantSentence ?? costSentence }

  /// What the silenced heads cost on the test sentences, or how to find out.
  package var costSentence: String {
    guard !state.silenced.isEmpty else { return "all heads write; silence one to see who notices" }
    let names = state.silenced.sorted().map(\.name).joined(separator: ", ")
    let costs = costs.map { cost in
      "\(NumberFormat.cell(cost.now.share)) of \(cost.kind.plural) right, before \(NumberFormat.cell(cost.whole.share))"
    }
    return "without \(names): " + costs.joined(separator: " · ")
  }
}
