import Tensors
import Testing

@testable import Scenes

@Suite struct TrainingTests {
  @Test func aStepGoesAgainstTheSlope() throws {
    let scene = try valley()
    var training = try run(scene, .sgd, rate: 0.25)
    #expect(training.losses == [16])
    training.advance()
    // x = 4, slope 8, so 4 − 0.25 · 8 = 2.
    #expect(training.values == [[2]])
    #expect(training.losses == [16, 4])
  }

  @Test func theFirstStepOfAdamIsAsLongAsItsRate() throws {
    var training = try run(try valley(), .adam, rate: 0.25)
    training.advance()
    #expect(abs(training.values[0][0] - 3.75) < 1e-6)
  }

  @Test func theSceneTakesTheParametersOver() throws {
    var scene = try valley()
    var training = try run(scene, .sgd, rate: 0.25)
    training.advance(2)
    scene.take(training)
    let x = try #require(scene.definition("x")).node
    #expect(scene.values(of: x).elements == [1])
    let loss = try scene.entry(typed("loss"))
    #expect(scene.value(of: loss) == 1)
    #expect(scene.origin(of: x) == .trained)
  }

  @Test func everyStepCanBeShownAgainToTheBit() throws {
    var training = try attentionRun(steps: 400)
    var states = [training.values]
    while training.canAdvance {
      training.advance()
      states.append(training.values)
    }
    #expect(states.count == 401)
    for step in [0, 399, 1, 257, 256, 255, 400, 63, 64, 65] {
      training.go(to: step)
      #expect(training.step == step)
      #expect(training.values == states[step])
    }
    training.go(to: 1000)
    #expect(training.step == 400)
    #expect(training.losses.count == 401)
  }

  @Test func aRunIsTheSameEveryTime() throws {
    var (one, other) = (try attentionRun(steps: 100), try attentionRun(steps: 100))
    one.advance(100)
    other.advance(40)
    other.go(to: 7)
    other.advance(93)
    #expect(one == other)
    #expect(one.losses == other.losses)
  }

  @Test func theRecordStaysSmall() throws {
    var record = TrainingRecord(rates: [RateChange(step: 0, rate: 1)])
    for step in 0...100_000 where record.wantsKeyframe(step) {
      record.append(.init(step: step, parameters: [], moments: Moments(.sgd, shapes: [])))
      #expect(record.keyframeCount <= TrainingRecord.mostKeyframes)
    }
    #expect(record.keyframeCount > TrainingRecord.mostKeyframes / 3)
  }

  @Test func anotherRateHoldsFromHereOnAndForgetsWhatFollowed() throws {
    var training = try run(try valley(), .sgd, rate: 0.25)
    training.advance(3)
    training.go(to: 1)
    training.change(rate: 0.5)
    #expect(training.reached == 3)
    training.advance()
    #expect(training.reached == 2)
    #expect(training.values == [[0]])
    training.go(to: 0)
    #expect(training.rate == 0.25)
    training.advance(2)
    #expect(training.values == [[0]])
  }

  @Test func theSameRateForgetsNothing() throws {
    var training = try run(try valley(), .sgd, rate: 0.25)
    training.advance(3)
    training.go(to: 1)
    training.change(rate: 0.25)
    training.advance(2)
    #expect(training.reached == 3)
    #expect(training.losses == [16, 4, 1, 0.25])
  }

  @Test func aRateThatIsTurnedBackForgetsNothing() throws {
    var training = try run(try valley(), .sgd, rate: 0.25)
    training.advance(3)
    training.go(to: 1)
    training.change(rate: 0.5)
    training.change(rate: 0.25)
    training.advance(2)
    #expect(training.losses == [16, 4, 1, 0.25])
  }

  @Test func aRateChosenAtTheEndHoldsFromWhereverTheNextStepIsTaken() throws {
    for start in [0, 1, 2] {
      var training = try run(try valley(), .sgd, rate: 0.25, steps: 3)
      training.advance(3)
      training.change(rate: 0.5)
      #expect(!training.canAdvance)
      training.go(to: start)
      #expect(training.rate == 0.5)
      training.advance()
      // At this rate one step leads to the bottom.
      #expect(training.values == [[0]])
      #expect(training.reached == start + 1)
    }
  }

  @Test func aRateChosenWhereItHeldBeforeAnotherOneEndsTheOtherOne() throws {
    var training = try run(try valley(), .sgd, rate: 0.25, steps: 3)
    training.advance(2)
    training.change(rate: 0.125)
    training.advance()
    training.change(rate: 0.25)
    training.go(to: 0)
    training.advance(3)
    #expect(training.losses == [16, 4, 1, 0.25])
  }

