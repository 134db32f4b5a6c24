import Scenes
import Text

/// Judges formulas by what they compute: in the scene of a step, and in scenes that nobody sees.
struct FormulaJudge {
  private let task: FormulaTask
  /// The scene in which the right formula runs.
  private let scene: Scene
  private let answer: NodeID
  private let worlds: [HiddenWorld]

  /// The scene of a step, whatever formulas run in it; throws where the right formula does not run.
  init(_ task: FormulaTask, _ step: Step) throws(Diagnostics) {
    let version = try step.version(with: [task.name: task.answer])
    guard let answer = version.scene.definition(task.name)?.node else {
      preconditionFailure("a step has what its answers define")
    }
    self.task = task
    scene = version.scene
    self.answer = answer
    worlds =
      switch task.worlds {
      case .given(let worlds): worlds
      case .chosen:
        [HiddenWorld(seed: 1, sizes: [:]), HiddenWorld(seed: 2, sizes: scene.otherSizes)]
      }
  }

  /// The verdict on a formula; `hidden` are names that may not be used yet.
  func verdict(on formula: String, hidden: Set<String> = []) -> FormulaVerdict {
    var scene = scene
    let mine: NodeID
    do throws(Diagnostics) {
      mine = try scene.watch(SourceText(file: FormulaTask.file, text: formula))
    } catch {
      return Self.unreadable(error)
    }
    if let name = forbidden(in: mine, scene, hidden) { return unreadable(name, in: formula) }
    return verdict(on: mine, in: scene)
  }

  /// Where the right formula, or a named mistake, does not give numbers in a hidden scene, what is wrong there.
  func problems() -> [String] {
    var problems: [String] = []
    for world in worlds {
      guard let there = place(scene, in: world) else {
        problems.append("the scene cannot be read with \(Self.words(world.sizes))")
        continue
      }
      if there.values(of: answer).elements.contains(where: \.isNaN) {
        problems.append("the answer becomes NaN there with the seed \(world.seed)")
      }
    }
    return problems
  }

  /// The places of the named mistakes that no scene tells from the answer, or that cannot be read.
  func unnoticedMistakes() -> [Int] {
    task.mistakes.indices.filter { place in
      var scene = scene
      guard let node = try? scene.watch(task.mistakes[place].equals) else { return true }
      return difference(node, in: scene) == nil
        && scene.axes(of: node).map(\.name) == scene.axes(of: answer).map(\.name)
    }
  }
}

// MARK: What is wrong

extension FormulaJudge {
  private func verdict(on mine: NodeID, in scene: Scene) -> FormulaVerdict {
    let (yours, wanted) = (scene.axes(of: mine).map(\.name), scene.axes(of: answer).map(\.name))
    let agrees = yours == wanted
    if agrees, difference(mine, in: scene) == nil { return .right }
    if let mistake = mistake(like: mine, in: scene) { return .mistake(mistake) }
    if !agrees { return .axes(yours: yours, wanted: wanted) }
    return difference(mine, in: scene).map(FormulaVerdict.differs) ?? .right
  }

  /// The named mistake that computes the same everywhere.
  private func mistake(like mine: NodeID, in scene: Scene) -> Int? {
    task.mistakes.indices.first { place in
      var scene = scene
      guard let node = try? scene.watch(task.mistakes[place].equals),
        scene.axes(of: node) == scene.axes(of: mine)
      else { return false }
      return Self.difference(scene, mine, node, task.tolerance) == nil
        && worlds(of: scene).allSatisfy {
          Self.difference($0.scene, mine, node, task.tolerance) == nil
        }
    }
  }

  /// The first cell, in this scene or a hidden one, in which a formula computes something else.
  private func difference(_ mine: NodeID, in scene: Scene) -> FirstDifference? {
    if let cell = Self.difference(scene, mine, answer, task.tolerance) {
      return difference(at: cell, mine, in: scene, elsewhere: nil)
    }
    for (world, there) in worlds(of: scene) {
      if let cell = Self.difference(there, mine, answer, task.tolerance) {
        return difference(at: cell, mine, in: there, elsewhere: Self.words(world.sizes))
      }
    }
    return nil
  }

  private func difference(
    at cell: Int, _ mine: NodeID, in scene: Scene, elsewhere: String?
  ) -> FirstDifference {
    let entry = Entry(node: mine, index: cell)
    let operands = scene.explanation(of: entry).ranked.operands.prefix(Self.mostOperands)
    return FirstDifference(
      cell: scene.label(of: Entry(node: answer, index: cell)), value: scene.value(of: entry),
      operands: operands.map { NamedNumber(name: $0.label, value: $0.value) },
      elsewhere: elsewhere)
  }

