import Scenes
import Text

/// A wrong formula that people use, and what to say to the number that it gives.
package struct Mistake: Equatable, Sendable {
  /// What it computes.
  package let formula: NodeID
  /// The formula as the author wrote it.
  package let text: String
  /// What whoever uses it believes, where the author names that.
  package let misconception: MisconceptionReference?
  /// The reply.
  package let say: [MarkdownBlock]
  package let location: SourceLocation
}

/// A misconception by the id under which `misconceptions.yml` lists it.
package struct MisconceptionReference: Equatable, Sendable {
  package let id: String
  let location: SourceLocation
}

/// The keys of an entry under `mistakes`.
enum MistakeKey: String, CaseIterable {
  case equals
  case misconception
  case say

  static let table = MappingKeys(
    owner: "mistake", keys: allCases.map(\.rawValue), required: [equals.rawValue])
}

/// The keys of a reply to one wrong option.
enum WrongKey: String, CaseIterable {
  case say
  case misconception

  static let table = MappingKeys(
    owner: "reply", keys: allCases.map(\.rawValue), required: [say.rawValue])
}

extension StepReader {
  /// Reads `mistakes`: wrong formulas, each with its reply.
  mutating func mistakes(_ fields: CheckedMapping) -> [Mistake] {
    let list = fields.list("mistakes", &report) ?? []
    return list.compactMap { mistake($0) }
  }

  private mutating func mistake(_ value: YAMLValue) -> Mistake? {
    let here = Fragment(bytes: [], start: value.start)
    guard let fields = CheckedMapping(value, MistakeKey.table, at: here, &report) else {
      return nil
    }
    let say = reply(MistakeKey.say.rawValue, fields)
    let misconception = misconception(fields)
    guard let text = fields.text(MistakeKey.equals.rawValue, &report), let node = scalar(text)
    else { return nil }
    return Mistake(
      formula: node, text: text.text.onOneLine, misconception: misconception, say: say,
      location: report.source.location(at: text.start))
  }

  /// Reads the id of a misconception, where there is one.
  mutating func misconception(_ fields: CheckedMapping) -> MisconceptionReference? {
    guard let id = fields.optionalText(MistakeKey.misconception.rawValue, &report) else {
      return nil
    }
    guard id.isName else {
      report.add(.frame(.badName(id.text, what: "id of a misconception")), at: id)
      return nil
    }
    return MisconceptionReference(
      id: id.text, location: report.source.location(at: id.start))
  }
}

// MARK: What an answer shows

extension Question {
  /// The place of the known mistake that gives the number typed; nil where none does.
  ///
  /// A number that is asked about the start of the step is wrong by formulas of that scene, one that is
  /// asked about what comes of the reveal by formulas of the scene after it.
  package func mistake(behind guess: Guess, start: Scene, after: Scene) -> Int? {
    guard case .number(let number) = guess, let tolerance = answer.tolerance else { return nil }
    let scene = answer.isOfStart ? start : after
    let misses = mistakes.map { abs(scene.number(of: $0.formula) - number) }
    let near = misses.indices.filter { misses[$0] <= tolerance }
    return near.min { misses[$0] < misses[$1] }
  }

  /// The id of the misconception that a wrong answer shows; of a formula its verdict tells.
  package func misconception(
    behind guess: Guess, mistake: Int?, _ verdict: FormulaVerdict? = nil
  ) -> String? {
    if case .mistake(let place)? = verdict, let task = formula,
      task.mistakes.indices.contains(place)
    {
      return task.mistakes[place].misconception
    }
    if let mistake, mistakes.indices.contains(mistake) {
      return mistakes[mistake].misconception?.id
    }
    guard case .option(let place) = guess, options.indices.contains(place) else { return nil }
    return options[place].misconception?.id
  }

  /// Every misconception that it names.
  var misconceptions: [MisconceptionReference] {
    mistakes.compactMap(\.misconception) + options.compactMap(\.misconception)
  }
}

extension Answer {
  /// How far a number may be off.
  fileprivate var tolerance: Float? {
    switch self {
    case .number(_, let tolerance), .value(_, let tolerance), .startValue(_, let tolerance):
      tolerance
    case .option, .grows, .largest, .sign, .order, .formula: nil
    }
  }

  /// Whether it is asked about the scene with which the step begins, whatever was dragged since.
  package var isOfStart: Bool {
    switch self {
    case .number, .startValue: true
    case .option, .grows, .largest, .value, .sign, .order, .formula: false
    }
  }
}

extension Scene {
  /// The number of a matrix that is a single one.
  func number(of node: NodeID) -> Float { values(of: node).elements.first ?? .nan }
}