  @Test func aRunEndsWhereItsConditionHolds() throws {
    var scene = try valley()
    let until = try scene.watch(typed("loss < 0.5"))
    var training = try run(scene, .sgd, rate: 0.25, until: until)
    training.advance(10)
    #expect(training.losses == [16, 4, 1, 0.25])
    #expect(training.finished == 3)
    #expect(!training.canAdvance)
    training.go(to: 1)
    #expect(training.canAdvance)
    training.change(rate: 0.125)
    training.advance()
    #expect(training.finished == nil)
  }

  @Test func aFinishedRunIsRunAnewAtAnotherRate() throws {
    var scene = try valley()
    let until = try scene.watch(typed("loss < 0.5"))
    var training = try run(scene, .sgd, rate: 0.25, until: until)
    training.advance(10)
    training.change(rate: 0.5)
    #expect(training.isOver)
    training.go(to: 0)
    training.advance(10)
    #expect(training.finished == 1)
    #expect(training.losses == [16, 0])
  }

  @Test func aRunEndsAfterItsSteps() throws {
    var training = try run(try valley(), .sgd, rate: 0.001, steps: 5)
    training.advance(10)
    #expect(training.step == 5)
    #expect(training.losses.count == 6)
  }

  @Test func aDrawIsAnotherStartAndDrawZeroIsTheText() throws {
    var scene = try Scene([
      typed("axis a = 3\nx[a] = randn(seed: 1) / 2\ny[a] = uniform(seed: 1, from: 2, to: 3)\nz = 7")
    ])
    let nodes = try ["x", "y", "z"].map { try #require(scene.definition($0)).node }
    let start = nodes.map { scene.values(of: $0).elements }
    scene.redraw(nodes, 1)
    let drawn = nodes.map { scene.values(of: $0).elements }
    #expect(zip(start[0], drawn[0]).allSatisfy { $0 != $1 })
    #expect(drawn[1].allSatisfy { (2...3).contains($0) })
    #expect(drawn[2] == [7])
    scene.redraw(nodes, 1)
    #expect(nodes.map { scene.values(of: $0).elements } == drawn)
    scene.redraw(nodes, 0)
    #expect(nodes.map { scene.values(of: $0).elements } == start)
  }

  @Test func whatWasDrawnAnewIsRandomAndNobodyChangedIt() throws {
    var scene = try Scene([typed("axis a = 2\nx[a] = randn(seed: 4)\ny[a] = [1, 2]")])
    let x = try #require(scene.definition("x")).node
    let y = try #require(scene.definition("y")).node
    scene.redraw([x, y], 3)
    #expect(scene.origin(of: x) == .random(seed: 4, draw: 3))
    #expect(scene.origin(of: y) == .handSet)
    let entry = Entry(node: x, index: 0)
    #expect(scene.explanation(of: entry).sentence.contains("seed 4, draw 3"))
    let drawn = scene
    scene.set(entry, to: 9)
    #expect(scene.origin(of: x) == .changed)
    let other = Entry(node: x, index: 1)
    #expect(scene.explanation(of: other).sentence.contains("seed 4, draw 3"))
    scene.redraw([x], 0)
    #expect(scene.origin(of: x) == .random(seed: 4))
    #expect(scene != drawn)
  }

  @Test func whatWasDrawnAnewIsDrawnForAnotherSizeToo() throws {
    var scene = try Scene([typed("axis a = 2\nx[a] = randn(seed: 4)")])
    let x = try #require(scene.definition("x")).node
    scene.redraw([x], 3)
    try scene.resize(axis: "a", to: 3)
    #expect(scene.origin(of: x) == .random(seed: 4, draw: 3))
    var other = try Scene([typed("axis a = 3\nx[a] = randn(seed: 4)")])
    other.redraw([x], 3)
    #expect(scene.values(of: x) == other.values(of: x))
  }

  @Test func whatIsTrainedFromAnotherDrawBeganThere() throws {
    var scene = try Scene([typed("axis a = 1\nx[a] = randn(seed: 4)\nloss = sum(x * x)")])
    let x = try #require(scene.definition("x")).node
    scene.redraw([x], 3)
    let start = scene.explanation(of: Entry(node: x, index: 0)).value
    var training = try run(scene, .sgd, rate: 0.25)
    training.advance()
    scene.take(training)
    let sentence = scene.explanation(of: Entry(node: x, index: 0)).sentence
    #expect(sentence == "Found by gradient descent; it began as \(start.worked).")
  }

  @Test func dependenceIsKnown() throws {
    let scene = try Scene([typed("x = 1\ny = 2\nz = x + 1")])
    let nodes = try ["x", "y", "z"].map { try #require(scene.definition($0)).node }
    #expect(scene.depends(nodes[2], on: nodes[0]))
    #expect(!scene.depends(nodes[2], on: nodes[1]))
  }
}

@Suite struct DivergenceTests {
  @Test func aStepThatLosesTheFiniteNumbersIsTakenBackAndNamed() throws {
    let scene = try Scene([
      typed("x = 4\nsquare = x * x\ngrown = exp(square)\nloss = 0.001 * grown * grown")
    ])
    var training = try run(scene, .sgd, rate: 1e-8)
    training.advance(3)
    let divergence = try #require(training.divergence)
    #expect(divergence == Divergence(step: 1, cause: .matrix("grown")))
    #expect(
      divergence.sentence
        == "Step 1 was taken back: grown would leave the finite numbers. Try a smaller rate.")
    #expect(training.step == 0)
    #expect(training.values == [[4]])
    #expect(!training.canAdvance)
    #expect(training.losses.allSatisfy { $0.isFinite })
  }

  @Test func aSmallerRateGoesOn() throws {
    var training = try run(try valley(), .sgd, rate: 3e38)
    training.advance()
    #expect(training.divergence == Divergence(step: 1, cause: .parameter("x")))
    training.change(rate: 0.25)
    #expect(training.canAdvance)
    training.advance()
    #expect(training.divergence == nil)
    #expect(training.values == [[2]])
  }

  @Test func aSlopeMayBeLostBeforeAnythingElse() throws {
    let scene = try Scene([typed("x = 0\nloss = sqrt(x)")])
    var training = try run(scene, .sgd, rate: 0.1)
    training.advance()
    #expect(training.divergence == Divergence(step: 1, cause: .slope("x")))
    #expect(training.values == [[0]])
  }

  @Test func aRunThatBeginsWithNoLossSaysWhy() throws {
    var training = try run(try Scene([typed("x = 0\nloss = log(x)")]), .sgd, rate: 0.1)
    #expect(training.divergence == Divergence(step: 0, cause: .matrix("loss")))
    #expect(
      training.divergence?.sentence == "The run cannot begin: loss is not a finite number.")
    training.change(rate: 0.01)
    training.advance()
    #expect(training.step == 0)
  }

