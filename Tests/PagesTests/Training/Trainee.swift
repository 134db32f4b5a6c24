import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

extension Student {
  mutating func tick(_ count: Int) {
    for _ in 0..<count { send(.tick) }
  }

  var stepsAPicture: Int { get throws { RunPace(speed: try stepState.speed).steps } }
  var step: Int { get throws { try #require(stepState.run).training.step } }
  var rate: Float { get throws { try #require(stepState.run).training.rate } }
  var loss: Entry {
    get throws { try stepState.step.scene.entry(SourceText(file: "test", text: "loss")) }
  }
}

/// A student on a step of a lesson that trains.
func trainee(on step: String = "noise", size: Size = .comfortable) throws -> Student {
  try Student(reading: Lesson.load(text: runLesson, file: "runs.md"), on: step, size: size)
}

private let runLesson = """
  ---
  qkv: 1
  id: runs
  title: Runs
  summary: Something to train.
  minutes: 5
  ---

  ```qkv scene
  axis token   = the cat drank it
  axis feature = noun verb pronoun other
  axis trait   = 2
  X[token, feature] = [
    [0, 0, 0, 1],
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 0],
  ]
  W_q[feature, trait] = randn(seed: 1)
  W_k[feature, trait] = randn(seed: 2)
  weight = softmax((X @ W_q) @ (X @ W_k).T)
  loss   = -log(weight["it", "cat"])
  ```

  ## From noise {#noise}

  Nobody tells the matrices how.

  ```qkv show
  matrix weight row="it" | matrix W_q | matrix W_k
  ```

  ```qkv train look
  loss: loss
  parameters: [W_q, W_k]
  rate: 0.01
  steps: 300
  until: weight["it", "cat"] > 0.9
  success: It has found the cat.
  ```

  ## Other noise {#seeded}

  ```qkv show
  matrix W_q
  ```

  ```qkv train look
  loss: loss
  parameters: [W_q, W_k]
  rate: 0.01
  steps: 300
  seed: 2
  until: weight["it", "cat"] > 0.9
  ```

  ## A guess first {#guess}

  ```qkv scene
  axis one = a
  x[one] = [2]
  loss = sum(x * x)
  ```

  ```qkv show
  matrix x
  ```

  ```qkv predict where
  ask: Where does it end?
  options: [at 0, at 1]
  right: 1
  explain: At the bottom.
  ```

  ```qkv train down
  loss: loss
  parameters: x
  rate: 0.01
  steps: 50
  ```

  ## Steep {#steep}

  ```qkv scene
  axis one = a
  x[one] = [2]
  square_of_the_distance = x * x
  loss = sum(square_of_the_distance * square_of_the_distance)
  ```

  ```qkv show
  matrix x
  ```

  ```qkv train slide
  loss: loss
  parameters: x
  optimiser: sgd
  rate: 0.0001
  steps: 5
  until: loss < 1 and sum(square_of_the_distance) < 1 and sum(square_of_the_distance) > 0
  solution: 0.02
  ```

  ## A valley {#valley}

  ```qkv scene
  axis one = a
  x[one] = [2]
  loss = sum(x * x * x * x)
  ```

  ```qkv show
  matrix x
  ```

  ```qkv train down
  loss: loss
  parameters: x
  optimiser: sgd
  rate: 0.01
  steps: 50
  ```

  """
