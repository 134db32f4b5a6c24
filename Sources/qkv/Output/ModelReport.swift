import Models
import Tensors
import Text

/// What a model makes of a sentence, ready to be printed.
struct ModelReport {
  let model: TinyModel
  let sentence: ModelSentence
  let change: HeadChange
  let pass: ForwardPass
  let scores: RoleScores
  let top: [WordChance]

  private static let mostAnswers = 5

  init(_ model: TinyModel, _ sentence: ModelSentence, _ change: HeadChange) {
    self.model = model
    self.sentence = sentence
    self.change = change
    pass = model.pass(over: sentence.tokens, change)
    scores = RoleScores(of: model)
    top = pass.best(Self.mostAnswers, at: sentence.asking)
  }

  /// What lifts the best answer over the second best, head by head.
  private var parts: LogitParts {
    LogitParts(of: pass, in: model, at: sentence.asking, for: top[0].word, over: top[1].word)
  }

  private func word(_ chance: WordChance) -> String { model.words.words[chance.word] }

  // MARK: JSON

  var json: JSON {
    [
      "family": .string("attention only"),
      "layers": .integer(model.layerCount),
      "heads": .integer(model.headCount),
      "tokens": .strings(sentence.words),
      "ids": .integers(sentence.tokens),
      "asking": .integer(sentence.asking),
      "silenced": .strings(change.silenced.sorted().map(\.name)),
      "top": .array(top.map { json(of: $0) }),
      "parts": json(of: parts),
      "roles": .array(model.places.flatMap(roles)),
    ]
  }

  private func json(of chance: WordChance) -> JSON {
    [
      "token": .string(word(chance)), "logit": .number(chance.logit),
      "probability": .number(chance.probability),
    ]
  }

  private func json(of parts: LogitParts) -> JSON {
    let heads = parts.heads.map { head -> JSON in
      [
        "layer": .integer(head.place.layer), "head": .integer(head.place.head),
        "part": .number(head.part),
      ]
    }
    return [
      "for": .string(word(top[0])), "over": .string(word(top[1])),
      "words": .number(parts.words), "heads": .array(heads), "sum": .number(parts.sum),
    ]
  }

  private func roles(of place: HeadPlace) -> [JSON] {
    scores.roles(of: place).map { scored -> JSON in
      [
        "layer": .integer(place.layer), "head": .integer(place.head),
        "role": .string(scored.role.rawValue), "score": .number(scored.score),
      ]
    }
  }

  // MARK: Text

  var text: String {
    let names = change.silenced.sorted().map(\.name).joined(separator: ", ")
    let silenced = names.isEmpty ? "" : ", without \(names)"
    let title =
      "\(model.name), \(model.layerCount) layers × \(model.headCount) heads of attention and nothing else"
      + silenced
    return [title + "\n" + sentence.text, answer, heads].joined(separator: "\n\n")
  }

  private var answer: String {
    let asking = sentence.words[sentence.asking].inQuotes
    let verb = model.looksBack ? "after \(asking)" : "\(asking) means"
    let rows = top.enumerated().map { number, chance in
      [number == 0 ? verb : "", word(chance), NumberFormat.cell(chance.probability)]
    }
    return Columns(rows).lines.joined(separator: "\n")
  }

  private var heads: String {
    let parts = parts
    let titles = [
      "head", "looks at", "", "role on test sentences", "",
      "part of \(word(top[0])) over \(word(top[1]))",
    ]
    let rows = zip(model.places, parts.heads).map { place, part in
      row(place) + [NumberFormat.cell(part.part)]
    }
    let sums = [
      ["", "", "", "", "the word itself", NumberFormat.cell(parts.words)],
      ["", "", "", "", "together", NumberFormat.cell(parts.sum)],
    ]
    return Columns([titles] + rows + sums).lines.joined(separator: "\n")
  }

  private func row(_ place: HeadPlace) -> [String] {
    let weights = Array(pass.weights(of: place).row(sentence.asking))
    let most = weights.indices.max { (weights[$0], $1) < (weights[$1], $0) } ?? 0
    let role = scores.roles(of: place).first
    return [
      place.name, sentence.words[most].inQuotes, NumberFormat.cell(weights[most]),
      role?.role.title ?? "no kind of its own", role.map { NumberFormat.cell($0.score) } ?? "",
    ]
  }
}

/// The words of a model, and what each of its heads does on the test sentences.
struct ModelListing {
  let model: TinyModel
  let scores: RoleScores
  let accuracy: Accuracy
  let without: [(place: HeadPlace, accuracy: Accuracy)]

  init(_ model: TinyModel) {
    self.model = model
    scores = RoleScores(of: model)
    accuracy = Accuracy(of: model)
    without = model.places.map { ($0, Accuracy(of: model, HeadChange(silenced: [$0]))) }
  }

  var json: JSON {
    [
      "words": .strings(model.words.words),
      "accuracy": shares(accuracy),
      "heads": .array(without.map { json(of: $0.place, without: $0.accuracy) }),
    ]
  }

  private func json(of place: HeadPlace, without accuracy: Accuracy) -> JSON {
    let roles = HeadRole.allCases.compactMap { role in
      scores.score(of: role, at: place).map {
        JSON.Member(key: role.rawValue, value: .number($0))
      }
    }
    return [
      "layer": .integer(place.layer), "head": .integer(place.head), "roles": .object(roles),
      "without": shares(accuracy),
    ]
  }

  private func shares(_ accuracy: Accuracy) -> JSON {
    .object(
      accuracy.kinds.compactMap { kind in
        accuracy[kind].map { JSON.Member(key: kind.rawValue, value: .number($0.share)) }
      })
  }

  var text: String {
    let kinds = accuracy.kinds
    let titles = ["head", "role", ""] + kinds.map { "right \($0.plural)" }
    let rows =
      [row("all", nil, accuracy)]
      + without.map { place, accuracy in row("without \(place.name)", place, accuracy) }
    return (["words"] + words + ["", "on the test sentences"] + Columns([titles] + rows).lines)
      .joined(separator: "\n")
  }

  private func row(_ name: String, _ place: HeadPlace?, _ accuracy: Accuracy) -> [String] {
    let role = place.flatMap { scores.roles(of: $0).first }
    return [name, role?.role.title ?? "", role.map { NumberFormat.cell($0.score) } ?? ""]
      + accuracy.kinds.map { accuracy[$0].map { NumberFormat.cell($0.share) } ?? "" }
  }

  /// Words that share a place stand in one line.
  private var words: [String] {
    let grouped = Set(model.words.groups.joined())
    let others = model.words.words.filter { !grouped.contains($0) }
    return (model.words.groups + [others]).filter { !$0.isEmpty }
      .map { "  " + $0.joined(separator: " ") }
  }
}

extension String {
  fileprivate var inQuotes: String { "\"\(self)\"" }
}