  @Test(arguments: [
    Divergence.Cause.slope("W_q"), .parameter("W_q"), .matrix("log(weight[\"it\", \"cat\"])"),
  ])
  func aDivergenceIsSaidInFewerAndFewerWords(cause: Divergence.Cause) {
    for step in [0, 12] {
      let forms = Divergence(step: step, cause: cause).forms
      #expect(forms[0] == Divergence(step: step, cause: cause).sentence)
      #expect(zip(forms, forms.dropFirst()).allSatisfy { $0.count > $1.count })
      #expect(forms.last.map { $0.count <= 35 } == true)
    }
  }

  @Test func aMaskIsNoDivergence() throws {
    var training = try attentionRun(steps: 20)
    training.advance(20)
    #expect(training.divergence == nil)
    #expect(training.loss < training.losses[0])
  }
}

private func valley() throws -> Scene { try Scene([typed("x = 4\nloss = x * x")]) }

private func run(
  _ scene: Scene, _ optimiser: TrainingPlan.Optimiser, rate: Float, steps: Int = 1000,
  until: NodeID? = nil
) throws -> Training {
  let plan = TrainingPlan(
    loss: try #require(scene.definition("loss")).node,
    parameters: [try #require(scene.definition("x")).node], optimiser: optimiser, rate: rate,
    steps: steps, until: until)
  return Training(scene, plan)
}

/// A head that learns to look at the token before.
private func attentionRun(steps: Int) throws -> Training {
  let scene = try Scene([
    typed(
      """
      axis token = 6
      axis feature = 6
      axis trait = 4
      X[token, feature] = eye()
      W_q[feature, trait] = randn(seed: 1)
      W_k[feature, trait] = randn(seed: 2)
      target[token] = [0, 0, 1, 2, 3, 4]
      score = (X @ W_q) @ (X @ W_k).T + causal(token)
      loss = cross_entropy(softmax(score), target)
      """)
  ])
  let plan = TrainingPlan(
    loss: try #require(scene.definition("loss")).node,
    parameters: try ["W_q", "W_k"].map { try #require(scene.definition($0)).node }, rate: 0.05,
    steps: steps)
  return Training(scene, plan)
}
