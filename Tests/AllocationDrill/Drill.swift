import AllocationCounter
import Scenes
import Text

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Counts how often the heap is asked for memory while a scene is at work, which after the first time
/// should be never.
///
/// It wants an optimised build; without optimisation even a loop takes memory. The exit status is 1
/// where memory is taken, 2 where it cannot be counted.
@main
struct Drill {
  private var taken: [(name: String, count: Int)] = []

  static func main() throws {
    guard qkv_allocations() > 0 else { exit(2) }
    var drill = Drill()
    for operation in Operation.all where !operation.isSource {
      try drill.run(operation.name, Operation.exampleScene, formula: operation.example)
    }
    for example in Example.all {
      try drill.run(example.name, example.scene, formula: example.formula)
    }
    try drill.countGradient()
    drill.report()
  }

  /// Changes every input, and trains every input, of a scene with this formula in it.
  private mutating func run(_ name: String, _ text: String, formula: String) throws {
    // Conditions may only be watched; formulas can be trained as well.
    var scene = try Scene([SourceText(file: "drill", text: text)])
    let node = try scene.watch(SourceText(file: "drill", text: formula))
    let inputs = scene.definitions.filter { $0.isInput && scene.depends(node, on: $0.node) }
    note("\(name), changed", changing(&scene, inputs.map(\.node)))
    guard !scene.isCondition(node), !inputs.isEmpty else { return }
    let loss = try scene.watch(
      SourceText(file: "drill", text: Self.total(of: formula, scene, node)))
    note("\(name), trained", training(scene, loss, inputs.map(\.node)))
  }

  private mutating func note(_ name: String, _ count: Int) { taken.append((name, count)) }

  /// The sum of a formula's numbers, whatever its axes; what is −∞ there counts nothing.
  private static func total(of formula: String, _ scene: Scene, _ node: NodeID) -> String {
    let isFinite = scene.values(of: node).elements.allSatisfy(\.isFinite)
    let numbers = isFinite ? "(\(formula))" : "exp(\(formula))"
    return scene.axes(of: node).reduce(numbers) { text, _ in "sum(\(text))" }
  }
}

// MARK: What is counted

extension Drill {
  private func counting(_ body: () -> Void) -> Int {
    let before = qkv_allocations()
    body()
    return qkv_allocations() - before
  }

  private func changing(_ scene: inout Scene, _ inputs: [NodeID]) -> Int {
    var total = 0
    for input in inputs {
      let cell = Entry(node: input, index: 0)
      let value = scene.value(of: cell)
      scene.set(cell, to: value + 0.25)
      total += counting {
        for step in 1...10 { scene.set(cell, to: value + Float(step) / 64) }
      }
      scene.set(cell, to: value)
    }
    return total
  }

  /// Counts steps between two that a run keeps for going back, and between two at which the list of
  /// losses grows: these take memory as they should.
  private func training(_ scene: Scene, _ loss: NodeID, _ parameters: [NodeID]) -> Int {
    // So small a rate that no formula leaves the finite numbers.
    let plan = TrainingPlan(loss: loss, parameters: parameters, rate: 1e-7, steps: 4000)
    var run = Training(scene, plan)
    run.advance(3073)
    let reached = run.reached
    let count = counting { run.advance(60) }
    // A run that has stopped would count nothing.
    return run.reached == reached + 60 ? count : -1
  }

  /// A gradient takes memory for its result, one table for each matrix upstream and their list.
  private mutating func countGradient() throws {
    let example = Example.head
    var scene = try Scene([SourceText(file: "drill", text: example.scene)])
    let node = try scene.watch(SourceText(file: "drill", text: example.formula))
    let result = Entry(node: node, index: 0)
    var gradient = scene.gradient(of: result)
    let count = counting { gradient = scene.gradient(of: result) }
    note("a gradient, beyond its result", count - gradient.count - 1)
  }
}

// MARK: What it comes to

extension Drill {
  private func report() {
    let faults = taken.filter { $0.count != 0 }
    for fault in faults { print("\(fault.name): \(fault.count)") }
    print("\(taken.count) things counted, \(faults.count) of them take memory")
    exit(faults.isEmpty ? 0 : 1)
  }
}
