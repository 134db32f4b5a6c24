import Models
import Text

// What the page of a sentence says. Three lines at most: they are read between two keys.
extension SentenceView {
  package var lines: [String] {
    switch state.act {
    case .words: wordLines
    case .blend: blendLines
    case .heads: headLines
    }
  }

  private var wordLines: [String] {
    guard state.hasSwung else {
      return [
        "Who is \"\(sentence.words[asking])\"? You know at once. This small model had to learn it.",
        "Press → and watch the line.",
      ]
    }
    return [
      "Another word, and \"\(sentence.words[asking])\" looks elsewhere. Nobody wrote that rule.",
      "↓ takes another word in hand.",
      nextAct == nil ? "" : "For the next surprise, press \(key: .nextSurprise).",
    ].filter { !$0.isEmpty }
  }

  private var blendLines: [String] {
    guard let ends = blendEnds else { return [] }
    guard let bet = state.bet else {
      return [
        "Half \(ends.from), half \(ends.to)? Words are numbers inside: you can stop in between.",
        "Where on the way does the model change its mind? Bet first:",
        "1 early   2 in the middle   3 late",
      ]
    }
    guard state.hasTipped, let tip else {
      return [
        "You bet: \(bet.words).",
        "Now drag with → from \(ends.from) towards \(ends.to). Watch the line and the bar.",
      ]
    }
    let truth = SentenceState.Bet(at: tip)
    let shares = topShares.map { "\($0.word) \(NumberFormat.cell($0.weight))" }
      .joined(separator: ", ")
    return [
      "The answer changes at \(NumberFormat.cell(tip)): \(truth.words). You bet: \(bet.words).",
      "Here, at \(NumberFormat.cell(state.blendPart)), the shares are \(shares). "
        + "They always add up to 1.",
      "Which part of the model does this? Press \(key: .nextSurprise).",
    ]
  }

  /// The two largest weights, the larger one first.
  private var topShares: [(word: String, weight: Float)] {
    let weights = weights
    return weights.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }.prefix(2)
      .map { (sentence.words[$0], weights[$0]) }
  }

  private var headLines: [String] {
    let count = places.count
    let keys = (1...count).map(String.init).joined(separator: " ")
    let start = "Four parts do the work here. They are called heads."
    guard let kept else {
      return [
        count == 4 ? start : "\(count) parts do the work here. They are called heads.",
        state.tried.count > 1
          ? "Which of them can it not do without? And what do they look for?"
          : "Switch one off: \(keys). Which of them can it not do without?",
        state.tried.isEmpty ? "" : courseLine,
      ].filter { !$0.isEmpty }
    }
    let names = state.silenced.map(\.name).joined(separator: ", ")
    return [
      "Without \(names), \"\(sentence.words[asking])\" means \(answer).",
      "Of the answers for \(counted(kept.asked, "last word")), \(kept.same) stay the same.",
      state.tried.count > 1 ? courseLine : "0 switches it on again.",
    ]
  }

  private var courseLine: String {
    "How does a head find what it looks for? \(key: .beginCourse) begins the course."
  }

  /// What is said where a person's own sentence is unlike those of the training; nil where it is like them.
  package var warning: String? {
    model.isFamiliar(sentence)
      ? nil
      : "\(model.name) was trained on sentences like \"\(model.example)\" "
        + "With others it may be wrong, and nothing tells you."
  }

  /// The page in sentences, for a voice.
  package var spoken: String {
    let word = sentence.words[asking]
    let share = NumberFormat.cell(weights[target])
    return "\(sentence.text) \(word) looks at \(sentence.words[target]), \(share). "
      + "\(word) means \(answer)."
  }

  /// The weights as a table.
  package var plainText: PlainText {
    var text = PlainText(title: "what \"\(sentence.words[asking])\" looks at")
    text.columns = ["weight"]
    text.rows = zip(sentence.words, weights).map {
      PlainText.Row(label: $0, numbers: [NumberFormat.plain($1)])
    }
    return text
  }

  /// A file name from the last words of the sentence: `it-was-hungry.qkv`.
  var fileName: String {
    let words = sentence.words.dropFirst(asking).filter { $0.first?.isLetter == true }
    return (words.isEmpty ? [model.name] : Array(words)).joined(separator: "-") + ".qkv"
  }
}

extension SentenceState.Bet {
  /// As it stands behind "you bet".
  package var words: String {
    switch self {
    case .early: "early"
    case .middle: "in the middle"
    case .late: "late"
    }
  }
}
