import Lessons
import Scenes
import Terminal
import Testing
import Text

@testable import Pages
@testable import Playground

/// Panels that show a stack: as lines, or table beside table.
@Suite struct StackPanelTests {
  @Test func aFlowSpeaksOfTheQueryInHand() throws {
    var student = try student(on: "flow")
    #expect(student.page.contains("▸it"))
    try student.press("1 up")
    #expect(student.page.contains("▸cat"))
    let weight = try student.value("weight[0,\"cat\",\"the\"]")
    let row = try #require(student.rows.first { $0.hasSuffix(" the") })
    #expect(row.contains(" \(NumberFormat.cell(weight)) the"))
    #expect(student.page.contains("1.00 Σ"))
  }

  @Test func theNextTableOfAStackIsAKeyAway() throws {
    var student = try student(on: "flow")
    try student.press("1 ]")
    let weight = try student.value("weight[1,\"it\",\"cat\"]")
    #expect(student.page.contains(" \(NumberFormat.cell(weight)) cat"))
    #expect(student.page.contains("head 1"))
  }

  @Test func aFlowMayHaveMoreKeysThanQueries() throws {
    let page = try student(on: "cross").page
    for word in ["le", "chat", "the", "cat", "it"] { #expect(page.contains(word)) }
  }

  @Test func everyTableOfAStackStandsBesideTheOthers() throws {
    let student = try student(on: "each")
    for head in 0..<2 {
      #expect(student.page.contains("head \(head)"))
      let weight = try student.value("weight[\(head),\"it\",\"cat\"]")
      #expect(student.rows.contains { $0.contains(NumberFormat.cell(weight)) })
    }
  }

  @Test func theKeysGoFromTableToTable() throws {
    var student = try student(on: "each")
    try student.press("1 ] down right")
    #expect(try student.stepState.cursor(of: 0).stack == 1)
    let entry = try #require(try student.stepState.entryInHand)
    let stepState = try student.stepState
    #expect(stepState.scene.label(of: entry) == "weight[1,\"it\",\"cat\"]")
  }

  @Test func aClickChoosesTheTableAndTheCell() throws {
    var student = try student(on: "each")
    try student.press("1 ]")
    let board = try student.board
    let place = try #require(board.cursor(of: 0))
    try student.press("]")
    #expect(try student.stepState.cursor(of: 0).stack == 0)
    student.send(.mouse(place, .press))
    #expect(try student.stepState.cursor(of: 0).stack == 1)
  }

  @Test func aRunThroughAStackLeavesTheOtherAxesAlone() throws {
    let axes = [("layer", 2), ("head", 3), ("q", 4), ("k", 5)].map { Axis(name: $0, size: $1) }
    #expect(StackRun(along: ["head"], of: axes, through: 4)?.pages == [3, 4, 5])
    #expect(StackRun(along: ["layer"], of: axes, through: 4)?.pages == [1, 4])
    #expect(StackRun(along: ["layer"], of: axes, through: 4)?.place == 1)
    #expect(StackRun(along: ["q"], of: axes, through: 4) == nil)
  }

  @Test func twoAxesMakeRowsAndColumnsInTheOrderTheyAreNamed() throws {
    let axes = [("layer", 2), ("head", 3), ("q", 4), ("k", 5)].map { Axis(name: $0, size: $1) }
    let run = try #require(StackRun(along: ["layer", "head"], of: axes, through: 4))
    #expect(run.pages == [0, 1, 2, 3, 4, 5])
    #expect(run.place == 4 && run.rowLength == 3)
    let turned = try #require(StackRun(along: ["head", "layer"], of: axes, through: 4))
    #expect(turned.pages == [0, 3, 1, 4, 2, 5])
    #expect(turned.place == 3 && turned.rowLength == 2)
  }

  @Test(arguments: ["matrix", "flow"])
  func aGridHasARowForEachLayer(kind: String) throws {
    let text = stackText.replacing(
      "flow across", with: "\(kind) deep each=layer,head row=\"it\"")
    let student = try Student(
      reading: Lesson.load(text: text, file: "stack.md"), on: "cross", size: .comfortable)
    let rows = student.rows
    let first = try #require(rows.firstIndex { $0.contains("layer 0") && $0.contains("head 0") })
    #expect(rows[first].contains("head 1"))
    let second = try #require(rows.firstIndex { $0.contains("layer 1") && $0.contains("head 0") })
    #expect(rows[second].contains("head 1") && second > first)
    let widget = try #require(try student.board.widget(of: 0))
    #expect(widget.cursor(in: Rect(.comfortable), appearance: student.appearance) == nil)
  }

  @Test func aFlowOfAStackStandsBesideTheOthersAndIsChosenByAClick() throws {
    let text = stackText.replacing("flow across", with: "flow weight each=head row=\"it\"")
    var student = try Student(
      reading: Lesson.load(text: text, file: "stack.md"), on: "cross", size: .comfortable)
    #expect(student.page.contains("head 0") && student.page.contains("head 1"))
    for head in 0..<2 {
      let weight = try student.value("weight[\(head),\"it\",\"cat\"]")
      #expect(student.page.contains(" \(NumberFormat.cell(weight)) cat"))
    }
    try student.press("1 ]")
    let place = try #require(try student.board.cursor(of: 0))
    try student.press("]")
    #expect(try student.stepState.cursor(of: 0).stack == 0)
    student.send(.mouse(place, .press))
    #expect(try student.stepState.cursor(of: 0).stack == 1)
  }

  @Test func whatIsVeiledShowsNoNumber() throws {
    let student = try student(on: "veiled")
    for panel in 0..<2 {
      let rect = try #require(try student.board.rect(of: panel))
      let text = student.rows[rect.y + 2..<rect.bottom].joined()
      #expect(!text.contains(".0") && !text.contains("1.00"))
    }
    #expect(student.page.contains("hidden until you answer"))
  }

  private func student(on step: String) throws -> Student {
    try Student(reading: Lesson.load(text: stackText, file: "stack.md"), on: step)
  }
}

private let stackText = """
  ---
  qkv: 1
  id: stack
  title: Stacks
  summary: Tables that lie on each other.
  minutes: 1
  ---

  ```qkv scene
  axis token = the cat it
  axis mot = le chat
  axis feature = 4
  axis head = 2
  axis trait = 3

  X[token, feature] = randn(seed: 1)
  Y[mot, feature] = randn(seed: 2)
  W_q[head, feature, trait] = randn(seed: 3)
  W_k[head, feature, trait] = randn(seed: 4)
  K = X @ W_k
  weight = softmax(X @ W_q @ K.T)
  across = softmax(Y @ W_q @ K.T)
  axis layer = 2
  D[layer, head, token, token] = randn(seed: 5)
  deep = softmax(D)
  ```

  ## Flow {#flow}

  ```qkv show
  flow weight row="it"
  ```

  ## Cross {#cross}

  ```qkv show
  flow across
  ```

  ## Each {#each}

  ```qkv show
  matrix weight each=head row="it"
  ```

  ## Veiled {#veiled}

  ```qkv show
  flow weight row="it" | matrix weight each=head
  ```

  ```qkv predict most
  ask: Which token does `it` look at most?
  largest: weight[0,"it"]
  hide: [weight]
  ```
  """
