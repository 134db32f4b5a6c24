import Lessons
import Scenes
import Tensors

extension StepState {
  /// The number whose slopes can be shown beside the sliders: the one in hand, else the one that is
  /// shown already, or what the goal is about.
  package var slopeCandidate: Entry? {
    guard !step.sliders.isEmpty else { return nil }
    return computedInHand ?? slopedNow ?? goalNumber
  }

  /// The formula's cell under the cursor of a panel.
  private var computedInHand: Entry? {
    guard case .panel(let index) = focus else { return nil }
    if let scalar = panels[index].scalar { return Entry(node: scalar, index: 0) }
    return entryInHand.flatMap { scene.isInput($0.node) ? nil : $0 }
  }

  private var goalNumber: Entry? {
    let goal = step.goals.first { reachedGoals[$0.id] == nil } ?? step.goals.first
    return goal?.parts.lazy.compactMap { $0.measured }.first.map { Entry(node: $0, index: 0) }
  }

  /// The number whose slopes are shown, while it is there and not veiled.
  package var slopedNow: Entry? {
    guard let sloped, sloped.index < scene.values(of: sloped.node).count else { return nil }
    return isVeiled(sloped) ? nil : sloped
  }

  /// ∂ number / ∂ slider for each slider of the step; nil for what jumps: sizes, lists and labels.
  package func slopes(of number: Entry) -> [Float?] {
    let gradient = scene.gradient(of: number)
    return step.sliders.map { slider in
      guard slider.domain.isContinuous, let parts = target(of: slider)?.slopes(in: scene) else {
        return nil
      }
      return parts.reduce(0) { sum, part in
        sum + part.slope * (gradient[part.entry.node]?.elements[part.entry.index] ?? 0)
      }
    }
  }

  /// The numbers that a panel shows: a matrix, or how each of its cells moves a number.
  package func values(of panel: Panel) -> Tensor { panel.values(in: scene) }
}

extension Panel {
  /// The matrix whose rows and columns the panel has.
  package var table: NodeID { options.over ?? subjects[0] }

  /// The number whose derivatives the panel shows, if it shows derivatives.
  package var scalar: NodeID? { options.over == nil ? nil : subjects[0] }

  /// What it shows, in words.
  package func title(in scene: Scene) -> String {
    let subjects = subjectTexts.joined(separator: ", ")
    return scalar == nil ? subjects : "∂ \(subjects) / ∂ \(scene.text(of: table))"
  }

  /// Its numbers in a scene; in the shape of `table`.
  package func values(in scene: Scene) -> Tensor {
    let values = scene.values(of: table)
    guard let scalar else { return values }
    return scene.gradient(of: Entry(node: scalar, index: 0))[table]
      ?? Tensor(shape: values.shape, repeating: 0)
  }
}

extension Model {
  /// Shows beside each slider how much it moves a number, or leaves that away again.
  package mutating func toggleSlopes() {
    guard let stepState = session?.stepState else { return }
    if let obstacle = stepState.obstacleToDragging {
      notice = Notice(text: obstacle)
    } else if stepState.step.sliders.isEmpty {
      notice = Notice(text: "there are no sliders here")
    } else if let number = stepState.slopeCandidate, number != stepState.sloped {
      showSlopes(of: number, on: stepState)
    } else if stepState.sloped != nil {
      session?.stepState.sloped = nil
    } else {
      notice = Notice(
        text: "choose a computed number first: \(key: .nextPart) to a panel, arrows to a cell")
    }
  }

  private mutating func showSlopes(of number: Entry, on stepState: StepState) {
    guard !stepState.isVeiled(number) else {
      notice = Notice(text: "hidden until you answer: this number tells what the question asks")
      return
    }
    session?.stepState.sloped = number
    let label = stepState.scene.label(of: stepState.scene.source(of: number))
    notice = Notice(text: "∂: by how much \(label) moves with each slider; \(key: .slopes) ends it")
  }
}
