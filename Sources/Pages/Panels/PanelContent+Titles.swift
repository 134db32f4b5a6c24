import Lessons
import Playground
import Scenes
import Terminal

extension PanelContent {
  /// `weight = softmax(Q·Kᵀ / √d)`: the name in its colour, then how it is made.
  var title: Line { sideMark + ownTitle }

  private var ownTitle: Line {
    if let name = panel.options.name { return Line(name, .bright, bold: true) }
    if panel.scalar != nil { return derivativeTitle }
    guard let name else { return Formula(panel.subjectTexts[0], appearance).line }
    let lead = Span(name, RoleOfName.role(of: name) ?? .bright, bold: true)
    guard !isNamedInput, !stepState.isToBeWritten(name), let definition = scene.definition(name)
    else { return [lead] }
    return [lead, Span(" = ", .dim)] + Formula(definition.formula, appearance).line
  }

  private var isNamedInput: Bool { name != nil && scene.isInput(node) }

  /// `∂ weight["it","cat"] / ∂ X`: what is moved, and by what.
  private var derivativeTitle: Line {
    let partial = Span(appearance.symbols.partial + " ", .dim)
    let name = scene.text(of: node)
    let input = Span(name, RoleOfName.role(of: name) ?? .bright, bold: true)
    return [partial] + Formula(panel.subjectTexts[0], appearance).line
      + [Span(" / ", .dim), partial, input]
  }

  /// The axes of an input, which no formula tells.
  var axesCaption: Line {
    guard isNamedInput else { return [] }
    return Line(axes.map(\.name).joined(separator: " \(appearance.symbols.times) "), .dim)
  }

  /// What the author says, where the weights come from.
  var captions: [Line] {
    var texts: [String] = []
    if isNamedInput, panel.scalar == nil {
      texts.append(isInTraining ? "changing now" : origin.text)
    }
    if let stackLabel { texts.append(stackLabel) }
    if let caption = panel.caption, caption != Origin.handSet.text { texts.append(caption) }
    return texts.map { Line($0, .dim) }
  }

  /// Where an input's numbers come from; those that a question has set are set by hand, not by the student.
  private var origin: Origin {
    let origin = scene.origin(of: node)
    let isAtStart = scene.values(of: node) == stepState.start.values(of: node)
    return origin == .changed && isAtStart ? .handSet : origin
  }

  /// Which page of a stack is in front.
  private var stackLabel: String? {
    guard axes.count > 2 else { return nil }
    let stacks = Array(axes.dropLast(2))
    let places = stacks.places(of: stepState.cursor(of: index).stack)
    return zip(stacks, places).map { "\($0.name) \(written($1, on: $0))" }.joined(separator: ", ")
  }

  /// A caption in front, as bars and pictures wear it.
  var heading: Line {
    if let name = panel.options.name { return Line(name, .bright, bold: true) }
    return Formula(panel.subjectTexts.joined(separator: ", "), appearance).line
  }

  /// What stands first on a panel of bars or arrows: what the author says, else what is shown.
  var headline: Line {
    sideMark + (panel.caption.map { Line($0, .bright, bold: true) } ?? heading.emphasized)
  }

  var captionLine: [Line] { panel.caption.map { [Line($0, .dim)] } ?? [] }
}

extension Origin {
  /// Where weights come from, as their title says it.
  var text: String {
    switch self {
    case .handSet: "hand-set"
    case .random(let seed, 0): "random, seed \(seed)"
    case .random(let seed, let draw): "random, seed \(seed), draw \(draw)"
    case .constant: "by rule"
    case .computed: "computed"
    case .learned(let model): "trained, \(model)"
    case .trained: "trained"
    case .changed: "changed by you"
    }
  }
}
