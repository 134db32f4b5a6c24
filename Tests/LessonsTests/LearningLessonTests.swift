import Foundation
import Scenes
import Testing
import Text

@testable import Lessons

/// What the lesson `learning` says beyond the runs that `qkv check` takes: other rates, other noise.
@Suite struct LearningLessonTests {
  @Test(arguments: 0...8)
  func oneSentenceTeachesNounsWhateverTheNoise(draw: Int) throws {
    let trained = try trained("bond", draw: draw)
    #expect(try trained.number("weight[\"it\",\"cat\"] - 0.98") > 0)
    #expect(try trained.number("bond[\"pronoun\",\"noun\"] - bond[\"pronoun\",\"animal\"]") > 0)
  }

  @Test(arguments: 0...8)
  func milkTeachesAnimalsWhateverTheNoise(draw: Int) throws {
    let trained = try trained("milk", draw: draw)
    #expect(try trained.number("fresh[\"it\",\"dog\"] - 0.975") >= 0)
    #expect(try trained.number("bond[\"pronoun\",\"animal\"] - bond[\"pronoun\",\"noun\"]") > 0)
  }

  @Test func oneStepByTheFormulasOfTheLessonIsOneStepOfTheRun() throws {
    let step = try step("rate")
    for rate: Float in [0.1, 1, 1.5, 10] {
      var scene = step.scene
      try scene.apply(try scene.assignment(typed("rate = \(rate)")))
      var run = try #require(step.training).run(from: step.scene)
      run.change(rate: rate)
      run.advance()
      #expect(abs(try scene.number("after") - run.losses[1]) < 1e-4 * run.losses[1])
    }
  }

  @Test func theWrittenRateCrawlsTheSolutionArrivesAndTenTimesThatBreaksOff() throws {
    let step = try step("rate")
    let task = try #require(step.training)
    var (slow, fast) = (task.run(from: step.scene), task.run(from: step.scene))
    fast.change(rate: 10)
    slow.advance(task.plan.steps)
    fast.advance(task.plan.steps)
    #expect(slow.reached == task.plan.steps)
    #expect(!task.isDone(slow))
    #expect(task.solved(from: step.scene).finished == 8)
    #expect(fast.divergence?.step == 2)
    #expect(fast.losses.allSatisfy { $0.isFinite })
  }

  @Test(arguments: 0...4)
  func twoHeadsSplitTheWorkWhateverTheNoise(draw: Int) throws {
    let trained = try trained("heads", draw: draw, until: false)
    for noise in "abcdef" {
      let shares = try ["first", "second"].map { head in
        try ["cat", "drank"].map { job in
          try trained.number("weight[\"\(noise)\",\"\(head)\",\"it\",\"\(job)\"]")
        }
      }
      let straight = min(shares[0][0], shares[1][1])
      let crossed = min(shares[0][1], shares[1][0])
      #expect(max(straight, crossed) > 0.9, "draw \(draw), noise \(noise): \(shares)")
    }
  }

  /// The scene of a step after its run, from another draw of its noise.
  private func trained(_ id: String, draw: Int, until: Bool = true) throws -> Scene {
    let step = try step(id)
    let task = try #require(step.training)
    var scene = step.scene
    scene.redraw(task.plan.parameters, draw)
    var run = task.run(from: scene)
    run.advance(task.plan.steps)
    if until { #expect(task.isDone(run)) }
    scene.take(run)
    return scene
  }

  private func step(_ id: String) throws -> Step {
    let library = Library(directory: shipped, weights: shippedModels)
    return try #require(try library.lesson("learning").steps.first { $0.id == id })
  }
}

extension Scene {
  /// The value of a scalar expression.
  fileprivate func number(_ text: String) throws -> Float {
    var scene = self
    let node = try scene.watch(typed(text))
    return scene.values(of: node).elements[0]
  }
}

private func typed(_ text: String) -> SourceText { SourceText(file: "test", text: text) }

private let shipped = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().appending(path: "lessons").path