  private static let mostOperands = 3

  /// The first cell in which two matrices of the same axes differ.
  private static func difference(
    _ scene: Scene, _ one: NodeID, _ other: NodeID, _ tolerance: Float
  ) -> Int? {
    let (ones, others) = (scene.values(of: one).elements, scene.values(of: other).elements)
    guard ones.count == others.count else { return 0 }
    return ones.indices.first { index in
      let (a, b) = (ones[index], others[index])
      // No number is near ∞, or near what is none.
      guard a.isFinite, b.isFinite else { return a != b && !(a.isNaN && b.isNaN) }
      return abs(a - b) > tolerance * max(1, abs(b))
    }
  }

  /// A name that the formula cannot use: its own, what is made from it, and what is still to be written.
  private func forbidden(in mine: NodeID, _ scene: Scene, _ hidden: Set<String>) -> String? {
    ([task.name] + hidden.sorted()).first { name in
      scene.definition(name).map { scene.depends(mine, on: $0.node) } ?? false
    }
  }

  private func unreadable(_ name: String, in formula: String) -> FormulaVerdict {
    let message =
      name == task.name
      ? "\(name) is what you define, so its formula cannot be made from it."
      : "\(name) is not there yet: it is still to be written."
    let place = formula.offset(ofWord: name)
    return .unreadable(message: message, column: place + 1)
  }

  private static func unreadable(_ problems: Diagnostics) -> FormulaVerdict {
    guard let first = problems.list.first else {
      return .unreadable(message: "This cannot be read.", column: 1)
    }
    let ending = first.message.last.map { ".?!".contains($0) } == true ? "" : "."
    let message = [first.message + ending, first.suggestion].compactMap(\.self)
      .joined(separator: " ")
    return .unreadable(message: message, column: first.location.column)
  }
}

extension String {
  /// How many characters stand before a word; 0 where it does not occur.
  fileprivate func offset(ofWord word: String) -> Int {
    let (text, word) = (Array(self), Array(word))
    guard !word.isEmpty, text.count >= word.count else { return 0 }
    return (0...text.count - word.count).first { Array(text[$0..<$0 + word.count]) == word } ?? 0
  }
}

// MARK: Hidden scenes

extension FormulaJudge {
  private func worlds(of scene: Scene) -> [(world: HiddenWorld, scene: Scene)] {
    worlds.compactMap { world in place(scene, in: world).map { (world, $0) } }
  }

  /// The scene with other sizes and other numbers; nil where it cannot be read with these sizes.
  private func place(_ scene: Scene, in world: HiddenWorld) -> Scene? {
    var there = scene
    for (axis, size) in world.sizes.sorted(by: { $0.key < $1.key }) {
      guard (try? there.resize(axis: axis, to: size)) != nil else { return nil }
    }
    var random = SplitMix(state: UInt64(bitPattern: Int64(world.seed)))
    for input in there.definitions where input.isInput && !task.kept.contains(input.name) {
      let numbers = there.values(of: input.node).elements
      let entries = numbers.indices.map { Entry(node: input.node, index: $0) }
      // What is hidden stays hidden: a mask is no number like the others.
      there.set(entries, to: numbers.map { $0.isFinite ? random.number() : $0 })
    }
    return there
  }

  /// `5 places of token, 4 of trait`.
  private static func words(_ sizes: [String: Int]) -> String {
    let parts = sizes.sorted { $0.key < $1.key }.map { "\($0.value) for \($0.key)" }
    return parts.isEmpty ? "the same sizes" : "sizes: " + parts.joined(separator: ", ")
  }
}

extension Scene {
  /// A size that no other axis has for each axis with which the scene can still be read.
  fileprivate var otherSizes: [String: Int] {
    var scene = self
    var sizes: [String: Int] = [:]
    for axis in axes {
      let taken = Set(sizes.values)
      let tried = (axis.size + 1...axis.size + 8).filter { !taken.contains($0) }.prefix(2)
      sizes[axis.name] = tried.first { (try? scene.resize(axis: axis.name, to: $0)) != nil }
    }
    return sizes
  }
}

extension SplitMix {
  /// Between −1 and 1.
  fileprivate mutating func number() -> Float {
    Float(next() >> 40) / Float(1 << 23) - 1
  }
}

extension FormulaTask {
  /// What comes of a formula in a step; `hidden` are names that are still to be written.
  package func verdict(on formula: String, in step: Step, hidden: Set<String>) -> FormulaVerdict {
    do throws(Diagnostics) {
      return try FormulaJudge(self, step).verdict(on: formula, hidden: hidden)
    } catch {
      return .unreadable(message: error.list.first?.message ?? "", column: 1)
    }
  }
}
